/** What a client was told is kept. */
export interface Acknowledged {
  readonly id: string;
  readonly revision: number;
  /** Of the text that the client sent. */
  readonly textHash: string;
}
