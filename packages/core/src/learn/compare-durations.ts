import { type Duration, durationMetrics, durationsIn, titleOfMetric } from './duration-metrics.ts';
import { geometricMeanRatio } from './geometric-mean-ratio.ts';
import type { Change } from './insights.ts';
import { kaplanMeier } from './kaplan-meier.ts';
import { logRank } from './log-rank.ts';
import { minimumDetectableEffect } from './minimum-detectable-effect.ts';
import { permutationTest } from './permutation-test.ts';
import { quantile } from './quantile.ts';
import type { Scope } from './scope.ts';
import { countOf, isReason, numberInWords, sentence } from './wording.ts';

/** A comparison before it is settled whether it is a change. `direction` is below 0 where after is shorter or rarer. */
export type Compared = Omit<Change, 'verdict' | 'statement' | 'cannotTell'> & { readonly direction: number };

const DRAWS = 10_000;

/** More values than this are compared by Welch's t, which is as good there and does not take minutes. */
const MOST_PERMUTED = 1_000;

/** What a duration of 0 counts as on the log scale: clocks in documents are to the minute. */
const LEAST_MINUTES = 1;

/** A duration before the split against after it; null where nothing tells it. */
export function compareDurations(scope: Scope, split: string, metric: string): Compared | null {
  const { told, unknown } = durationsIn(scope.records, metric);
  if (told.length === 0) return null;
  const [before, after] = [
    told.filter(({ record }) => record.start.day < split),
    told.filter(({ record }) => record.start.day >= split),
  ];
  const compared = compare(before, after, scope);
  const short = told.filter(({ minutes }) => minutes < LEAST_MINUTES).length;
  return {
    id: `change/${metric}`,
    title: titleOfMetric(metric),
    definition: `${told[0]?.definition ?? metric}; after divided by before, by geometric means with Welch’s t on the logarithms`,
    unit: 'ratio',
    n: told.length,
    censored: told.filter(({ open }) => open).length,
    unknown,
    notes: [
      ...splitNotes(scope.isSplitGiven, split),
      ...(metric === durationMetrics[0]
        ? []
        : [
            'Corrected for the number of durations that are compared (Holm); time to resolve is the one settled on first.',
          ]),
      ...(scope.comparisons > 1 ? [`Corrected for ${scope.comparisons} groups that ask the same.`] : []),
      ...(short > 0
        ? [
            `${sentence(countOf(short, 'value'))} below a minute ${short === 1 ? 'counts' : 'count'} as one minute here.`,
          ]
        : []),
    ],
    metric,
    split,
    before: { n: before.length, median: medianOf(before) },
    after: { n: after.length, median: medianOf(after) },
    ...compared,
  };
}

type Outcome = Pick<Compared, 'ratio' | 'p' | 'test' | 'detectableReduction' | 'direction'>;

function compare(before: readonly Duration[], after: readonly Duration[], scope: Scope): Outcome {
  const nothing = { p: null, detectableReduction: null, direction: 0, test: 'none' };
  if (before.length < 2 || after.length < 2)
    return {
      ...nothing,
      ratio: { reason: `With ${before.length} before and ${after.length} after there is too little to compare.` },
    };
  if ([...before, ...after].some(({ open }) => open)) return compareOpen(before, after);
  const [a, b] = [after.map(logReady), before.map(logReady)];
  const ratio = geometricMeanRatio({ a, b, level: scope.level });
  if (isReason(ratio)) return { ...nothing, ratio };
  const detectable = minimumDetectableEffect({
    sigma: ratio.sigma,
    n1: b.length,
    n2: a.length,
    alpha: 1 - scope.level,
    power: 0.8,
  });
  return {
    ratio: { ratio: ratio.ratio, low: ratio.low, high: ratio.high, level: scope.level },
    ...tested(a, b, ratio.p, scope.seed),
    detectableReduction: isReason(detectable) ? null : detectable.reduction,
    direction: ratio.ratio - 1,
  };
}

function tested(
  a: readonly number[],
  b: readonly number[],
  welch: number,
  seed: number,
): { readonly p: number | null; readonly test: string } {
  if (a.length + b.length > MOST_PERMUTED) return { p: welch, test: 'Welch’s t on the logarithms' };
  const found = permutationTest({ a, b, statistic: 'logMean', alternative: 'twoSided', draws: DRAWS, seed });
  if (isReason(found)) return { p: null, test: found.reason };
  const how = found.exact
    ? `exact, ${found.permutations} regroupings`
    : `${found.permutations} regroupings drawn with seed ${seed}`;
  return { p: found.p, test: `permutation test of the mean logarithm, ${how}` };
}

/** Dropping what is not over would make the later half look shorter, so lifetimes are compared instead. */
function compareOpen(before: readonly Duration[], after: readonly Duration[]): Outcome {
  const found = logRank({ a: lifetimes(after), b: lifetimes(before) });
  const open = [...before, ...after].filter((each) => each.open).length;
  return {
    ratio: isReason(found)
      ? found
      : {
          reason: `${sentence(countOf(open, 'incident'))} not over, so lifetimes were compared, which gives no ratio (${numberInWords(found.observed)} over after the split, ${numberInWords(found.expected)} expected).`,
        },
    p: isReason(found) ? null : found.p,
    test: 'log-rank test, with what is not over counted as open',
    detectableReduction: null,
    direction: isReason(found) ? 0 : found.expected - found.observed,
  };
}

function lifetimes(durations: readonly Duration[]): {
  readonly times: readonly number[];
  readonly observed: readonly boolean[];
} {
  return {
    times: durations.map(({ minutes }) => Math.max(0, minutes)),
    observed: durations.map(({ open }) => !open),
  };
}

function medianOf(durations: readonly Duration[]): number | null {
  if (durations.length === 0) return null;
  if (durations.some(({ open }) => open)) {
    const found = kaplanMeier(lifetimes(durations));
    return 'median' in found ? found.median : null;
  }
  const found = quantile({ values: durations.map(({ minutes }) => Math.max(0, minutes)), q: 0.5, method: 'linear' });
  return typeof found === 'number' ? found : null;
}

function logReady({ minutes }: Duration): number {
  return Math.max(LEAST_MINUTES, minutes);
}

/** Says whether the day was given, so that nobody takes a picked one for a fair one. */
export function splitNotes(isGiven: boolean, split: string): readonly string[] {
  return isGiven
    ? [`The day ${split} was given. It proves something only if it was chosen before looking at the numbers.`]
    : ['First half of the window against the second: exploratory, since nothing is known to have changed in between.'];
}
