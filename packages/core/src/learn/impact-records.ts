import { fold } from '../model/fold.ts';
import { type Field, type InstantName, type Postmortem, valueOf } from '../model/index.ts';
import { type Anchors, isAnchor } from '../measure/anchors.ts';
import type { ImpactRecord, MeasuredNumber } from './incident-record.ts';

const ENDS: readonly InstantName[] = ['impactEnd', 'mitigated', 'resolved'];
const MOST = 40;

/**
 * When which services were not as promised: from the start of impact to its end, else to mitigation or resolution; open
 * where the incident is still going on. One stretch for each service, or one without a service where none is named.
 *
 * @param canonical the house's name of a service
 */
export function impactRecordsOf(
  { impact }: Postmortem,
  anchors: Anchors,
  numbers: readonly MeasuredNumber[],
  canonical: (written: string) => string,
): readonly ImpactRecord[] {
  const from = timeOf(anchors, 'impactStart');
  if (from === null) return [];
  const end = ENDS.map((name) => timeOf(anchors, name)).find((at) => at !== null);
  const isOpen = numbers.some(({ metric, state }) => state === 'open' && OPEN_BY.has(metric));
  if (end === undefined ? !isOpen : end < from) return [];
  const times = { from, to: end ?? null };
  const shares = new Map<string, number>();
  for (const { name, degradation } of impact.services) {
    if (name.state !== 'known') continue;
    const service = canonical(name.value);
    shares.set(
      service,
      Math.max(shares.get(service) ?? 0, badShareOf(degradation.state === 'known' ? degradation : impact.degradation)),
    );
  }
  if (shares.size === 0) return [{ service: null, ...times, badShare: badShareOf(impact.degradation) }];
  return Array.from(shares, ([service, badShare]) => ({ service, ...times, badShare })).slice(0, MOST);
}

const OPEN_BY: ReadonlySet<string> = new Set(['impact-duration', 'time-to-mitigate', 'time-to-resolve']);

function timeOf(anchors: Anchors, name: InstantName): number | null {
  const anchor = anchors[name];
  return isAnchor(anchor) ? anchor.at : null;
}

const FAILING = / (?:fail|error|unavailab|down|reject|lost|refus|timed out|outage)/;

/** The share of requests that a degradation says failed: `40 % of requests failed` is 0.4; 1 where it says no such share. */
function badShareOf(degradation: Field<string>): number {
  const words = (valueOf(degradation) ?? '').slice(0, 300);
  const [, percent] = /(\d{1,3}(?:[.,]\d{1,3})?)\s?%/.exec(words) ?? [];
  const share = Number(percent?.replace(',', '.')) / 100;
  return share > 0 && share <= 1 && FAILING.test(` ${fold(words)}`) ? share : 1;
}
