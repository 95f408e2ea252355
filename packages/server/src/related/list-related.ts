import { profileOf, read, type RelatedAnswer, type RelatedProfile, relatedTo } from '@debrief/core';
import type { Context } from '../context.ts';
import { getPostmortem } from '../postmortem/get-postmortem.ts';
import { candidatesFor } from './candidates-for.ts';

/** Reading more would keep others waiting. */
const MOST_COMPARED = 300;
/** After so many readings others get their turn. */
const AT_ONCE = 5;

export interface RelatedQuestion {
  readonly id: string;
  readonly limit: number;
  readonly later: boolean;
  /** How many are read and compared, 300 at most. */
  readonly most?: number;
}

export interface RelatedFound extends Omit<RelatedAnswer, 'notes' | 'leftOut' | 'floor'> {
  /** `bounded`: there are more documents than were compared. */
  readonly notes: readonly (RelatedAnswer['notes'][number] | 'bounded')[];
}

/**
 * What was alike before, and why; `file` is the id. Compared are those that share a service or a factor, then the newest.
 *
 * @throws Problem `not-found`, `not-allowed`
 */
export async function listRelated(
  context: Pick<Context, 'store' | 'actor' | 'house'>,
  { id, limit, later, most = MOST_COMPARED }: RelatedQuestion,
): Promise<RelatedFound> {
  const { postmortem, revision } = await getPostmortem(context, { id });
  const { settings, languages } = await context.house();
  const services = settings.services.map(({ name, aliases }) => ({ name, aliases }));
  const profile = (file: string, fileName: string, text: string, about?: RelatedProfile): RelatedProfile =>
    profileOf(read(text, { fileName, languages }), { file, services, ...(about !== undefined && { about }) });
  const asked = profile(id, postmortem.fileName, revision.text);
  const candidates = await candidatesFor(context.store, id, Math.min(most, MOST_COMPARED) + 1);
  const others: RelatedProfile[] = [];
  for (const [index, candidate] of candidates.slice(0, most).entries()) {
    if (index % AT_ONCE === 0) await new Promise((resolve) => void setImmediate(resolve));
    others.push(profile(candidate.id, candidate.fileName, candidate.text, asked));
  }
  const { incidents, compared, alike, notes } = relatedTo(asked, others, { later, limit });
  return {
    incidents,
    compared,
    alike,
    notes: [...notes, ...(candidates.length > most ? ['bounded' as const] : [])],
  };
}
