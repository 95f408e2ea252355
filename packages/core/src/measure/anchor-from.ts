import { dayNumber } from '../model/day.ts';
import type { Instant, InstantName, Known, Postmortem } from '../model/index.ts';
import type { MissingAnchor } from './anchors.ts';
import type { MeasureContext } from './context.ts';
import type { Anchor } from './measurement.ts';
import { placeClock, type ZoneRules, zoneRules } from './zone-rules.ts';

const SOURCES = { pinned: 'pinned', text: 'stated', derived: 'guessed', fileName: 'stated' } as const;

/** Minutes that words such as `about` leave open. */
const APPROXIMATE_MINUTES = 15;

/**
 * An instant that the text tells, on the line of elapsed time, or why it has no place there.
 *
 * @param notBefore When something that the text tells before it happened: it settles which of two equal clocks is meant.
 */
export function anchorFrom(
  instant: InstantName,
  field: Known<Instant>,
  postmortem: Postmortem,
  context: Pick<MeasureContext, 'zone'>,
  notBefore = -Infinity,
): Anchor | MissingAnchor {
  const { clock, day, approximate } = field.value;
  if (clock === undefined) return { missing: 'noClock' };
  const counted = day ?? (postmortem.date.state === 'known' ? postmortem.date.value : undefined);
  if (counted === undefined) return { missing: 'noDay' };
  const [hours = 0, minutes = 0, seconds = 0] = clock.split(':').map(Number);
  const local = dayNumber(counted) * 86_400_000 + (hours * 3_600 + minutes * 60 + seconds) * 1_000;
  if (!Number.isFinite(local)) return { missing: 'unreadable' };
  const { rules, zone, note } = zoneFor(field.value, postmortem, context);
  const placed = placeClock(rules, local);
  const isAgain = placed.again !== undefined && placed.at < notBefore && placed.again >= notBefore;
  const at = isAgain ? (placed.again ?? placed.at) : placed.at;
  const odd = isAgain ? 'again' : placed.odd;
  const words =
    field.source === 'derived'
      ? postmortem.timeline.find(
          ({ at: own, role }) => role?.instant === instant && own.places[0]?.from === field.places[0]?.from,
        )?.role?.words
      : undefined;
  const notes = [...(note === null ? [] : [note]), ...(odd === null ? [] : [ODD[odd](clock, counted, zone.name)])];
  return {
    instant,
    at,
    day: counted,
    clock,
    written: field.written,
    precision: approximate === true ? APPROXIMATE_MINUTES * 60_000 : precisionOf(field.written, clock),
    source: SOURCES[field.source],
    ...(words !== undefined && { words }),
    zone,
    ...(approximate === true && { approximate }),
    notes,
    places: field.places,
  };
}

/** `7 PM` tells the hour only. */
function precisionOf(written: string, clock: string): number {
  if (clock.split(':').length === 3) return 1_000;
  return clock.endsWith(':00') && !/\d\s?[:.h：時时点點]\s?\d/u.test(written) ? 3_600_000 : 60_000;
}

const ODD = {
  skipped: (clock: string, day: string, zone: string) =>
    `The clock ${clock} did not exist on ${day} in ${zone}, where clocks were put forward; it counts as if they had not been yet. Write the distance from UTC to be sure.`,
  twice: (clock: string, day: string, zone: string) =>
    `The clock ${clock} came twice on ${day} in ${zone}, where clocks were put back; the first counts. Write the distance from UTC to be sure.`,
  again: (clock: string, day: string, zone: string) =>
    `The clock ${clock} came twice on ${day} in ${zone}, where clocks were put back; the second counts, since the row before it is later than the first.`,
} as const;

interface ZoneFor {
  readonly rules: ZoneRules;
  readonly zone: Anchor['zone'];
  readonly note: string | null;
}

const UTC: ZoneRules = { kind: 'offset', minutes: 0 };

function zoneFor(instant: Instant, postmortem: Postmortem, context: Pick<MeasureContext, 'zone'>): ZoneFor {
  if (instant.offsetMinutes !== undefined) {
    const name = instant.zone ?? offsetName(instant.offsetMinutes);
    return { rules: { kind: 'offset', minutes: instant.offsetMinutes }, zone: { name, from: 'document' }, note: null };
  }
  const ofDocument = postmortem.zone.state === 'known' ? postmortem.zone.value : null;
  const written = instant.zone ?? ofDocument;
  const rules = written === null ? null : zoneRules(written);
  if (written !== null && rules !== null) return { rules, zone: { name: written, from: 'document' }, note: null };
  const unclear =
    written === null ? null : `“${written}” can mean several zones; write a place such as Europe/Oslo, or UTC+2.`;
  const house = context.zone === null ? null : zoneRules(context.zone);
  if (context.zone !== null && house !== null)
    return { rules: house, zone: { name: context.zone, from: 'house' }, note: unclear };
  return { rules: UTC, zone: { name: 'UTC', from: 'assumed' }, note: unclear };
}

function offsetName(minutes: number): string {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `UTC${minutes < 0 ? '-' : '+'}${hours}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`;
}
