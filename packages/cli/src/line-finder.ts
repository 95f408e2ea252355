import type { Place } from '@debrief/core';
import { positionsIn } from './positions.ts';

/** Finds the number of the line, from 1, on which a place begins. */
export function lineFinder(text: string): (place: Place) => number {
  const positions = positionsIn(text);
  return ({ from }) => positions.of(from).line;
}
