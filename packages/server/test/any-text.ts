import type { Splice } from '@debrief/core';
import fc from 'fast-check';

const SEED = 20_260_501;

/** Checks a law on the same cases in each run, and on a few that no run had before. */
export function holds<Values extends [unknown, ...unknown[]]>(property: fc.IProperty<Values>, numRuns = 300): void {
  fc.assert(property, { seed: SEED, numRuns });
  fc.assert(property, { numRuns: Math.ceil(numRuns / 5) });
}

const WORDS = [
  'feed',
  'stopped',
  'at',
  '10:02',
  'the',
  'queue',
  'was full',
  '|',
  '-',
  '🚨',
  'é',
  '障害',
  '#',
  '  ',
  '',
];

const line = fc.array(fc.constantFrom(...WORDS), { maxLength: 6 }).map((words) => words.join(' '));

/** Texts of a few lines with line ends of every kind, as people and machines leave them. */
export const anyText: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom('', '', '\uFEFF'),
    fc.array(fc.tuple(line, fc.constantFrom('\n', '\n', '\n', '\r\n', '\r\n', '\r')), { maxLength: 12 }),
    line,
  )
  .map(([mark, lines, last]) => mark + lines.flat().join('') + last);

/** Texts with LF alone, as text fields hold them. */
export const fieldText: fc.Arbitrary<string> = fc.array(line, { maxLength: 12 }).map((lines) => lines.join('\n'));

const share = fc.double({ min: 0, max: 1, noNaN: true });
const drafts = fc.array(fc.tuple(share, share, fc.constantFrom('', 'new', '\n', 'two words', '\r\n')), {
  maxLength: 5,
});

/** Splices that lie apart, as a function of the text that they are for. */
export const splicesFor: fc.Arbitrary<(text: string) => readonly Splice[]> = drafts.map((made) => (text) => {
  const found: Splice[] = [];
  let start = 0;
  for (const [at, length, insert] of made) {
    const from = start + Math.floor(at * (text.length - start));
    const to = from + Math.floor(length * Math.min(6, text.length - from));
    found.push({ from, to, insert });
    start = to + 1;
    if (start > text.length) break;
  }
  return found;
});
