import type { Splice } from '@debrief/core';
import { carry } from '@debrief/core/write';

/** Splices of an older text as splices of the newest one, or the places where both were at work. */
export type Merged =
  | { readonly state: 'merged'; readonly splices: readonly Splice[] }
  | { readonly state: 'conflict'; readonly touching: readonly Splice[] };

/**
 * Brings splices of a base text to the text that others have made of it. Two splices touch where they share a character,
 * or where one puts something in at the edge of the other; then nobody but a person can tell what is meant. The same
 * splice on both sides was done once.
 *
 * @param own splices of the base
 * @param others splices of the same base that made the newest text
 * @example mergeSplices([{ from: 9, to: 9, insert: '!' }], [{ from: 0, to: 0, insert: '> ' }]) // { state: 'merged', splices: [{ from: 11, … }] }
 */
export function mergeSplices(own: readonly Splice[], others: readonly Splice[]): Merged {
  const ours = own.filter((splice) => !others.some((other) => isSame(splice, other)));
  const touching = ours.filter((splice) => others.some((other) => doTouch(splice, other)));
  if (touching.length > 0) return { state: 'conflict', touching };
  const places = carry(ours, others);
  return {
    state: 'merged',
    splices: ours.map(({ insert }, index) => {
      const place = places[index];
      if (place === null || place === undefined) throw new RangeError('a splice that touches no other lost its place');
      return { ...place, insert };
    }),
  };
}

function isSame(one: Splice, other: Splice): boolean {
  return one.from === other.from && one.to === other.to && one.insert === other.insert;
}

function doTouch(one: Splice, other: Splice): boolean {
  return one.from <= other.to && other.from <= one.to;
}
