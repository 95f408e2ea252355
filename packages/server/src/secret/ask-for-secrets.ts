import type { Splice } from '@debrief/core';
import { Problem } from '../problem.ts';
import { addedSecrets } from './added-secrets.ts';

/**
 * Asks about credentials that somebody is about to keep. They are never taken out silently, and never repeated: the
 * answer names kinds and places.
 *
 * @param acceptSecrets whether the answer was that they may stay
 * @returns the kinds that were accepted
 * @throws Problem `secret-found`
 */
export function askForSecrets(
  before: string,
  splices: readonly Splice[],
  text: string,
  acceptSecrets: boolean,
): readonly string[] {
  const found = addedSecrets(before, splices);
  if (found.length === 0) return [];
  const kinds = [...new Set(found.map(({ kind }) => kind))];
  if (acceptSecrets) return kinds;
  throw new Problem(
    'secret-found',
    `This looks as though it held ${found.length === 1 ? 'a secret' : `${found.length} secrets`} (${kinds.join(', ')}). Take it out and revoke it, or send it again with acceptSecrets: true.`,
    { secrets: found.map(({ kind, place }) => ({ kind, place, line: lineOf(text, place.from) })) },
  );
}

/** From 1. */
function lineOf(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}
