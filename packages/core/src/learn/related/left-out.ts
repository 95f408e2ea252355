import { foldedName } from './folded-name.ts';
import { mentionKey } from './mentions.ts';
import type { RelatedProfile } from './profile.ts';
import { isLater } from './started.ts';

/** Why a document was not compared. */
export interface LeftOut {
  readonly file: string;
  readonly reason: 'copy' | 'form' | 'dismissed' | 'later';
  readonly message: string;
}

/** Why a document is not compared with the one asked about, or null. */
export function leftOut(asked: RelatedProfile, other: RelatedProfile, later: boolean): LeftOut | null {
  const { file } = other;
  if (other.print === asked.print) return { file, reason: 'copy', message: 'it is the same text' };
  if (other.incidentId !== null && asked.incidentId !== null) {
    if (mentionKey(other.incidentId) === mentionKey(asked.incidentId))
      return { file, reason: 'copy', message: `it has the same incident id, ${asked.incidentId}` };
  } else if (hasSameTitleAndDay(asked, other))
    return { file, reason: 'copy', message: 'it has the same title and date' };
  if (other.standing === 'form') return { file, reason: 'form', message: 'it is a form that says nothing yet' };
  if (other.standing === 'dismissed')
    return { file, reason: 'dismissed', message: 'its status says that it was no incident, or is told elsewhere' };
  if (!later && asked.started !== null && other.started !== null && isLater(other.started, asked.started))
    return { file, reason: 'later', message: `it began later, on ${other.started.day}` };
  return null;
}

function hasSameTitleAndDay(asked: RelatedProfile, other: RelatedProfile): boolean {
  if (asked.title === null || other.title === null || asked.date === null) return false;
  return asked.date === other.date && foldedName(asked.title) === foldedName(other.title);
}
