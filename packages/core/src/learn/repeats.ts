import { fold } from '../model/fold.ts';
import { poissonRateRatio } from './poisson-rate-ratio.ts';
import type { Repeats } from './insights.ts';
import { DAY, type DatedRecord, type Scope } from './scope.ts';
import { shareInWords, shareOf } from './share-of.ts';
import { countOf, daysInWords, isReason, numberInWords, pInWords, rangeInWords, sentence } from './wording.ts';

/** An incident and the earlier one, by name, that it repeats. */
interface Repeat {
  readonly record: DatedRecord;
  readonly name: string;
}

const MOST_GROUPS = 50;

/** Repeats by contributing factor, and by links that documents themselves name. */
export function repeatFigures(scope: Scope): readonly Repeats[] {
  return [byFactor(scope), byLink(scope)];
}

function byFactor(scope: Scope): Repeats {
  const named = scope.records.filter((record) => factorNames(record, scope.ever).length > 0);
  const isGuess =
    scope.ever.some(({ factors }) => factors.some(({ from }) => from === 'words')) && !hasHouse(scope.ever);
  const repeats = factorRepeats(scope);
  return {
    id: 'repeats/factor',
    title: 'Repeats of a contributing factor',
    definition: `Post-mortems that name a contributing factor of an earlier one within ${daysInWords(scope.horizonDays)}, among those that name any; Wilson interval`,
    ...figure(scope, 'factor', repeats, named.length),
    unknown: scope.records.length - named.length,
    notes: [
      ...(isGuess
        ? [
            'Factors are general groups guessed from words. Name your own under “factors” in debrief.yaml to count what you mean.',
          ]
        : []),
      ...historyNote(scope),
    ],
  };
}

function byLink(scope: Scope): Repeats {
  return {
    id: 'repeats/link',
    title: 'Repeats by link',
    definition: `Post-mortems that name an earlier one as related, which began at most ${daysInWords(scope.horizonDays)} before; Wilson interval`,
    ...figure(scope, 'link', linkRepeats(scope), scope.records.length),
    unknown: 0,
    notes: [
      'Only links between documents of this set count; one that nobody wrote down is not seen.',
      ...historyNote(scope),
    ],
  };
}

type Figure = Pick<
  Repeats,
  'by' | 'horizonDays' | 'share' | 'groups' | 'rateRatio' | 'unit' | 'n' | 'censored' | 'statement' | 'cannotTell'
>;

function figure(scope: Scope, by: Repeats['by'], repeats: readonly Repeat[], trials: number): Figure {
  const files = new Set(repeats.map(({ record }) => record.file));
  const share = shareOf(files.size, trials, scope.level);
  const rateRatio = ratioOf(scope, repeats);
  const what = by === 'factor' ? 'repeat a factor of an earlier one' : 'name an earlier one that is related';
  const within = `within ${daysInWords(scope.horizonDays)}`;
  const ratio = isReason(rateRatio)
    ? ''
    : ` Second half against first: ${numberInWords(rateRatio.ratio)} times as often (${rangeInWords(rateRatio, numberInWords)}, ${pInWords(rateRatio.p)})${rateRatio.low <= 1 && rateRatio.high >= 1 ? ', which chance explains as well' : ''}.`;
  return {
    by,
    unit: 'share',
    n: trials,
    censored: 0,
    horizonDays: scope.horizonDays,
    share,
    groups: groupsOf(repeats),
    rateRatio,
    statement:
      trials === 0
        ? `No post-mortem of this window ${by === 'factor' ? 'names a contributing factor' : 'can be looked at'}.`
        : `${shareInWords(share)} ${what} ${within}.${ratio}`,
    cannotTell: trials === 0 ? 'There is nothing that could repeat.' : null,
  };
}

