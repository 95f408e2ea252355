import { addDays } from '../model/day.ts';
import { type Field, instantNames, type Postmortem } from '../model/index.ts';
import type { Anchors } from './anchors.ts';
import type { Anchor } from './measurement.ts';

const HOUR = 3_600_000;

/** A range such as `21:00 – 03:00` runs into the next day when its end falls back so far, as rows of a timeline do. */
const BACK_IN_RANGE = 6 * HOUR;

/** A clock from elsewhere has to fall back further: up to half a day it may as well be an early sign or a slip. */
const BACK_ELSEWHERE = 12 * HOUR;

/**
 * Puts clocks on the next day that were written without a day and lie far before the start of the impact. The trigger
 * stays: it may lie any time before.
 */
export function overMidnight(anchors: Anchors, { date }: Postmortem): Anchors {
  const start = anchors.impactStart;
  if (!('at' in start)) return anchors;
  const moved = instantNames.map((name) => {
    const anchor = anchors[name];
    if (name === 'trigger' || name === 'impactStart' || !('at' in anchor)) return [name, anchor] as const;
    return [name, isNextDay(start, anchor) && isOfIncident(anchor, date) ? onNextDay(anchor, start) : anchor] as const;
  });
  return Object.fromEntries(moved) as unknown as Anchors;
}

function isNextDay(start: Anchor, anchor: Anchor): boolean {
  const back = start.at - anchor.at;
  const isRange = start.places[0]?.from === anchor.places[0]?.from;
  const enough = isRange ? BACK_IN_RANGE : BACK_ELSEWHERE;
  if (back < enough || back >= 24 * HOUR || anchor.day !== start.day) return false;
  return isRange ? hasOneDay(anchor) : hasNoDay(anchor);
}

/** Whether the day is that of the incident; one that stands over the rows was written for them. */
function isOfIncident({ places }: Anchor, date: Field<string>): boolean {
  const origin = places[1];
  return origin === undefined || date.places.some(({ from, to }) => from <= origin.from && origin.to <= to);
}

/** Whether a range names at most one day, which is that of its start. */
function hasOneDay({ written, source }: Anchor): boolean {
  const days = written.slice(0, 200).match(/\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./]\d{1,2}[./]\d{2}/g) ?? [];
  return source !== 'pinned' && days.length < 2;
}

/** Whether a day stands beside the clock: any digits that are not those of a clock could be one. */
function hasNoDay({ written, source }: Anchor): boolean {
  const rest = written.slice(0, 200).replaceAll(/\d{1,2}[:.h：]\d{2}(?::\d{2})?|(?:UTC|GMT)\s?[+-]\s?\d{1,2}/g, '');
  return source !== 'pinned' && !/\d/.test(rest);
}

function onNextDay(anchor: Anchor, start: Anchor): Anchor {
  const day = addDays(anchor.day, 1);
  const note = `${anchor.clock} is written without a day and lies before the start ${start.clock}, so it counts on the day after, ${day}.`;
  return { ...anchor, day, at: anchor.at + 24 * HOUR, notes: [...anchor.notes, note] };
}
