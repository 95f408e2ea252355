/** A half-open range of UTF-16 offsets into the text as it was given. */
export interface Place {
  readonly from: number;
  readonly to: number;
}

/** Replace `from…to` by `insert`; every other byte of the text stays. */
export interface Splice {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}
