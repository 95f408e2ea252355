import { isDayText } from '../model/day.ts';
import { type InstantName, instantNames, type Postmortem, valueOf } from '../model/index.ts';
import { type Anchors, isAnchor } from '../measure/anchors.ts';
import type { IncidentRecord } from './incident-record.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
const FIRST: readonly InstantName[] = ['impactStart', 'detected'];
/** The cause may be there for months before, and the paperwork ends after. */
const LAST: ReadonlySet<InstantName> = new Set(['trigger', 'closed']);

/** When an incident began: the start of impact, else its detection, else the earliest instant, else noon of its date. */
export function startOf({ date }: Postmortem, anchors: Anchors): IncidentRecord['start'] {
  const known = instantNames.flatMap((name) => {
    const anchor = anchors[name];
    return isAnchor(anchor) ? [{ name, at: anchor.at, day: anchor.day, clock: anchor.clock }] : [];
  });
  const others = known.filter(({ name }) => !LAST.has(name)).toSorted((a, b) => a.at - b.at);
  const first = FIRST.map((wanted) => known.find(({ name }) => name === wanted)).find((each) => each !== undefined);
  const start = first ?? others[0] ?? known.find(({ name }) => name === 'trigger');
  if (start !== undefined) {
    // The clock in the document less the instant is how far east of UTC that clock stood.
    const local = Date.parse(`${start.day}T${start.clock}Z`);
    const offset = Number.isNaN(local) ? null : Math.round((local - start.at) / MINUTE);
    return {
      at: start.at,
      day: new Date(start.at + (offset ?? 0) * MINUTE).toISOString().slice(0, 10),
      hasClock: true,
      offsetMinutes: offset,
      from: start.name,
    };
  }
  const day = valueOf(date);
  if (day === null || !isDayText(day)) return null;
  return { at: Date.parse(`${day}T00:00:00Z`) + DAY / 2, day, hasClock: false, offsetMinutes: null, from: 'date' };
}
