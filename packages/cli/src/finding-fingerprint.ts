import { hash } from 'node:crypto';
import type { Finding } from '@debrief/core';

/** More words than these tell no more about which place is meant. */
const LONGEST = 2_000;

/**
 * What a finding is known by again after its line moved: its rule and the words of its place, or of its message where the
 * place holds none. Case, marks and white space do not matter. Two findings of one document may have the same.
 *
 * @example fingerprintOf(text, { rule: 'structure/broken-table', place, … }) // 'q3Jv0l2rY0cK5oJg'
 */
export function fingerprintOf(text: string, { rule, place, message }: Finding): string {
  const words = wordsOf(text.slice(place.from, Math.min(place.to, place.from + LONGEST)));
  return hash('sha256', `${rule}\n${words === '' ? wordsOf(message) : words}`, 'base64url').slice(0, 16);
}

function wordsOf(text: string): string {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).join(' ');
}
