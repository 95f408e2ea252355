import { absent, type Field } from '../model/index.ts';
import type { LabelName } from '../vocabulary/index.ts';
import { type Context, textField } from './context.ts';
import type { LabelIndex } from './header.ts';
import { isWithin, type Outline } from './outline.ts';
import { type TimelineReading, zoneSentence } from './timeline.ts';
import { zoneAt } from './zone.ts';

const TIMED_LABELS: readonly LabelName[] = ['startTime', 'date', 'period', 'duration', 'detectedAt', 'endTime'];
const CLOCK_WITH_ZONE = /\d{1,2}[:.h]\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?[\s)]{0,2}\(?(?=[A-Z])/gi;

/**
 * The zone of the timeline's clocks: its own heading, column or sentence, a sentence on all times elsewhere, most of
 * its rows; else a header time or a clock of the summary that carries one.
 */
export function zoneOf(
  context: Context,
  outline: Outline,
  index: LabelIndex,
  timeline: TimelineReading,
): Field<string> {
  if (timeline.zone.state === 'known') return timeline.zone;
  const labelled = (index.get('zone') ?? [])
    .map(({ value }) => textField(context, value))
    .find(({ state }) => state === 'known');
  if (labelled !== undefined) return labelled;
  for (const [at, body] of outline.bodies.entries()) {
    if (isWithin(outline.sections, at, 'appendix')) continue;
    for (const block of body) {
      const zone = block.kind === 'paragraph' && block.to - block.from < 300 ? zoneSentence(context, block) : null;
      if (zone !== null) return zone;
    }
  }
  const hasClocks = timeline.events.some(({ at }) => at.state === 'known' && at.value.clock !== undefined);
  return hasClocks ? zoneBesideClock(context, outline, index) : absent;
}

function zoneBesideClock(context: Context, outline: Outline, index: LabelIndex): Field<string> {
  const labels = TIMED_LABELS.flatMap((name) =>
    (index.get(name) ?? []).flatMap(({ value }) => (value === null ? [] : [value])),
  );
  const summaries = outline.bodies.flatMap((body, at) =>
    outline.sections[at]?.names.includes('summary') === true ? body.filter(({ kind }) => kind === 'paragraph') : [],
  );
  for (const { from, to } of [...labels, ...summaries]) {
    const text = context.flat.slice(from, Math.min(to, from + 2_000));
    for (const match of text.matchAll(CLOCK_WITH_ZONE)) {
      const at = match.index + match[0].length;
      const found = zoneAt(text, at);
      if (found === null) continue;
      const place = { from: from + at, to: from + found.to };
      return {
        state: 'known',
        value: found.zone,
        written: context.text.slice(place.from, place.to),
        places: [place],
        source: 'derived',
      };
    }
  }
  return absent;
}
