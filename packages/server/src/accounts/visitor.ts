/** What is known of whoever sent a request, before it is known who they are. */
export interface Visitor {
  /** Of the network; `unknown` where there is none. */
  readonly address: string;
  readonly userAgent: string | null;
  /** The header `Cookie`. */
  readonly cookie: string | null;
}
