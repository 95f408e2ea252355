import { type Field, type Place, type Reading, valueOf } from '../model/index.ts';
import { failedShare } from './failed-share.ts';
import type { LevelRow } from './level-rows.ts';
import { foldedName } from './service-named.ts';
import { toldRequests } from './told-requests.ts';

/** The share of a service's requests that failed, and from where it is known. */
export interface ServiceShare {
  /** 0 to 1. */
  readonly badShare: number;
  /** Where the document tells no share all of it counts as failed: `assumed`. */
  readonly shareFrom: 'degradation' | 'errorRate' | 'requests' | 'assumed';
  readonly places: readonly Place[];
}

/**
 * The share of a service's requests that failed: what the document says of the service itself, else its row of error rates;
 * where it is the only one affected also the requests that were counted, and what is said of the whole incident.
 *
 * @param rows The document's rows of error rates.
 * @param names Everything that the service is called, folded.
 */
export function serviceShare({
  reading,
  rows,
  names,
  own,
  isOnly,
}: {
  readonly reading: Reading;
  readonly rows: readonly LevelRow[];
  readonly names: readonly string[];
  readonly own: readonly Field<string>[];
  readonly isOnly: boolean;
}): ServiceShare {
  const { impact } = reading.postmortem;
  const said = own.map((field) => toldShare(field)).find((share) => share !== null);
  if (said !== undefined && said !== null) return { ...said, shareFrom: 'degradation' };
  const row = rows.find(({ subject }) => names.includes(foldedName(subject)));
  const rate = row?.incident.find(({ unit }) => unit === 'percent');
  if (row !== undefined && rate !== undefined && rate.value >= 0 && rate.value <= 100)
    return { badShare: rate.value / 100, shareFrom: 'errorRate', places: row.places };
  const whole = toldShare(impact.degradation);
  if (!isOnly)
    return whole?.badShare === 1
      ? { ...whole, shareFrom: 'degradation' }
      : { badShare: 1, shareFrom: 'assumed', places: [] };
  const counted = toldRequests(reading);
  if (counted !== null && counted.valid !== null && counted.valid > 0)
    return { badShare: counted.bad / counted.valid, shareFrom: 'requests', places: counted.places };
  if (whole !== null) return { ...whole, shareFrom: 'degradation' };
  const failed = toldShare(impact.requestsFailed) ?? toldShare(impact.users, /request|call|traffic/i);
  return failed === null ? { badShare: 1, shareFrom: 'assumed', places: [] } : { ...failed, shareFrom: 'requests' };
}

function toldShare(field: Field<string>, about: RegExp = /./): Omit<ServiceShare, 'shareFrom'> | null {
  const value = valueOf(field);
  const told = value === null || !about.test(value.slice(0, 300)) ? null : failedShare(value);
  return told === null ? null : { badShare: told.share, places: field.places };
}
