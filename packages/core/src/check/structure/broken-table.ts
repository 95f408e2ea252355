import type { Place, Splice } from '../../model/index.ts';
import type { Checked, Hit, Rule } from '../rule.ts';
import { reported } from './reported.ts';

/**
 * Looks for a table whose rows and header do not fit.
 *
 * @finds document: # Lift stuck\n\n## Timeline\n\n| Time | Event |\n|---|---|\n| 10:04 | It stood | between | floors |\n
 * @finds document: # Lift stuck\n\n## Timeline\n\n| Time | Event |\n| 10:02 | It shook |\n|---|---|\n| 10:04 | It stood |\n
 * @passes document: # Lift stuck\n\n## Timeline\n\n| Time | Event |\n|---|---|\n| 10:04 | It stood |\n
 * @passes document: # Lift stuck\n\n## Timeline\n\n| Time | Event |\n|---|---|\n| 10:04 |\n
 */
export const brokenTable: Rule = {
  id: 'structure/broken-table',
  about: 'A table whose rows and header do not fit.',
  reason: 'A row that does not fit loses cells wherever the document is shown.',
  question: 'Where does the row begin and end, and does a cell hold a pipe that should be written as \\\\|?',
  levels: { draft: 'warning', review: 'warning', published: 'warning' },
  find: brokenTables,
};

const broken = reported('broken-table');

function brokenTables(document: Checked): readonly Hit[] {
  return broken(document).map((hit) => {
    const joining = joiningOf(document.reading.text, hit.place);
    return joining === null ? hit : { ...hit, fix: [joining] };
  });
}

/** Tables that are typed are shorter, and so are the empty lines in them. */
const LONGEST = 20_000;
const MOST_BLANK = 200;

/** Empty lines go where the row above them and every row below has the same number of cells, each within its pipes. */
function joiningOf(text: string, { from, to }: Place): Splice | null {
  if (to - from > LONGEST || !/[\r\n]/.test(text[from - 1] ?? '')) return null;
  const before = text.slice(Math.max(0, from - LONGEST), from);
  const blank = /(?:\r\n|\n|\r(?!\n))((?:[ \t]{0,20}(?:\r\n|\n|\r(?!\n))){1,20})$/.exec(before.slice(-MOST_BLANK))?.[1];
  if (blank === undefined) return null;
  const above =
    before
      .slice(0, -blank.length)
      .trimEnd()
      .split(/[\r\n]/)
      .at(-1) ?? '';
  const pipes = pipesIn(above);
  const rows = text
    .slice(from, to)
    .trimEnd()
    .split(/\r\n|\n|\r/);
  const isWhole = pipes > 1 && rows.every((row) => pipesIn(row) === pipes);
  return isWhole ? { from: from - blank.length, to: from, insert: '' } : null;
}

/** How many pipes a row has that begins and ends with one; 0 for another line, and where a pipe may be part of code. */
function pipesIn(row: string): number {
  return /^\|.*\|[ \t]*$/.test(row) && !/[`\\]/.test(row) ? row.split('|').length - 1 : 0;
}
