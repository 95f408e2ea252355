import type { WordPoints, WordScore } from './alike-words.ts';
import { type RelatedProfile, spellingOf } from './profile.ts';
import { type RelatedReason, tenths } from './reason.ts';
import { points } from './weights.ts';

/** So many words stand in the sentence. */
const TOLD = 6;

/** A single word that two texts share is chance. */
const FEWEST = 2;

/** The points of words that go beyond the usual, to a tenth. */
export function wordsWeight({ gross, shared }: Pick<WordScore, 'gross' | 'shared'>, usual: number): number {
  return shared < FEWEST ? 0 : tenths(Math.max(0, gross - usual));
}

/** The words that two documents share as a reason. `found` are the heaviest of them. */
export function wordsReason(
  { gross, shared, isCapped }: WordScore,
  usual: number,
  found: readonly WordPoints[],
  asked: RelatedProfile,
): RelatedReason {
  const words = found.map((each) => ({
    word: spellingOf(asked, each.word),
    weight: Math.round(each.points * 100) / 100,
  }));
  const told = words.slice(0, TOLD).map(({ word }) => word);
  const more = shared - told.length;
  const share = `${points.words} × ${(gross / points.words).toFixed(3)}, the share of what this text says that the other says too${isCapped ? ' (its heaviest word counts as much as all others together)' : ''}`;
  return {
    kind: 'words',
    weight: wordsWeight({ gross, shared }, usual),
    text: `same words: ${told.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
    how: usual === 0 ? share : `${share}, less the ${tenths(usual)} that are usual among these documents`,
    words,
  };
}
