import { wordScorer } from './alike-words.ts';
import { actionFinder, type BearingAction } from './bearing-actions.ts';
import { factorComparer } from './factor-reasons.ts';
import { type LeftOut, leftOut } from './left-out.ts';
import { linkReason } from './link-reason.ts';
import { nameComparer } from './name-reasons.ts';
import type { RelatedProfile } from './profile.ts';
import { rarityAmong } from './rarity.ts';
import { type RelatedReason, tenths } from './reason.ts';
import { floor } from './weights.ts';
import { wordsReason, wordsWeight } from './words-reason.ts';

export interface RelatedOptions {
  /** Whether incidents that began later are compared too. */
  readonly later?: boolean;
  /** At most so many are given. */
  readonly limit?: number;
}

/** An incident that is like the one asked about. */
export interface RelatedIncident {
  readonly file: string;
  readonly title: string | null;
  readonly incidentId: string | null;
  /** `YYYY-MM-DD`; null where its text gives no date, so that it may have been later. */
  readonly date: string | null;
  /** The sum of the weights of all reasons, in points. */
  readonly score: number;
  /** Heaviest first. */
  readonly reasons: readonly RelatedReason[];
  /** Its action items that bear on the one asked about, open ones first. */
  readonly actions: readonly BearingAction[];
}

export interface RelatedAnswer {
  /** Highest score first. */
  readonly incidents: readonly RelatedIncident[];
  /** How many documents were compared. */
  readonly compared: number;
  /** How many were alike, those beyond the limit included. */
  readonly alike: number;
  readonly leftOut: readonly LeftOut[];
  /** The points below which a document is not shown. */
  readonly floor: number;
  /** What to know when reading this: the document gives no date, or says nothing yet. */
  readonly notes: readonly RelatedNote[];
}

export type RelatedNote = 'undated' | 'empty';

/**
 * Incidents like one, with the reasons. Their weights add up to the score: words by BM25F, services, alerts and
 * contributing factors by their rarity, and links that a text itself makes. What is alike by less than the floor is not
 * given; an empty list is an answer. Only incidents that did not begin later are compared, unless asked for; those
 * without a date are. A copy, an empty form and a dismissed document are left out, and said so.
 *
 * The method, its weights and its limits: docs/related.md.
 *
 * @param asked the profile of the document asked about, made without `about`
 * @param others profiles of the collection; the document itself may be among them
 * @example relatedTo(profileOf(read(text), { file: 'a.md' }), others).incidents[0]?.reasons[0]?.text // 'same alert: HighErrorRate'
 */
export function relatedTo(
  asked: RelatedProfile,
  others: readonly RelatedProfile[],
  { later = false, limit = 5 }: RelatedOptions = {},
): RelatedAnswer {
  const out: LeftOut[] = [];
  const candidates = others.filter((other) => {
    const why = leftOut(asked, other, later);
    if (why !== null) out.push(why);
    return why === null;
  });
  const notes: RelatedNote[] = [
    ...(asked.started === null ? ['undated' as const] : []),
    ...(asked.standing === 'form' ? ['empty' as const] : []),
  ];
  const alike = asked.standing === 'form' ? [] : compareAll(asked, candidates);
  return {
    incidents: alike.slice(0, Math.max(0, limit)).map(({ withActions }) => withActions()),
    compared: candidates.length,
    alike: alike.length,
    leftOut: out,
    floor,
    notes,
  };
}

interface Alike {
  readonly score: number;
  readonly file: string;
  readonly withActions: () => RelatedIncident;
}

/** So many words are listed; the weight counts all. */
const MOST_WORDS = 10;

function compareAll(asked: RelatedProfile, candidates: readonly RelatedProfile[]): readonly Alike[] {
  const all = [asked, ...candidates];
  const rarity = rarityAmong(all.length);
  const { scores, usual, heaviest, rarityOf } = wordScorer(asked, candidates);
  const namesIn = nameComparer(asked, all, rarity);
  const factorsIn = factorComparer(asked, all, rarity, rarityOf);
  const actionsIn = actionFinder(asked, rarityOf);
  const alike = candidates.flatMap((other, at): readonly Alike[] => {
    const words = scores[at] ?? { gross: 0, shared: 0, isCapped: false };
    const link = linkReason(asked, other);
    const reasons = [...(link === null ? [] : [link]), ...namesIn(other), ...factorsIn(other)];
    const inWords = wordsWeight(words, usual);
    const score = tenths(reasons.reduce((sum, { weight }) => sum + weight, inWords));
    if (score < floor) return [];
    const { file, title, incidentId, date, started } = other;
    const withActions = (): RelatedIncident => {
      const found = inWords === 0 ? [] : heaviest(other, MOST_WORDS);
      const whole = inWords === 0 ? reasons : [...reasons, wordsReason(words, usual, found, asked)];
      return {
        file,
        title,
        incidentId,
        date: date ?? started?.day ?? null,
        score,
        reasons: whole.toSorted((a, b) => b.weight - a.weight),
        actions: actionsIn(other),
      };
    };
    return [{ score, file, withActions }];
  });
  return alike.toSorted((a, b) => b.score - a.score || (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
}
