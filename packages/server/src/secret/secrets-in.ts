import type { Place } from '@debrief/core';
import { secretKinds } from './secret-kinds.ts';

/** A place that looks like a credential. What stands there is never told. */
export interface FoundSecret {
  readonly kind: string;
  readonly place: Place;
}

/** Nobody reads a longer list. */
const MOST = 100;

/**
 * Where a text looks as though it held credentials, in the order of the text. It takes time in proportion to the text.
 *
 * @example secretsIn('AKIA…') // [{ kind: 'aws-access-key', place: { from: 0, to: 20 } }]
 */
export function secretsIn(text: string): readonly FoundSecret[] {
  const found: FoundSecret[] = [];
  for (const { kind, pattern, isSecret } of secretKinds) {
    for (const match of text.matchAll(pattern)) {
      if (found.length >= MOST) break;
      const secret = match.groups?.['secret'] ?? match[0];
      const from = match.index + match[0].lastIndexOf(secret);
      const place = { from, to: from + secret.length };
      const isClaimed = found.some((other) => other.place.from < place.to && place.from < other.place.to);
      if (!isClaimed && (isSecret === undefined || isSecret(secret))) found.push({ kind, place });
    }
  }
  return found.toSorted((a, b) => a.place.from - b.place.from);
}
