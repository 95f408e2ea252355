import type { Place, Reading } from '../../model/index.ts';
import { onceFor } from '../../model/once-for.ts';

/** Places of fenced code, in their order; the last goes on to the end of the text where nothing closes it. */
const fencesIn = onceFor(({ text }: Reading): readonly Place[] => {
  if (!text.includes('```') && !text.includes('~~~')) return [];
  const marks = [...text.matchAll(/^[ \t>]{0,12}(?:```|~~~)/gm)].map(({ index }) => index);
  return marks.flatMap((from, at) => (at % 2 === 0 ? [{ from, to: marks[at + 1] ?? text.length }] : []));
});

/**
 * Tells whether offsets stand in fenced code. To be asked in rising order; the text is looked through at the first
 * question only.
 */
export function startFences(reading: Reading): (at: number) => boolean {
  let places: readonly Place[] | null = null;
  let next = 0;
  return (at) => {
    places ??= fencesIn(reading);
    while ((places[next]?.to ?? Infinity) <= at) next += 1;
    return (places[next]?.from ?? Infinity) <= at;
  };
}
