import fc from 'fast-check';
import type { Splice } from '../src/index.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const drafts = fc.array(fc.record({ at: share, to: share, insert: fc.string({ maxLength: 4 }) }), { maxLength: 6 });

/** Splices that do not overlap, as a function of the text that they are for. */
export const splicesFor: fc.Arbitrary<(text: string) => readonly Splice[]> = drafts.map((made) => (text) => {
  const found: Splice[] = [];
  let start = 0;
  for (const { at, to, insert } of made) {
    const from = start + Math.floor(at * (text.length - start));
    const end = from + Math.floor(to * Math.min(5, text.length - from));
    found.push({ from, to: end, insert });
    start = end;
  }
  return found;
});
