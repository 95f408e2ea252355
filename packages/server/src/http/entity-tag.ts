import { sha256 } from '../hash.ts';
import { Problem } from '../problem.ts';

/** The ETag of what is answered, in quotes. The same answer has the same one. */
export function entityTag(answer: unknown): string {
  return `"${sha256(typeof answer === 'string' ? answer : JSON.stringify(answer)).slice(0, 27)}"`;
}

/**
 * Whether a header such as If-Match names a tag.
 *
 * @example namesTag('"a", W/"b"', '"b"') // true
 */
export function namesTag(header: string, tag: string): boolean {
  if (header.trim() === '*') return true;
  return header
    .split(',')
    .map((each) => each.trim().replace(/^W\//, ''))
    .includes(tag);
}

/**
 * Holds a request to what its sender saw: with If-Match, what is there has to be one of those.
 *
 * @param answers what a client may have got of it
 * @throws Problem `stale`
 */
export function holdTo(ifMatch: string | undefined, ...answers: readonly unknown[]): void {
  if (ifMatch === undefined || answers.some((answer) => namesTag(ifMatch, entityTag(answer)))) return;
  throw new Problem('stale', 'It has changed since you got it. Get it again, look, and send your change anew.');
}
