import type { Place } from '../../model/index.ts';

/** Why two incidents are alike. The weights of all reasons add up to the score. */
export interface RelatedReason {
  readonly kind: 'link' | 'alert' | 'factor' | 'service' | 'words';
  /** Points, to a tenth. */
  readonly weight: number;
  /** One sentence for people: `same alert: HighErrorRate`. */
  readonly text: string;
  /** How the weight comes about, in one line. */
  readonly how: string;
  /** Where the asked text itself says so: a link or a factor. */
  readonly place?: Place;
  /** For words: the heaviest of them, as they are written in the asked text. */
  readonly words?: readonly { readonly word: string; readonly weight: number }[];
}

/** Points to a tenth, so that what is shown adds up. */
export function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}
