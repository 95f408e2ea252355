import { absent, type Field, type Place, type StatedMetricName, statedMetricNames } from '../model/index.ts';
import { type Context, knownField, textField, unknown, words } from './context.ts';
import { durationMinutes } from './duration.ts';
import type { LabelIndex } from './header.ts';
import type { Labelled } from './labels.ts';
import type { Outline } from './outline.ts';

const UNIT_IN_LABEL = /\((?:in )?(minutes?|mins?|hours?|hrs?|seconds?|days?|分|時間|分钟|小时)\)/i;

/** What the document states about its own times, in minutes. A value that cannot be read is unknown and reported. */
export function statedOf(
  context: Context,
  outline: Outline,
  index: LabelIndex,
): Partial<Record<StatedMetricName, Field<number>>> {
  const stated: Partial<Record<StatedMetricName, Field<number>>> = {};
  for (const name of statedMetricNames) {
    for (const label of index.get(name) ?? []) {
      const field = minutesAt(context, label);
      if (field.state === 'known') {
        stated[name] = field;
        break;
      }
      if (stated[name] === undefined && field !== absent) stated[name] = field;
    }
  }
  if (stated.timeToResolve?.state !== 'known' && context.flat.includes('TTR')) {
    const told = toldInBrackets(context, outline);
    if (told !== null) stated.timeToResolve = told;
  }
  return stated;
}

function minutesAt(context: Context, label: Labelled): Field<number> {
  const place = label.value ?? (label.children[0]?.kind === 'paragraph' ? label.children[0] : null);
  const text = textField(context, place);
  if (text.state !== 'known' || place === null) return text as Field<never>;
  const unit = UNIT_IN_LABEL.exec(label.label)?.[1];
  const value = durationMinutes(
    context.lexicon,
    unit !== undefined && /^[\d.,\s]+$/.test(text.value) ? `${text.value} ${unit}` : text.value,
    context.dayFirst,
  );
  if (value !== null) return knownField(context, value, place);
  const message = `“${text.value.slice(0, 80)}” could not be read as a length of time. Write it as 45 minutes or 1 h 20 min.`;
  context.report({ code: 'unreadable-duration', message, place });
  return unknown('unreadable', text.written, place);
}

const TOLD = /\(\s*(\d[^()]{1,20}?)\s*(?:MTTR|TTR)\s*\)|(?:MTTR|TTR)\s*(?:of|[:=])\s*(\d[^().;,]{1,20})/;

/** `(13.33 min MTTR)` in a lesson or summary: the one form of running prose in which a metric carries its name. */
function toldInBrackets(context: Context, outline: Outline): Field<number> | null {
  for (const [at, section] of outline.sections.entries()) {
    if (
      !section.names.some((name) => name === 'lessons' || name === 'summary' || name === 'impact' || name === 'metrics')
    )
      continue;
    for (const block of outline.bodies[at] ?? []) {
      const place: Place = { from: block.from, to: Math.min(block.to, block.from + 20_000) };
      const raw = context.flat.slice(place.from, place.to);
      const match = TOLD.exec(raw);
      const inner = match?.[1] ?? match?.[2];
      if (match === null || inner === undefined) continue;
      const from = place.from + match.index + match[0].indexOf(inner);
      const value = durationMinutes(
        context.lexicon,
        words(context, { from, to: from + inner.length }),
        context.dayFirst,
      );
      if (value !== null) return knownField(context, value, { from, to: from + inner.length });
    }
  }
  return null;
}
