import { Problem } from '../problem.ts';
import type { FoundRow, SearchEnd } from '../store/search/find-rows.ts';
import type { SearchQuery } from './parse-query.ts';

/** Where a page ends, as a word to hand back. */
export function cursorOf({ rank, at, number }: FoundRow, query: SearchQuery): string {
  const end = query.all.length > 0 ? ['rank', rank, number] : ['time', at, number];
  return Buffer.from(JSON.stringify(end)).toString('base64url');
}

/** @throws Problem `invalid-request` where it is none of ours, or of another kind of search */
export function endOf(cursor: string, query: SearchQuery): SearchEnd {
  const [by, value, number] = partsOf(cursor);
  if (Number.isSafeInteger(number)) {
    if (by === 'rank' && typeof value === 'number' && query.all.length > 0)
      return { by, rank: value, number: number as number };
    if (by === 'time' && typeof value === 'string' && query.all.length === 0)
      return { by, at: value, number: number as number };
  }
  throw new Problem('invalid-request', 'The cursor is not of this search. Begin again without one.');
}

function partsOf(cursor: string): readonly unknown[] {
  if (cursor.length > 400) return [];
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(parts) && parts.length === 3 ? parts : [];
  } catch {
    return [];
  }
}
