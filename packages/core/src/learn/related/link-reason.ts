import { foldedName } from './folded-name.ts';
import { namesOf, type RelatedProfile } from './profile.ts';
import type { RelatedReason } from './reason.ts';
import { points } from './weights.ts';

/** Shorter titles are found in any text. */
const SHORTEST_TITLE = 12;

/** The link that one of two texts makes to the other: by its id, its file, or its title among the related incidents. */
export function linkReason(asked: RelatedProfile, other: RelatedProfile): RelatedReason | null {
  const theirs = namesOf(other);
  const mention = asked.mentions.find(({ name }) => theirs.includes(name));
  if (mention !== undefined) {
    const { place } = mention;
    return reason(points.namesIt, `this text names it: ${other.incidentId ?? other.file}`, 'a link in the text', place);
  }
  if (namesTitle(asked, other))
    return reason(points.namesIt, 'this text lists it among its related incidents', 'its title in the list');
  const own = namesOf(asked);
  if (other.mentions.some(({ name }) => own.includes(name)))
    return reason(points.namedByIt, 'its text names this incident', 'a link in its text');
  if (namesTitle(other, asked))
    return reason(points.namedByIt, 'its text lists this incident as related', 'this title in its list');
  return null;
}

function reason(weight: number, text: string, how: string, place?: RelatedReason['place']): RelatedReason {
  return { kind: 'link', weight, text, how: `${how}: ${weight}`, ...(place !== undefined && { place }) };
}

function namesTitle({ related }: RelatedProfile, { title }: RelatedProfile): boolean {
  if (related === '' || title === null) return false;
  const folded = foldedName(title);
  return folded.length >= SHORTEST_TITLE && related.includes(folded);
}
