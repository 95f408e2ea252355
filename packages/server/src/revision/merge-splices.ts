import type { Splice } from '@debrief/core';
import { carry } from '@debrief/core/write';

/** Splices of an older text as splices of the newest one, or the places where both were at work. */
export type Merged =
  | { readonly state: 'merged'; readonly splices: readonly Splice[] }
  | { readonly state: 'conflict'; readonly touching: readonly Splice[] };

/**
 * Brings splices of a base text to the text that others have made of it. Two splices touch where they share a character,
 * or where one puts something in at the edge of the other; then nobody but a person can tell what is meant. The same
 * splice on both sides was done once. Either side may come first: the text is the same.
 *
 * @param own splices of the base
 * @param others splices of the same base that made the newest text
 * @example mergeSplices([{ from: 9, to: 9, insert: '!' }], [{ from: 0, to: 0, insert: '> ' }]) // { state: 'merged', splices: [{ from: 11, … }] }
 */
export function mergeSplices(own: readonly Splice[], others: readonly Splice[]): Merged {
  const mine = joined(own);
  const theirs = joined(others);
  const shared = new Set(theirs.map(keyOf));
  const ours = mine.filter((splice) => !shared.has(keyOf(splice)));
  const done = new Set(mine.map(keyOf));
  const left = theirs.filter((splice) => !done.has(keyOf(splice)));
  const touching = touchingAny(ours, left);
  if (touching.length > 0) return { state: 'conflict', touching };
  const places = carry(ours, theirs);
  return {
    state: 'merged',
    splices: ours.map(({ insert }, index) => {
      const place = places[index];
      if (place === null || place === undefined) throw new RangeError('a splice that touches no other lost its place');
      return { ...place, insert };
    }),
  };
}

/** In order, those that touch each other as one. */
function joined(splices: readonly Splice[]): readonly Splice[] {
  const out: Splice[] = [];
  for (const splice of splices.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    const last = out.at(-1);
    if (last !== undefined && splice.from <= last.to)
      out[out.length - 1] = { from: last.from, to: splice.to, insert: last.insert + splice.insert };
    else out.push(splice);
  }
  return out;
}

/** Those of some splices that touch one of the others; both in order and apart. */
function touchingAny(ours: readonly Splice[], others: readonly Splice[]): readonly Splice[] {
  let at = 0;
  return ours.filter(({ from, to }) => {
    while ((others[at]?.to ?? Infinity) < from) at += 1;
    return (others[at]?.from ?? Infinity) <= to;
  });
}

function keyOf({ from, to, insert }: Splice): string {
  return `${from} ${to} ${insert}`;
}
