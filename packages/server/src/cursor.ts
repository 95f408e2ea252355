import { sha256 } from './hash.ts';
import { Problem } from './problem.ts';

/** Where a page ended: the values by which the list is ordered. */
export type CursorValues = readonly (string | number | null)[];

/**
 * The end of a page as opaque words. They hold only for the question they were an answer to.
 *
 * @param question everything that chooses and orders the list
 * @example decodeCursor(encodeCursor(['2026-05-01', 'p1'], 'actions'), 'actions', 2) // ['2026-05-01', 'p1']
 */
export function encodeCursor(values: CursorValues, question: string): string {
  const text = JSON.stringify(values);
  return Buffer.from(`${checkOf(text, question)}${text}`, 'utf8').toString('base64url');
}

/**
 * The values of a cursor, null without one.
 *
 * @param count how many values it has to hold
 * @throws Problem `invalid-request` for one that was changed, or belongs to another question
 */
export function decodeCursor(cursor: string | undefined, question: string, count: number): CursorValues | null {
  if (cursor === undefined) return null;
  const decoded = Buffer.from(cursor, 'base64url').toString('utf8');
  const text = decoded.slice(CHECK_LENGTH);
  const values = decoded.slice(0, CHECK_LENGTH) === checkOf(text, question) ? listOf(text) : null;
  if (values === null || values.length !== count)
    throw new Problem('invalid-request', 'This cursor does not belong to this list. Begin again without it.');
  return values;
}

const CHECK_LENGTH = 12;

/** Not a secret: it tells a slip from a cursor. What a cursor holds is bound into queries as values, whatever it is. */
function checkOf(text: string, question: string): string {
  return sha256(JSON.stringify([question, text])).slice(0, CHECK_LENGTH);
}

function listOf(text: string): CursorValues | null {
  try {
    const values: unknown = JSON.parse(text);
    const isPlain = (value: unknown): boolean => value === null || ['string', 'number'].includes(typeof value);
    return Array.isArray(values) && values.every(isPlain) ? (values as CursorValues) : null;
  } catch {
    return null;
  }
}
