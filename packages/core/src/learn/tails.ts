/** The two parts of a distribution below and above a point; the smaller is accurate to its last digits. */
export interface Tails {
  readonly lower: number;
  readonly upper: number;
}
