import { type Field, type Instant, type InstantName, instantNames, type Reading } from '../model/index.ts';
import { onceFor } from '../model/once-for.ts';
import { anchorFrom } from './anchor-from.ts';
import type { MeasureContext } from './context.ts';
import { firstSign } from './first-sign.ts';
import type { Anchor } from './measurement.ts';
import { overMidnight } from './over-midnight.ts';
import { reviewAsEnd } from './review-as-end.ts';

/** Why an instant has no place on the line of time. */
export interface MissingAnchor {
  readonly missing: 'absent' | 'placeholder' | 'noDay' | 'noClock' | 'unreadable' | 'isReview';
}

/** The instants of an incident that have a place on the line of elapsed time, or why one has none. */
export type Anchors = Readonly<Record<InstantName, Anchor | MissingAnchor>>;

/**
 * Puts the instants of a reading on one line of elapsed time, in milliseconds since 1970-01-01T00:00Z.
 *
 * A distance from UTC written beside the clock wins; then the document's zone, by the rules of that zone on that day;
 * then the house's; where nobody names one UTC stands in, and the anchor says so. A clock without a day counts from the
 * day of the incident, and passes over midnight only where the text leaves that open. The first alert
 * is the first sign where no earlier one is told. The time of a review is the end of nothing (`reference/metrics.md` §1, §12.1).
 *
 * @example anchorsOf(read('---\ntimes: { detected: 2026-05-01T10:02+02:00 }\n---\n'), context).detected // { at: 1777622520000, … }
 */
export function anchorsOf(reading: Reading, { zone }: Pick<MeasureContext, 'zone'>): Anchors {
  const known = inZones(reading);
  const anchors = known.get(zone) ?? placeInstants(reading, { zone });
  known.set(zone, anchors);
  return anchors;
}

const inZones = onceFor((_reading: Reading) => new Map<string | null, Anchors>());

function placeInstants(reading: Reading, context: Pick<MeasureContext, 'zone'>): Anchors {
  const first = instantNames.map((name) => [name, anchorOf(name, reading, context)] as const);
  const all = first.map(([, anchor]) => anchor).filter(isAnchor);
  const found = Object.fromEntries(
    first.map(([name, anchor]) => {
      const latest = isAnchor(anchor) ? latestAbove(anchor, all) : null;
      const isBehind = isAnchor(anchor) && latest !== null && anchor.at < latest;
      return [name, isBehind ? anchorOf(name, reading, context, latest) : anchor];
    }),
  ) as unknown as Anchors;
  return firstSign(overMidnight(reviewAsEnd(found, reading, context), reading.postmortem));
}

/** The latest instant of the same day that stands above one in the text, by the rows of a timeline. */
function latestAbove(anchor: Anchor, all: readonly Anchor[]): number | null {
  if (anchor.source !== 'guessed') return null;
  const from = anchor.places[0]?.from ?? 0;
  const above = all.filter(
    ({ source, day, places }) => source === 'guessed' && day === anchor.day && (places[0]?.from ?? from) < from,
  );
  return above.reduce((latest, { at }) => Math.max(latest, at), -Infinity);
}

function anchorOf(
  name: InstantName,
  { postmortem }: Reading,
  context: Pick<MeasureContext, 'zone'>,
  notBefore?: number,
): Anchor | MissingAnchor {
  const field: Field<Instant> = postmortem.instants[name];
  if (field.state !== 'known') return { missing: missingBecause(field) };
  return anchorFrom(name, field, postmortem, context, notBefore);
}

function missingBecause(field: Exclude<Field<Instant>, { readonly state: 'known' }>): MissingAnchor['missing'] {
  if (field.state === 'notApplicable' || field.reason === 'absent' || field.reason === 'empty') return 'absent';
  return field.reason === 'placeholder' || field.reason === 'undecided' ? 'placeholder' : 'unreadable';
}

/** Whether an instant has its place on the line of time. */
export function isAnchor(anchor: Anchor | MissingAnchor): anchor is Anchor {
  return 'at' in anchor;
}
