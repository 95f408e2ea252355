import { noAnswer, type NoAnswer } from './no-answer.ts';

/** An end of an interval: milliseconds since 1970, a Date, or an ISO text; one without an offset is read as UTC. */
export type Moment = number | string | Date;

/** From its start up to, and without, its end. */
export type Interval =
  | { readonly start: Moment; readonly end: Moment }
  | { readonly from: Moment; readonly to: Moment }
  | readonly [start: Moment, end: Moment];

const MINUTE = 60_000;
const ISO = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)(?:Z|([+-]\d\d)(?::?(\d\d))?)?)?$/i;

/**
 * The minutes that at least one of the intervals covers: what overlaps counts once, what only touches is joined. An
 * interval without length adds nothing, no intervals at all give 0; one that ends before it starts has no answer.
 *
 * @example unionDuration({ intervals: [
 *   { start: '2026-05-01T10:00Z', end: '2026-05-01T10:40Z' },
 *   { start: '2026-05-01T10:25Z', end: '2026-05-01T11:05Z' },
 * ] }) // { minutes: 65 }
 */
export function unionDuration({
  intervals,
}: {
  readonly intervals: readonly Interval[];
}): { readonly minutes: number } | NoAnswer {
  const spans = intervals.map((interval) => {
    const [start, end] = endsOf(interval);
    return { start: milliseconds(start), end: milliseconds(end) };
  });
  if (spans.some(({ start, end }) => !Number.isFinite(start) || !Number.isFinite(end)))
    return noAnswer('An interval needs two times that can be read, such as 2026-05-01T10:00Z.');
  if (spans.some(({ start, end }) => end < start)) return noAnswer('An interval ends before it starts.');
  return { minutes: covered(spans) / MINUTE };
}

function endsOf(interval: Interval): readonly [start: Moment, end: Moment] {
  if ('start' in interval) return [interval.start, interval.end];
  return 'from' in interval ? [interval.from, interval.to] : interval;
}

function covered(spans: readonly { readonly start: number; readonly end: number }[]): number {
  let reached = -Infinity;
  let total = 0;
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    if (end > reached) total += end - Math.max(start, reached);
    reached = Math.max(reached, end);
  }
  return total;
}

/** Without its offset a text would be read in the zone of whichever machine reads it. */
function milliseconds(moment: Moment): number {
  if (typeof moment !== 'string') return new Date(moment).getTime();
  const [, day, clock = '00:00', hours, minutes = '00'] = ISO.exec(moment) ?? [];
  return day === undefined ? NaN : Date.parse(`${day}T${clock}${hours === undefined ? 'Z' : `${hours}:${minutes}`}`);
}
