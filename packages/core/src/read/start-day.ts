import { dayNumber, dayText } from '../model/day.ts';
import { absent, type Field, type Place } from '../model/index.ts';
import type { LabelName } from '../vocabulary/index.ts';
import type { Paragraph } from './block.ts';
import { type Context, knownField, textField, unknown } from './context.ts';
import { dateComplaint } from './day-trail.ts';
import type { LabelIndex } from './header.ts';
import { labelsInParagraph } from './labels.ts';
import type { Outline } from './outline.ts';
import { dateIn, type TimeReading } from './time.ts';

const DATE_LABELS: readonly LabelName[] = ['date', 'startTime', 'period', 'detectedAt', 'duration'];

/**
 * The day on which the incident began, `YYYY-MM-DD`, as the header tells it: a label, else the title, else the first
 * date of the preamble or summary. A date that cannot be taken is unknown with its reason.
 */
export function headerDay(
  context: Context,
  outline: Outline,
  index: LabelIndex,
  titles: readonly Place[],
): Field<string> {
  let fallback: Field<string> = absent;
  for (const name of DATE_LABELS) {
    for (const label of index.get(name) ?? []) {
      const place = label.value ?? (label.children[0]?.kind === 'paragraph' ? label.children[0] : null);
      const field = textField(context, place);
      if (field.state !== 'known' || place === null) {
        if (fallback === absent && name === 'date') fallback = field;
        continue;
      }
      const found = dayAt(context, place, 'text');
      if (found.state === 'known') return found;
      if (found !== absent && fallback === absent) fallback = found;
    }
  }
  const titlePlaces = [
    ...titles,
    ...(index.get('title') ?? []).flatMap(({ value }) => (value === null ? [] : [value])),
  ];
  const prose = outline.sections.flatMap((section, at) =>
    section.kind !== 'heading' || section.level === 1
      ? (outline.bodies[at] ?? []).flatMap((block) => (block.kind === 'paragraph' ? unlabelled(context, block) : []))
      : [],
  );
  for (const place of [...titlePlaces, ...prose.slice(0, 2)]) {
    const found = dayAt(context, place, 'derived');
    if (found.state === 'known') return found;
  }
  return fallback;
}

/** The words of a paragraph before its first label: `**Last updated:** 2026-03-01` tells nothing of the incident. */
function unlabelled(context: Context, paragraph: Paragraph): readonly Place[] {
  const [label] = labelsInParagraph(context, paragraph, paragraph.from, -1, 'line');
  if (label === undefined) return [paragraph];
  const line = context.flat.lastIndexOf('\n', label.labelPlace.from) + 1;
  const before = { from: paragraph.from, to: label.labelPlace.from };
  return Math.max(line, paragraph.from) === paragraph.from && before.to - before.from > 5 ? [before] : [];
}

/** The first date in a summary's prose, for documents that name the day nowhere else. */
export function summaryDay(context: Context, outline: Outline): Field<string> {
  for (const [at, section] of outline.sections.entries()) {
    if (!section.names.includes('summary') && !section.names.includes('impact')) continue;
    for (const block of outline.bodies[at] ?? []) {
      if (block.kind !== 'paragraph' && block.kind !== 'list') continue;
      const found = dayAt(context, block, 'derived');
      if (found.state === 'known') return found;
    }
  }
  return absent;
}

function dayAt(context: Context, place: Place, source: 'text' | 'derived'): Field<string> {
  const text = context.flat.slice(place.from, Math.min(place.to, place.from + 2_000));
  const reading = dateIn(context.lexicon, text, context);
  if (reading === null) return absent;
  const at = { from: place.from + reading.from, to: place.from + reading.to };
  const day = fullDay(reading);
  const written = context.text.slice(at.from, at.to);
  if (reading.problem !== undefined) reportDate(context, reading.problem, written, at);
  if (day === null) return reading.problem === undefined ? absent : unknown(reading.problem, written, at);
  return knownField(context, day, at, source);
}

function fullDay({ at: { year, month, day } }: TimeReading): string | null {
  return year === undefined || month === undefined || day === undefined ? null : dayText(year, month, day);
}

function reportDate(context: Context, problem: 'impossible' | 'ambiguous', written: string, place: Place): void {
  const code = problem === 'impossible' ? 'impossible-date' : 'ambiguous-date';
  context.report({ code, message: dateComplaint(problem, written), place });
}

/** The day before which a title's or header's date may still be the same incident: it began the night before. */
const EVE_DAYS = 2;

/** Of the header's day and the first day of the timeline, the one on which the incident began. */
export function incidentDay(header: Field<string>, first: Field<string>): Field<string> {
  if (header.state !== 'known') return first.state === 'known' ? first : header;
  if (first.state !== 'known' || header.source === 'text') return header;
  const lead = dayNumber(header.value) - dayNumber(first.value);
  return lead > 0 && lead <= EVE_DAYS ? first : header;
}
