import { foldedName, hasName } from './folded-name.ts';
import { type ProfileAction, type RelatedProfile, spellingOf } from './profile.ts';
import { wordsIn, wordsInBoth } from './words.ts';

/** An action item of an earlier incident that bears on this one. */
export interface BearingAction extends ProfileAction {
  /** Why it bears on this one, in a few words: `names checkout`. */
  readonly because: string;
}

/** Of one document at most so many are told. */
const MOST = 4;

/** A word is worth telling of if less than about a quarter of all documents have it. */
const RARE = 0.35;

/** An action without the name of a service or alert shares so many words that are worth telling of. */
const FEWEST_SHARED = 2;

/** The parts of the asked document that say what happened; what was done and learned does not make an action bear on it. */
const TELLING = new Set(['title', 'summary', 'causes', 'detection', 'impact', 'other']);

/** Finds those action items of another document that bear on the asked one, open ones first. */
export type ActionFinder = (other: RelatedProfile) => readonly BearingAction[];

/**
 * An action bears on an incident if it names its service or its alert, or has two words in common with what the document
 * says happened, that few documents have.
 */
export function actionFinder(asked: RelatedProfile, rarityOf: (word: string) => number): ActionFinder {
  const names = [...asked.alerts, ...asked.services].map((written) => ({ written, name: foldedName(written) }));
  const telling = new Set(asked.parts.flatMap(({ part, words }) => (TELLING.has(part) ? words : [])));
  const told = telling.size === 0 ? new Set(asked.parts.flatMap(({ words }) => words)) : telling;
  return ({ actions }) =>
    actions
      .flatMap((action) => {
        const folded = foldedName(action.text);
        const named = names.filter(({ name }) => hasName(folded, name)).map(({ written }) => written);
        const shared = wordsInBoth(wordsIn(action.text), told)
          .map((word) => ({ word, worth: rarityOf(word) }))
          .filter(({ worth }) => worth >= RARE)
          .toSorted((a, b) => b.worth - a.worth);
        if (named.length === 0 && shared.length < FEWEST_SHARED) return [];
        const words = shared.slice(0, 4).map(({ word }) => spellingOf(asked, word));
        const because = [
          ...(named.length > 0 ? [`names ${named.slice(0, 2).join(', ')}`] : []),
          ...(words.length > 0 ? [`speaks of ${words.join(', ')}`] : []),
        ].join('; ');
        const worth = named.length + shared.reduce((sum, each) => sum + each.worth, 0);
        return [{ action: { ...action, because }, worth }];
      })
      .toSorted((a, b) => ORDER[a.action.state] - ORDER[b.action.state] || b.worth - a.worth)
      .slice(0, MOST)
      .map(({ action }) => action);
}

const ORDER = { open: 0, unknown: 1, done: 2 } as const;
