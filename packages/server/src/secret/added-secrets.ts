import { applySplices } from '@debrief/core/write';
import type { Place, Splice } from '@debrief/core';
import { type FoundSecret, secretsIn } from './secrets-in.ts';

/**
 * The credentials that splices bring into a text: those on the lines that they touch which the text did not hold before.
 *
 * @param splices of `before`
 * @returns places in the new text
 * @example addedSecrets('', [{ from: 0, to: 0, insert: 'AKIA…' }]) // [{ kind: 'aws-access-key', place: … }]
 */
export function addedSecrets(before: string, splices: readonly Splice[]): readonly FoundSecret[] {
  const text = applySplices(before, splices);
  return touchedLines(text, splices).flatMap((lines) =>
    secretsIn(text.slice(lines.from, lines.to))
      .map(({ kind, place }) => ({ kind, place: { from: place.from + lines.from, to: place.to + lines.from } }))
      .filter(({ place }) => !before.includes(text.slice(place.from, place.to))),
  );
}

/** The lines of the new text on which splices were at work, as stretches that lie apart. */
function touchedLines(text: string, splices: readonly Splice[]): readonly Place[] {
  const stretches: { from: number; to: number }[] = [];
  let shift = 0;
  for (const { from, to, insert } of splices.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    const start = from + shift;
    const end = start + insert.length;
    shift += insert.length - (to - from);
    const last = stretches.at(-1);
    if (last !== undefined && start <= last.to) {
      if (end > last.to) last.to = lineEnd(text, end);
    } else stretches.push({ from: lineStart(text, start), to: lineEnd(text, end) });
  }
  return stretches;
}

function lineStart(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
}
