import { dayNumber } from '../model/day.ts';
import { type Compared, compareDurations, splitNotes } from './compare-durations.ts';
import { durationMetrics } from './duration-metrics.ts';
import { holm } from './holm.ts';
import type { Change } from './insights.ts';
import { poissonRateRatio } from './poisson-rate-ratio.ts';
import type { Scope } from './scope.ts';
import { isReason, minutesInWords, numberInWords, percentInWords, pInWords, rangeInWords } from './wording.ts';

/** The one duration that comparisons settle on beforehand; the others are corrected for their number. */
const MAIN = durationMetrics[0];

/**
 * Before a day against after it: durations by geometric means, and how often. A difference is a change only where chance
 * makes one so large in fewer than 5 % of cases (at the level 0.95); else it cannot be told. The main duration and how
 * often incidents come are one question each; further durations are corrected for their number (Holm).
 */
export function changeFigures(scope: Scope): readonly Change[] {
  const { split, window, comparisons, level } = scope;
  if (split === null || split <= window.from || split > window.to) return [];
  const durations = durationMetrics.flatMap((metric) => compareDurations(scope, split, metric) ?? []);
  const further = durations.filter(({ metric, p }) => metric !== MAIN && p !== null);
  const corrected = holm(further.map(({ p }) => p ?? 1));
  const pOf = (change: Compared): number | null => {
    if (change.p === null) return null;
    const at = further.indexOf(change);
    return Math.min(1, (at < 0 ? change.p : (corrected[at] ?? 1)) * comparisons);
  };
  return [...durations, compareFrequency(scope, split)].map((change) => settle(change, pOf(change), 1 - level));
}

function settle(change: Compared, p: number | null, alpha: number): Change {
  const ratio = isReason(change.ratio) ? change.direction : change.ratio.ratio - 1;
  const isChange = p !== null && p <= alpha && ratio !== 0;
  const isRate = change.metric === 'frequency';
  const verdict = !isChange
    ? 'cannotTell'
    : ratio < 0
      ? isRate
        ? 'rarer'
        : 'shorter'
      : isRate
        ? 'moreOften'
        : 'longer';
  const { direction: _sign, ...rest } = change;
  return {
    ...rest,
    verdict,
    statement: `${VERDICTS[verdict](change.title)} ${numbersOf(change, p)}`.trimEnd(),
    cannotTell: verdict === 'cannotTell' ? whyNot(change, p) : null,
  };
}

const VERDICTS: Readonly<Record<Change['verdict'], (title: string) => string>> = {
  cannotTell: (title) => `${title}: cannot tell.`,
  shorter: (title) => `${title} became shorter.`,
  longer: (title) => `${title} became longer.`,
  rarer: () => 'Incidents with a post-mortem became rarer.',
  moreOften: () => 'Incidents with a post-mortem came more often.',
};

function numbersOf(change: Compared, p: number | null): string {
  const { metric, before, after, ratio, detectableReduction } = change;
  const isRate = metric === 'frequency';
  const medians =
    isRate || before.median === null || after.median === null
      ? `${before.n} before, ${after.n} after`
      : `Median ${minutesInWords(before.median)} before, ${minutesInWords(after.median)} after`;
  const times = isReason(ratio) ? '' : `, ${numberInWords(ratio.ratio)} times (${rangeInWords(ratio, numberInWords)})`;
  const chance =
    p === null || change.p === null
      ? ''
      : `, ${pInWords(change.p)}${p === change.p ? '' : ` (${numberInWords(Math.max(p, 0.001))} corrected)`}`;
  const least =
    detectableReduction === null
      ? ''
      : ` With ${before.n} against ${after.n} only a cut of about ${percentInWords(detectableReduction)} or more would show.`;
  return `${medians}${times}${chance}.${least}`;
}

function whyNot({ ratio, test }: Compared, p: number | null): string {
  if (p === null) return isReason(ratio) ? ratio.reason : 'There is too little to compare.';
  return `A difference like this comes about by chance often enough (${test}).`;
}

function compareFrequency({ records, window, level, isSplitGiven }: Scope, split: string): Compared {
  const days = dayNumber(split) - dayNumber(window.from);
  const [earlier, later] = [
    records.filter(({ start }) => start.day < split),
    records.filter(({ start }) => start.day >= split),
  ];
  const [before, after] = [earlier.length, later.length];
  const [burstsBefore, burstsAfter] = [burstsOf(earlier), burstsOf(later)];
  const found = poissonRateRatio({
    count1: burstsAfter,
    exposure1: window.days - days,
    count2: burstsBefore,
    exposure2: days,
    level,
  });
  const ratio: Change['ratio'] = isReason(found)
    ? found
    : [found.ratio, found.low, found.high].every(Number.isFinite)
      ? { ratio: found.ratio, low: found.low, high: found.high, level }
      : { reason: 'There was none before, so there is no ratio.' };
  return {
    id: 'change/frequency',
    title: 'How often',
    definition: `Post-mortems a day from ${split} on, divided by those before, where those that began within an hour of another count once; exact conditional test and Clopper–Pearson limits`,
    unit: 'ratio',
    n: records.length,
    censored: 0,
    unknown: 0,
    notes: [
      ...splitNotes(isSplitGiven, split),
      ...(burstsBefore + burstsAfter < before + after
        ? [
            `For the comparison those that began within an hour of another count once, since one cause may start several: ${burstsBefore} before, ${burstsAfter} after.`,
          ]
        : []),
    ],
    metric: 'frequency',
    split,
    before: { n: before, median: null },
    after: { n: after, median: null },
    ratio,
    p: isReason(found) ? null : found.p,
    test: 'exact conditional test of two Poisson rates',
    detectableReduction: null,
    direction: burstsAfter / Math.max(1, window.days - days) - burstsBefore / Math.max(1, days),
  };
}

const HOUR = 3_600_000;

/** How often something began: starts no more than an hour apart are one, or a single cause would count as many. */
function burstsOf(records: Scope['records']): number {
  const starts = records.map(({ start }) => start.at).toSorted((a, b) => a - b);
  return starts.filter((at, index) => at - (starts[index - 1] ?? -Infinity) > HOUR).length;
}
