import { isDayText } from '../model/day.ts';
import { foldId } from '../model/fold-id.ts';
import { type IdPart, parseIdScheme } from './id-scheme.ts';
import { slugOf } from './slug.ts';

/** A new id, or why there is none: the scheme or the instant cannot be understood. */
export type NewIncidentId =
  | { readonly id: string; readonly problem?: undefined }
  | { readonly problem: 'scheme' | 'instant'; readonly message: string };

/** Ids that several documents carry. `at` are their indexes in the list that was asked about. */
export interface IdClash {
  readonly id: string;
  readonly at: readonly number[];
}

const INSTANT = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)(?::[0-5]\d(?:\.\d{1,9})?)?Z$/;

/** No id that anyone uses is longer; longer texts among `taken` clash as they stand but are not searched for counters. */
const LONGEST = 200;

/**
 * An id that is not taken yet. A counter goes on after the highest one among the taken ids of the same scheme, and of
 * the same date where the scheme holds one; without a counter a clash gets `-2`, `-3` and so on. Case does not tell ids
 * apart, since on many systems it does not tell files apart.
 *
 * @param scheme a pattern such as `INC-{date}-{counter:3}`, or a name out of `idSchemes`
 * @param at `at`: ISO instant in UTC (`2026-05-01T10:02:00Z`); `title`: any text; `taken`: the ids there are
 * @example newIncidentId('executive', { at: '2026-05-01T10:02Z', title: 'Mail', taken: ['INC-20260501-001'] }) // { id: 'INC-20260501-002' }
 */
export function newIncidentId(
  scheme: string,
  { at, title, taken }: { readonly at: string; readonly title: string; readonly taken: readonly string[] },
): NewIncidentId {
  const parsed = parseIdScheme(scheme);
  if ('problem' in parsed) return { problem: 'scheme', message: `The id scheme “${scheme}” ${parsed.problem}.` };
  const [, day = '', hours = '', minutes = ''] = INSTANT.exec(at) ?? [];
  if (!isDayText(day))
    return { problem: 'instant', message: `“${at}” is not an instant in UTC, such as 2026-05-01T10:02:00Z.` };
  const known = taken.map(foldId);
  const filled = { day, time: `${hours}${minutes}`, slug: slugOf(title) };
  const counter = nextCounter(parsed.parts, filled.day, known);
  const id = parsed.parts.map((part) => FILL[part.kind](part as never, { ...filled, counter })).join('');
  return { id: firstFree(id, new Set(known)) };
}

/**
 * The ids that occur more than once, in the order in which they first do. Case, kinds of dashes and blanks around an id do
 * not tell it from another; empty ids are passed over.
 *
 * @example clashesIn(['INC-1', 'INC-2', 'inc-1']) // [{ id: 'INC-1', at: [0, 2] }]
 */
export function clashesIn(ids: readonly string[]): readonly IdClash[] {
  const places = Map.groupBy(ids.keys(), (at) => foldId(ids[at] ?? ''));
  return [...places].flatMap(([folded, at]) =>
    folded === '' || at.length < 2 ? [] : [{ id: ids[at[0] ?? 0]?.trim() ?? '', at }],
  );
}

interface Filled {
  readonly day: string;
  readonly time: string;
  readonly slug: string;
  readonly counter: number;
}

const FILL: { readonly [K in IdPart['kind']]: (part: Extract<IdPart, { kind: K }>, filled: Filled) => string } = {
  text: ({ text }) => text,
  date: ({ format }, { day }) => dateIn(format, day),
  time: (_part, { time }) => time,
  counter: ({ digits }, { counter }) => String(counter).padStart(digits, '0'),
  slug: (_part, { slug }) => slug,
};

/** How an id of the same scheme looks. Each has a bound and stands at most once, so matching cannot run away. */
const MATCH: { readonly [K in IdPart['kind']]: (part: Extract<IdPart, { kind: K }>, day: string) => string } = {
  text: ({ text }) => literally(foldId(text)),
  date: ({ format }, day) => literally(dateIn(format, day)),
  time: () => '\\d{4}',
  counter: () => '(\\d{1,12})',
  slug: () => '[a-z0-9-]{1,60}',
};

function nextCounter(parts: readonly IdPart[], day: string, taken: readonly string[]): number {
  if (!parts.some(({ kind }) => kind === 'counter')) return 0;
  const pattern = new RegExp(`^${parts.map((part) => MATCH[part.kind](part as never, day)).join('')}$`);
  let highest = 0;
  for (const id of taken) {
    if (id.length <= LONGEST) highest = Math.max(highest, Number(pattern.exec(id)?.[1] ?? 0));
  }
  return highest + 1;
}

function firstFree(id: string, taken: ReadonlySet<string>): string {
  if (!taken.has(foldId(id))) return id;
  let count = 2;
  while (taken.has(foldId(`${id}-${count}`))) count += 1;
  return `${id}-${count}`;
}

function dateIn(format: string, day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return format.replace('YYYY', year).replace('MM', month).replace('DD', date);
}

/** A text as a regular expression matches it; folding can bring brackets, as of ⑴. */
function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}
