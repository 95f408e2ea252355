import type { Place, Reading } from '../../model/index.ts';
import { isField } from './known-texts.ts';

/**
 * The places of all values in which a placeholder or a list of options still stands, each once, in the order of the text.
 * Of values that lie within another, the whole is shown where it is one line without a label (`X% (SLO: Y%)`), else each.
 */
export function openFields({ text, postmortem }: Pick<Reading, 'text' | 'postmortem'>): readonly Place[] {
  const found: Place[] = [];
  // Prompts among the rows of a timeline are no events, and the timeline has a rule of its own.
  for (const [name, part] of Object.entries(postmortem)) if (name !== 'timeline') gather(part, found);
  // Sorted so, a place that holds others stands right before the first of them.
  const sorted = [...new Map(found.map((place) => [`${place.from} ${place.to}`, place])).values()].toSorted(
    (a, b) => a.from - b.from || b.to - a.to,
  );
  const kept: Place[] = [];
  for (const [at, place] of sorted.entries()) {
    const last = kept.at(-1);
    if (last !== undefined && place.to <= last.to) continue;
    const next = sorted[at + 1];
    const words = text.slice(place.from, place.to);
    const holds = next !== undefined && next.from < place.to && next.to <= place.to;
    if (!(holds && /\n|\*\*/.test(words)) && !isLabel(words) && !/^[?？\s]+$/.test(words)) kept.push(place);
  }
  return kept;
}

/** A label that only stands above what is open, or a box with nothing beside it. */
function isLabel(words: string): boolean {
  return /[:：][\s*_]*$/.test(words);
}

function gather(part: unknown, found: Place[]): void {
  if (typeof part !== 'object' || part === null) return;
  if (!isField(part)) {
    const inner: readonly unknown[] = Array.isArray(part) ? part : Object.values(part);
    for (const each of inner) gather(each, found);
    return;
  }
  if (part.state !== 'unknown' || (part.reason !== 'placeholder' && part.reason !== 'undecided')) return;
  const [place] = part.places;
  if (place !== undefined) found.push(place);
}
