import { type Place, type Reading, valueOf } from '../model/index.ts';
import { dataNumbers, type DataValue } from './data-numbers.ts';
import type { Result } from './measurement.ts';
import { unknown } from './refusal.ts';
import { writtenQuantities } from './written-quantity.ts';

/** Requests of an incident, as its document counts them. */
export interface ToldRequests {
  readonly bad: number;
  /** Good and bad together; null where only the failed ones are told. */
  readonly valid: number | null;
  readonly places: readonly Place[];
}

const THING = '(?:calls|requests|reqs|transactions|queries|events|messages|jobs|orders|checkouts|payments)';
const BAD = new RegExp(`^(?:${THING}_(?:failed|bad|errors?|errored)|(?:failed|bad|error|errored)_${THING})$`);
const GOOD = new RegExp(
  `^(?:${THING}_(?:succeeded|good|ok|successful|success)|(?:succeeded|good|ok|successful)_${THING})$`,
);
const ALL = new RegExp(`^(?:${THING}_(?:total|all|valid)|(?:total|all|valid)_${THING}|${THING})$`);

/**
 * How many requests failed and how many there were: from the keys of a data block (`calls_failed` beside `calls_succeeded` or
 * `calls_total`), else from a sentence such as `1,234 of 6,912 requests failed`. Null where nothing tells, or it makes no sense.
 *
 * @example toldRequests(reading) // { bad: 1234, valid: 6912, places }
 */
export function toldRequests(reading: Reading): ToldRequests | null {
  return fromData(dataNumbers(reading)) ?? fromText(reading);
}

/** A share of the requests that a document counts, in percent, or why there is none. */
export function requestShare(valid: number | null, part: (valid: number) => number): Result {
  if (valid === null)
    return unknown(
      'noTotal',
      'The document counts failed requests but not all of them. Add how many there were in the same time.',
    );
  if (valid === 0) return unknown('noRequests', 'There were no requests, so no share of them can be told.');
  return { state: 'known', value: part(valid) * 100 };
}

function fromData(values: readonly DataValue[]): ToldRequests | null {
  const find = (pattern: RegExp): (DataValue & { readonly value: number }) | undefined =>
    values.find(
      (each): each is DataValue & { readonly value: number } =>
        typeof each.value === 'number' &&
        Number.isInteger(each.value) &&
        each.value >= 0 &&
        pattern.test(snake(each.key)),
    );
  const [bad, good, all] = [find(BAD), find(GOOD), find(ALL)];
  if (bad === undefined) return null;
  if (good !== undefined) return { bad: bad.value, valid: bad.value + good.value, places: [bad.place, good.place] };
  if (all !== undefined && all.value >= bad.value)
    return { bad: bad.value, valid: all.value, places: [bad.place, all.place] };
  return { bad: bad.value, valid: null, places: [bad.place] };
}

/** `callsFailed` and `calls-failed` are `calls_failed`. */
function snake(key: string): string {
  return key
    .slice(0, 60)
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .replace(/[- .]/g, '_')
    .toLowerCase();
}

function fromText({ postmortem: { impact } }: Reading): ToldRequests | null {
  const field = impact.requestsFailed;
  const written = valueOf(field);
  if (written === null) return null;
  const counts = writtenQuantities(written, { whole: true }).filter(({ unit }) => unit === 'none');
  const [bad, valid] = counts;
  if (bad === undefined || bad.value < 0 || counts.length > 2) return null;
  const between = written.slice(bad.to, valid?.from ?? bad.to);
  if (valid === undefined) return { bad: bad.value, valid: null, places: field.places };
  const isShare = /^.{0,30}(?:\bof\b|\bout of\b|\/|\bvon\b|\bsur\b|\bde\b|\bav\b).{0,20}$/isu.test(between);
  return isShare && valid.value >= bad.value ? { bad: bad.value, valid: valid.value, places: field.places } : null;
}
