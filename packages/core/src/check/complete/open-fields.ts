import type { Place, Reading } from '../../model/index.ts';
import { isField } from './known-texts.ts';

/**
 * The places of all values in which a placeholder or a list of options still stands; where one lies within another, the
 * inner one. In the order of the text.
 */
export function openFields({ postmortem }: Pick<Reading, 'postmortem'>): readonly Place[] {
  const found: Place[] = [];
  // Prompts among the rows of a timeline are no events, and the timeline has a rule of its own.
  for (const [name, part] of Object.entries(postmortem)) if (name !== 'timeline') gather(part, found);
  const sorted = found.toSorted((a, b) => a.from - b.from || b.to - a.to);
  // Sorted so, a place that holds others stands right before the first of them.
  return sorted.filter(({ to }, at) => {
    const next = sorted[at + 1];
    return next === undefined || next.from >= to || next.to > to;
  });
}

function gather(part: unknown, found: Place[]): void {
  if (typeof part !== 'object' || part === null) return;
  if (!isField(part)) {
    for (const inner of Object.values(part)) gather(inner, found);
    return;
  }
  if (part.state !== 'unknown' || (part.reason !== 'placeholder' && part.reason !== 'undecided')) return;
  const [place] = part.places;
  if (place !== undefined) found.push(place);
}