function groupsOf(repeats: readonly Repeat[]): Repeats['groups'] {
  const groups = new Map<string, { name: string; files: Set<string> }>();
  for (const { name, record } of repeats) {
    const group = groups.get(fold(name)) ?? { name, files: new Set() };
    group.files.add(record.file);
    groups.set(fold(name), group);
  }
  return [...groups.values()]
    .map(({ name, files }) => ({ name, count: files.size, files: [...files] }))
    .toSorted((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
    .slice(0, MOST_GROUPS);
}

/** Repeats of the second half of the window against those of the first. */
function ratioOf({ window, level }: Scope, repeats: readonly Repeat[]): Repeats['rateRatio'] {
  const first = Math.floor(window.days / 2);
  const middle = window.start + first * DAY;
  const records = [...new Set(repeats.map(({ record }) => record))];
  const late = records.filter(({ start }) => start.at >= middle).length;
  const early = records.length - late;
  if (first === 0 || early === 0 || late === 0)
    return {
      reason: `${sentence(countOf(early, 'repeat'))} in the first half of the window and ${late} in the second give no ratio.`,
    };
  const found = poissonRateRatio({
    count1: late,
    exposure1: window.days - first,
    count2: early,
    exposure2: first,
    level,
  });
  return isReason(found) ? found : { ratio: found.ratio, low: found.low, high: found.high, p: found.p, level };
}

/** With a house's list only its names count; without one, groups of words and equal words do. */
function factorNames({ factors }: DatedRecord, ever: readonly DatedRecord[]): readonly string[] {
  const house = hasHouse(ever);
  return factors.filter(({ from }) => !house || from === 'house').map(({ name }) => name);
}

const houses = new WeakMap<readonly DatedRecord[], boolean>();

function hasHouse(records: readonly DatedRecord[]): boolean {
  const known = houses.get(records) ?? records.some(({ factors }) => factors.some(({ from }) => from === 'house'));
  houses.set(records, known);
  return known;
}

function factorRepeats({ ever, records, horizonDays }: Scope): readonly Repeat[] {
  const inWindow = new Set(records);
  const last = new Map<string, number>();
  const repeats: Repeat[] = [];
  for (const record of ever) {
    for (const name of factorNames(record, ever)) {
      const before = last.get(fold(name));
      if (before !== undefined && record.start.at - before <= horizonDays * DAY && inWindow.has(record))
        repeats.push({ record, name });
    }
    for (const name of factorNames(record, ever)) last.set(fold(name), record.start.at);
  }
  return repeats;
}

function linkRepeats({ ever, records, horizonDays }: Scope): readonly Repeat[] {
  const byId = new Map<string, DatedRecord>();
  for (const record of ever) for (const id of idsOf(record)) if (!byId.has(id)) byId.set(id, record);
  return records.flatMap((record) =>
    [...new Set(record.links.flatMap((link) => byId.get(link.toLowerCase()) ?? []))]
      .filter(({ start }) => start.at < record.start.at && record.start.at - start.at <= horizonDays * DAY)
      .map((earlier) => ({ record, name: earlier.incidentId ?? earlier.title ?? earlier.file })),
  );
}

/** What other documents may call an incident: its id, and its file with and without its ending. */
function idsOf({ incidentId, file }: DatedRecord): readonly string[] {
  const base = file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1).toLowerCase();
  return [...(incidentId === null ? [] : [incidentId.toLowerCase()]), base, base.replace(/\.[a-z]{2,8}$/, '')];
}

/** Incidents of the first days have no past in which they could be found to be repeats. */
function historyNote({ ever, records, horizonDays }: Scope): readonly string[] {
  const [first] = ever;
  if (first === undefined) return [];
  const short = records.filter(({ start }) => start.at - first.start.at < horizonDays * DAY).length;
  return short === 0
    ? []
    : [
        `For ${countOf(short, 'post-mortem')} the documents do not reach back ${daysInWords(horizonDays)}, so repeats among them may be missed.`,
      ];
}

/** For each incident that names a factor, when it began and when the next with one of its factors did. */
export function nextOfSameFactor(
  records: readonly DatedRecord[],
): readonly { readonly at: number; readonly next: number | null }[] {
  const next = new Map<string, number>();
  const found: { at: number; next: number | null }[] = [];
  for (const record of records.toReversed()) {
    const names = factorNames(record, records).map((name) => fold(name));
    const times = names.flatMap((name) => next.get(name) ?? []);
    if (names.length > 0) found.push({ at: record.start.at, next: times.length === 0 ? null : Math.min(...times) });
    for (const name of names) next.set(name, record.start.at);
  }
  return found.toReversed();
}
