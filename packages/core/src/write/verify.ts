import type { Place, Splice } from '../model/index.ts';
import type { Examined } from '../read/read.ts';
import { differences, type Difference, type Ranges, touches } from './differences.ts';
import { inOrder } from './splices.ts';

/** What an edit should have done to the reading. */
export interface Expectation {
  /** Values that may differ: those of the change itself. A name stands for all below it. */
  readonly may: readonly string[];
  /** Lists that may become longer or shorter; their other items stay. */
  readonly lists?: readonly string[];
  /** Values that follow the change wherever they stand, such as the days of events when the date changes. */
  readonly follow?: readonly string[];
  /** Whether headings may come or go. */
  readonly sections?: boolean;
  /** Null where the change is in the new reading; else what is read instead. */
  readonly reached: (after: Examined, ranges: Ranges) => string | null;
}

/** A change that can be written, in one or several ways, the best first; or one that is there already. */
export interface Plan {
  readonly ways: Iterable<readonly Splice[]>;
  readonly expect: Expectation;
}

/** The ranges that splices replace, and those that stand there afterwards. */
function rangesOf(splices: readonly Splice[]): Ranges {
  let shift = 0;
  const after: Place[] = [];
  const before = inOrder(Number.POSITIVE_INFINITY, splices).map(({ from, to, insert }) => {
    after.push({ from: from + shift, to: from + shift + insert.length });
    shift += insert.length - (to - from);
    return { from, to };
  });
  return { before, after };
}

/** Why the reading after an edit is not the one before with exactly the change; null where it is. */
export function faultOf(
  before: Examined,
  after: Examined,
  splices: readonly Splice[],
  expect: Expectation,
): string | null {
  const ranges = rangesOf(splices);
  const missed = expect.reached(after, ranges);
  if (missed !== null) return missed;
  const other = differences(before.reading.postmortem, after.reading.postmortem, ranges).find(
    (difference) => !isExpected(difference, expect),
  );
  if (other !== undefined) return `it would also change ${inWords(other.path)}`;
  return sectionFault(before, after, ranges, expect) ?? messageFault(before, after);
}

/** Lists that change only by what a change means, not even with the very words that they are read from. */
const STRICT = ['timeline', 'actionItems'];

/** Text of whole sections, in which other values stand. */
const SPANS =
  /^(?:summary|background|impact\.text|causes\.\w+|detection\.how|resolution\.text|lessons\.text|prevention\.text|followUp\.text|headerFields\.\w+|language)$/;
const DERIVED = /^(?:date|zone|incidentId|language|instants\.\w+)$/;

function isExpected(
  { path, isDerived, isFollowing, isTouched }: Difference,
  { may, lists = [], follow = [] }: Expectation,
): boolean {
  const isMeant = may.some((name) => isBelow(path, name)) && (!path.includes('[]') || isFollowing);
  if (isMeant || lists.includes(path) || follow.some((name) => isBelow(path, name))) return true;
  if (STRICT.some((name) => isBelow(path, name))) return false;
  if (path === 'title') return false;
  if (path === 'language') return true;
  return isFollowing || (isDerived && DERIVED.test(path)) || (isTouched && SPANS.test(path));
}

function isBelow(path: string, name: string): boolean {
  return path.startsWith(name) && /^(?:$|\.|\[)/.test(path.slice(name.length, name.length + 1));
}

function sectionFault(before: Examined, after: Examined, ranges: Ranges, { sections }: Expectation): string | null {
  const was = headingsOf(before, ranges.before);
  const is = headingsOf(after, ranges.after);
  if (sections !== true && was.own !== is.own) return 'it would add or remove a heading';
  return was.others.join('\n') === is.others.join('\n') ? null : 'it would change what another heading means';
}

function headingsOf(
  { reading }: Examined,
  ranges: readonly Place[],
): { readonly own: number; readonly others: readonly string[] } {
  const headings = reading.sections.filter(({ kind }) => kind === 'heading');
  const others = headings.filter(({ headingPlace }) => !touches(headingPlace, ranges));
  return {
    own: headings.length - others.length,
    others: others.map(({ level, heading, names }) => `${level} ${names.join()} ${heading}`),
  };
}

const BREAKING: ReadonlySet<string> = new Set([
  'broken-table',
  'unclosed-fence',
  'front-matter',
  'deep-nesting',
  'pinned-time',
]);

function messageFault(before: Examined, after: Examined): string | null {
  return broken(after) > broken(before) ? 'it would break a table, a code block or the front matter' : null;
}

function broken({ reading }: Examined): number {
  return reading.messages.filter(({ code }) => BREAKING.has(code)).length;
}

const IN_WORDS: Readonly<Record<string, string>> = {
  'timeline[].at': 'the times of other events',
  'timeline[].until': 'the times of other events',
  timeline: 'the timeline',
  actionItems: 'the action items',
  otherLabels: 'other labels',
  headerFields: 'the header',
  incidentId: 'the incident id',
  instants: 'the instants of the incident',
  people: 'the people',
  followUp: 'the follow-up',
  signOff: 'the sign-off',
  stated: 'the stated metrics',
};

/** A path of the model as a person would name it. */
function inWords(path: string): string {
  const [first = path] = path.split(/[.[]/, 1);
  return IN_WORDS[path] ?? IN_WORDS[first] ?? `the ${first}`;
}
