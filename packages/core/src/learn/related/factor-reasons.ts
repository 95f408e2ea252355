import type { Place } from '../../model/index.ts';
import { foldedName } from './folded-name.ts';
import type { RelatedProfile } from './profile.ts';
import type { Rarity } from './rarity.ts';
import { type RelatedReason, tenths } from './reason.ts';
import { points } from './weights.ts';
import { wordsIn, wordsInBoth } from './words.ts';

/** Finds the contributing factors that another document shares with the one asked about. */
export type FactorComparer = (other: RelatedProfile) => readonly RelatedReason[];

/** So many factors of one document count. */
const MOST = 2;

/** Factors are similar if they share so many words … */
const FEWEST_SHARED = 3;
/** … which carry this share of what each of the two says. */
const SHARED_AT_LEAST = 0.5;

/** “Human error” alone is in every second list and says nothing. */
const SHORTEST = 8;

interface Factor {
  readonly text: string;
  readonly folded: string;
  readonly words: ReadonlySet<string>;
  readonly place: Place;
}

/**
 * A factor is the same where two documents word it alike but for case, accents and punctuation, and similar where the
 * words that both have carry half of either, each word counted by its rarity.
 */
export function factorComparer(
  asked: RelatedProfile,
  all: readonly RelatedProfile[],
  rarity: Rarity,
  rarityOf: (word: string) => number,
): FactorComparer {
  const own = factorsOf(asked);
  const texts = new Set(own.map(({ folded }) => folded));
  const withText = new Map<string, number>();
  if (own.length > 0) {
    for (const { factors } of all) {
      const present = new Set(factors.map(({ text }) => foldedName(text)).filter((text) => texts.has(text)));
      for (const text of present) withText.set(text, (withText.get(text) ?? 0) + 1);
    }
  }
  // A word that the asked document lacks was not counted; it is taken to be as rare as a word can be.
  const worth = (words: Iterable<string>): number => {
    let sum = 0;
    for (const word of words) sum += rarityOf(word);
    return sum;
  };
  return (other) => {
    if (own.length === 0 || other.factors.length === 0) return [];
    const theirs = factorsOf(other);
    const found = own.flatMap((factor) => same(factor, theirs) ?? similar(factor, theirs) ?? []);
    return found.toSorted((a, b) => b.weight - a.weight).slice(0, MOST);
  };

  function same({ text, folded, place }: Factor, theirs: readonly Factor[]): RelatedReason | null {
    if (theirs.every((factor) => factor.folded !== folded)) return null;
    const count = withText.get(folded) ?? 1;
    return {
      kind: 'factor',
      weight: tenths(points.sameFactor * rarity(count)),
      text: `same contributing factor: “${text}”`,
      how: `${points.sameFactor} × rarity ${rarity(count).toFixed(2)}, since ${count} of ${all.length} documents have it`,
      place,
    };
  }

  function similar({ text, words, place }: Factor, theirs: readonly Factor[]): RelatedReason | null {
    let best: { readonly share: number; readonly rare: number; readonly factor: Factor } | null = null;
    for (const factor of theirs) {
      const both = wordsInBoth(words, factor.words);
      if (both.length < FEWEST_SHARED) continue;
      const carried = worth(both);
      const share = carried / Math.max(worth(words), worth(factor.words));
      if (share >= SHARED_AT_LEAST && share > (best?.share ?? 0)) best = { share, rare: carried / both.length, factor };
    }
    if (best === null) return null;
    return {
      kind: 'factor',
      weight: tenths(points.similarFactor * best.share * best.rare),
      text: `similar contributing factor: “${best.factor.text}”, here “${text}”`,
      how: `${points.similarFactor} × ${best.share.toFixed(2)}, the share of their words that both have, × rarity ${best.rare.toFixed(2)} of these words`,
      place,
    };
  }
}

function factorsOf({ factors }: RelatedProfile): readonly Factor[] {
  return factors.flatMap(({ text, place }) => {
    const folded = foldedName(text);
    return folded.length < SHORTEST ? [] : [{ text, folded, words: wordsIn(text), place }];
  });
}
