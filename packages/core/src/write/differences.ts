import type { Place } from '../model/index.ts';

/** The ranges of a text that an edit touched, as they lie before it and after it. */
export interface Ranges {
  readonly before: readonly Place[];
  readonly after: readonly Place[];
}

/** A value that reads differently after an edit. */
export interface Difference {
  /** `people.commander`, `timeline[].text`; the name of a list alone where it has one item more or less. */
  readonly path: string;
  /** Whether the value was worked out from words at another place, which the edit touched. */
  readonly isDerived: boolean;
  /** Whether it was read from words that the edit touched, and still is. */
  readonly isFollowing: boolean;
  /** Whether it was or is read from words that the edit touched. */
  readonly isTouched: boolean;
}

type Data = Readonly<Record<string, unknown>>;

/** Properties that say where and how, not what. */
const NOT_VALUES: ReadonlySet<string> = new Set(['place', 'places', 'written', 'source', 'comments', 'section']);
const NOTHING = new Set(['absent', 'empty']);

/**
 * What two models of one text, before and after an edit, say differently. Items of lists are told apart by their
 * places: those that the edit did not touch have to be the same, in the same order.
 */
export function differences(before: unknown, after: unknown, ranges: Ranges): readonly Difference[] {
  const found: Difference[] = [];
  compare(before, after, '', ranges, found, false);
  return found;
}

function compare(
  before: unknown,
  after: unknown,
  path: string,
  ranges: Ranges,
  found: Difference[],
  isInside: boolean,
): void {
  if (before === after) return;
  if (Array.isArray(before) && Array.isArray(after)) return compareLists(before, after, path, ranges, found, isInside);
  if (isData(before) && isData(after)) {
    if (isField(before) && isField(after)) {
      if (!sameField(before, after)) found.push(differenceAt(path, before, after, ranges, isInside));
      return;
    }
    for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
      if (!NOT_VALUES.has(key))
        compare(before[key], after[key], path === '' ? key : `${path}.${key}`, ranges, found, isInside);
    }
    return;
  }
  found.push(differenceAt(path, before, after, ranges, isInside));
}

function compareLists(
  before: readonly unknown[],
  after: readonly unknown[],
  path: string,
  ranges: Ranges,
  found: Difference[],
  isInside: boolean,
): void {
  const starts = new Set(after.map((item) => placeOf(item)?.from));
  const [touchedAfter, untouchedAfter] = parted(after, (item) => isTouched(item, ranges.after));
  const grown = new Set(touchedAfter.map((item) => placeOf(item)?.from));
  const isGrown = (item: unknown): boolean => {
    const moved = startAfter(item, ranges, 1);
    return grown.has(moved) || (!starts.has(moved) && grown.has(startAfter(item, ranges, 0)));
  };
  const [own, stay] = parted(before, (item) => isTouched(item, ranges.before) || isGrown(item));
  const shrunk = new Set(
    own.map((item) => startAfter(item, ranges, 1)).filter((start) => start !== undefined && !grown.has(start)),
  );
  const [cut, stayed] = parted(untouchedAfter, (item) => shrunk.has(placeOf(item)?.from));
  const other = [...touchedAfter, ...cut];
  const isOther = { path, isDerived: false, isFollowing: isInside, isTouched: isInside };
  if (stay.length === stayed.length)
    for (const [index, item] of stay.entries()) compare(item, stayed[index], `${path}[]`, ranges, found, false);
  else found.push(isOther);
  const gone = own.filter((item) => !takeEqual(other, item, ranges));
  for (const [index, item] of gone.entries()) {
    if (index < other.length) compare(item, other[index], `${path}[]`, ranges, found, true);
    else found.push({ ...isOther, isTouched: true });
  }
  for (let index = gone.length; index < other.length; index += 1) found.push({ ...isOther, isTouched: true });
}

/**
 * Where an item begins after the edit, for it may have grown or shrunk at its end, or grown at its start: then what is
 * inserted there is its own (`behind` 0). Undefined where its beginning was replaced.
 */
function startAfter(item: unknown, { before, after }: Ranges, behind: 0 | 1): number | undefined {
  const from = placeOf(item)?.from;
  if (from === undefined || before.some((range) => range.from <= from && from < range.to)) return undefined;
  const index = before.findLastIndex((range) => range.to < from + behind);
  return index < 0 ? from : from - (before[index]?.to ?? 0) + (after[index]?.to ?? 0);
}

function parted(items: readonly unknown[], test: (item: unknown) => boolean): readonly [unknown[], unknown[]] {
  const yes: unknown[] = [];
  const no: unknown[] = [];
  for (const item of items) (test(item) ? yes : no).push(item);
  return [yes, no];
}

/** Takes the first item off a list that says the same as another one. */
function takeEqual(items: unknown[], wanted: unknown, ranges: Ranges): boolean {
  const index = items.findIndex((item) => {
    const found: Difference[] = [];
    compare(wanted, item, '', ranges, found, false);
    return found.length === 0;
  });
  if (index >= 0) items.splice(index, 1);
  return index >= 0;
}

function differenceAt(path: string, before: unknown, after: unknown, ranges: Ranges, isInside: boolean): Difference {
  const was = isTouched(before, ranges.before);
  const is = isTouched(after, ranges.after);
  return {
    path,
    isDerived: isDerived(before, ranges.before) || isDerived(after, ranges.after),
    isFollowing: isInside || (was && is),
    isTouched: isInside || was || is,
  };
}

function isDerived(value: unknown, ranges: readonly Place[]): boolean {
  if (!isData(value) || !isField(value)) return false;
  const places = placesOf(value);
  return value['source'] === 'derived' || places.slice(1).some((place) => touches(place, ranges));
}

/** Whether an item or field stands, at least in part, in one of the ranges. */
function isTouched(value: unknown, ranges: readonly Place[]): boolean {
  const place = placeOf(value);
  return place !== null && touches(place, ranges);
}

/** Whether a place shares a character with one of the ranges; an empty place also where it stands at the edge of one. */
export function touches(place: Place, ranges: readonly Place[]): boolean {
  return ranges.some(({ from, to }) =>
    place.from === place.to ? from <= place.from && place.from <= to : place.from < to && from < place.to,
  );
}

/** Where an item stands: its own place, else that of the first field in it that has one. */
function placeOf(value: unknown): Place | null {
  if (!isData(value)) return null;
  if (isData(value['place'])) return value['place'] as unknown as Place;
  if (isField(value)) return placesOf(value)[0] ?? null;
  for (const inner of Object.values(value)) {
    const place = placeOf(inner);
    if (place !== null) return place;
  }
  return null;
}

function placesOf(field: Data): readonly Place[] {
  return Array.isArray(field['places']) ? (field['places'] as readonly Place[]) : [];
}

function isData(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isField(value: Data): boolean {
  return 'state' in value && 'places' in value;
}

function sameField(before: Data, after: Data): boolean {
  if (before['state'] !== after['state']) return false;
  if (before['state'] === 'known') return sameValue(before['value'], after['value']);
  if (before['state'] !== 'unknown') return true;
  return (
    before['reason'] === after['reason'] ||
    (NOTHING.has(String(before['reason'])) && NOTHING.has(String(after['reason'])))
  );
}

function sameValue(before: unknown, after: unknown): boolean {
  if (before === after) return true;
  if (!isData(before) || !isData(after)) return false;
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].every((key) => sameValue(before[key], after[key]));
}
