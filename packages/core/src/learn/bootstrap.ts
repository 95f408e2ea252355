import { noAnswer, type NoAnswer } from '../measure/index.ts';
import { levelFault, seedFault, valuesFault } from './faults.ts';
import { linearQuantile } from './quantile.ts';
import { randomBelow, type RandomSequence, seededRandom } from './seeded-random.ts';

export type BootstrapStatistic = 'mean' | 'geometricMean' | 'median';

export interface BootstrapOptions {
  readonly values: readonly number[];
  readonly statistic?: BootstrapStatistic;
  /** How many samples to draw: 10 000 unless told, at least 100. */
  readonly resamples?: number;
  /** A whole number; the same seed gives the same answer. */
  readonly seed?: number;
  readonly level?: number;
}

/** A statistic of the values, and how much it would vary from sample to sample. */
export interface Bootstrap {
  readonly estimate: number;
  readonly standardError: number;
  readonly low: number;
  readonly high: number;
  /** The seed that was used, to be shown beside the figures. */
  readonly seed: number;
}

const MOST_RESAMPLES = 1_000_000;

/** Finds a statistic of the values drawn at random, as many as there are, each time anew. */
type Sampler = (sorted: Float64Array, random: RandomSequence) => number;

const statistics: Readonly<
  Record<BootstrapStatistic, { readonly of: (sorted: Float64Array) => number; readonly sample: Sampler }>
> = {
  mean: { of: mean, sample: sampledMean },
  geometricMean: { of: mean, sample: sampledMean },
  median: { of: (sorted) => linearQuantile(sorted, 0.5), sample: sampledMedian },
};

/**
 * A statistic with its standard error and percentile limits, by drawing samples from the values themselves. Two values
 * are the least; a median of fewer than ten is better told by `medianInterval`, since all samples are made of the same
 * few values.
 *
 * Source: B. Efron and R. J. Tibshirani, An Introduction to the Bootstrap, 1993, chapters 6 and 13.
 *
 * @example bootstrap({ values: [94, 197, 16, 38, 99, 141, 23], statistic: 'mean', seed: 1 })
 * // { estimate: 86.857…, standardError: 23.38…, low: 43.14…, high: 135.42…, seed: 1 }
 */
export function bootstrap(options: BootstrapOptions): Bootstrap | NoAnswer {
  const { values, statistic = 'mean', resamples = 10_000, seed = 1, level = 0.95 } = options;
  const fault = valuesFault(values) ?? seedFault(seed) ?? levelFault(level) ?? samplingFault(statistic, resamples);
  if (fault !== null) return noAnswer(fault);
  if (values.length < 2) return noAnswer('One value does not say how much values vary.');
  const isLog = statistic === 'geometricMean';
  if (isLog && values.some((value) => value <= 0)) return noAnswer('A geometric mean needs values above 0.');
  const sorted = Float64Array.from(isLog ? values.map(Math.log) : values).toSorted();
  const { of, sample } = statistics[statistic];
  const random = seededRandom(seed);
  const found = Float64Array.from({ length: resamples }, () => sample(sorted, random))
    .map((each) => (isLog ? Math.exp(each) : each))
    .toSorted();
  const estimate = isLog ? Math.exp(of(sorted)) : of(sorted);
  const standardError = standardDeviation(found);
  if (!Number.isFinite(standardError)) return noAnswer('The values are too large to be resampled.');
  const beyond = (1 - level) / 2;
  return { estimate, standardError, low: linearQuantile(found, beyond), high: linearQuantile(found, 1 - beyond), seed };
}

function samplingFault(statistic: string, resamples: number): string | null {
  if (!Object.hasOwn(statistics, statistic)) return 'The statistic is mean, geometricMean or median.';
  return Number.isSafeInteger(resamples) && resamples >= 100 && resamples <= MOST_RESAMPLES
    ? null
    : 'The resamples are a whole number from one hundred to one million.';
}

function sampledMean(sorted: Float64Array, random: RandomSequence): number {
  let sum = 0;
  for (let drawn = 0; drawn < sorted.length; drawn += 1) sum += sorted[randomBelow(random, sorted.length)] ?? 0;
  return sum / sorted.length;
}

/** Counts how often each value was drawn and walks to the middle, which costs less than sorting. */
function sampledMedian(sorted: Float64Array, random: RandomSequence): number {
  const n = sorted.length;
  const counts = new Uint32Array(n);
  for (let drawn = 0; drawn < n; drawn += 1) {
    const place = randomBelow(random, n);
    counts[place] = (counts[place] ?? 0) + 1;
  }
  let [at, seen] = [0, counts[0] ?? 0];
  const ranked = (rank: number): number => {
    while (seen <= rank) seen += counts[(at += 1)] ?? 1;
    return sorted[at] ?? 0;
  };
  const lower = ranked(Math.ceil(n / 2) - 1);
  return n % 2 === 1 ? lower : lower / 2 + ranked(n / 2) / 2;
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function standardDeviation(values: Float64Array): number {
  const centre = mean(values);
  const squares = values.reduce((sum, value) => sum + (value - centre) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1));
}
