import { noAnswer, type NoAnswer } from '../measure/index.ts';
import { seedFault, valuesFault } from './faults.ts';
import { countOfChoices, everyChoice, sampledChoices } from './choices.ts';
import { differenceOfMeans, differenceOfMedians, type GroupDifference } from './group-difference.ts';

/** What is compared between the groups; `logMean` is the mean of the logarithms. */
export type ComparedStatistic = 'mean' | 'logMean' | 'median';

/** Whether a difference in either direction counts, or only a greater, or only a smaller statistic of a. */
export type Alternative = 'twoSided' | 'two-sided' | 'greater' | 'less';

export interface PermutationOptions {
  readonly a: readonly number[];
  readonly b: readonly number[];
  readonly statistic?: ComparedStatistic;
  readonly alternative?: Alternative;
  /** How many regroupings to draw where there are too many to try all; at least 10 000 are drawn. */
  readonly draws?: number;
  /** A whole number; the same seed gives the same answer. */
  readonly seed?: number;
}

export interface PermutationTest {
  /** The statistic of a less that of b. */
  readonly difference: number;
  readonly p: number;
  /** Whether every regrouping was tried. */
  readonly exact: boolean;
  readonly permutations: number;
}

const MOST_EXACT = 200_000;
const FEWEST_DRAWS = 10_000;
const MOST_DRAWS = 10_000_000;

const statistics: Readonly<Record<ComparedStatistic, (a: readonly number[], b: readonly number[]) => GroupDifference>> =
  {
    mean: differenceOfMeans,
    logMean: (a, b) => differenceOfMeans(a.map(Math.log), b.map(Math.log)),
    median: differenceOfMedians,
  };

const asFarEitherWay = (found: number, observed: number, slack: number): boolean =>
  Math.abs(found) >= Math.abs(observed) - slack;

const asExtreme: Readonly<Record<Alternative, (found: number, observed: number, slack: number) => boolean>> = {
  twoSided: asFarEitherWay,
  'two-sided': asFarEitherWay,
  greater: (found, observed, slack) => found >= observed - slack,
  less: (found, observed, slack) => found <= observed + slack,
};

/**
 * Whether two groups differ by more than regrouping their values by chance would give. All regroupings are tried where
 * there are at most 200 000; else at least 10 000 are drawn and p is (as extreme + 1) / (drawn + 1). Differences that
 * only rounding keeps apart count as equal.
 *
 * The difference is the statistic of a less that of b (with `logMean`, the logarithm of the ratio of their geometric
 * means); `greater` asks whether a is greater than b, `less` whether it is less, `twoSided` whether they differ.
 *
 * Source: E. J. G. Pitman (1937); B. Efron and R. J. Tibshirani, An Introduction to the Bootstrap, chapter 15, from
 * which the mouse data of the example are; for drawn p: B. Phipson and G. K. Smyth (2010).
 *
 * @example
 * permutationTest({
 *   a: [94, 197, 16, 38, 99, 141, 23], b: [52, 104, 146, 10, 50, 31, 40, 27, 46], statistic: 'mean', alternative: 'greater',
 * }) // { difference: 30.635…, p: 0.1406… (1608 of 11 440), exact: true, permutations: 11440 }
 */
export function permutationTest(options: PermutationOptions): PermutationTest | NoAnswer {
  const { a, b, statistic = 'mean', alternative = 'twoSided', draws = FEWEST_DRAWS, seed = 1 } = options;
  const fault = valuesFault(a) ?? valuesFault(b) ?? seedFault(seed) ?? choiceFault(statistic, alternative, draws);
  if (fault !== null) return noAnswer(fault);
  if (statistic === 'logMean' && [...a, ...b].some((value) => value <= 0))
    return noAnswer('A mean of logarithms needs values above 0.');
  const { difference, observed, slack, regrouped } = statistics[statistic](a, b);
  if (!Number.isFinite(difference)) return noAnswer('The values are too large to be compared.');
  const size = a.length + b.length;
  const chosen = Math.min(a.length, b.length);
  const exact = countOfChoices(size, chosen) <= MOST_EXACT;
  const counts = asExtreme[alternative];
  let [extreme, permutations] = [0, 0];
  const visit = (choice: Int32Array): void => {
    permutations += 1;
    if (counts(regrouped(choice), observed, slack)) extreme += 1;
  };
  if (exact) everyChoice(size, chosen, visit);
  else sampledChoices(size, chosen, { draws: Math.max(draws, FEWEST_DRAWS), seed }, visit);
  return { difference, p: exact ? extreme / permutations : (extreme + 1) / (permutations + 1), exact, permutations };
}

function choiceFault(statistic: string, alternative: string, draws: number): string | null {
  if (!Object.hasOwn(statistics, statistic)) return 'Groups are compared by mean, logMean or median.';
  if (!Object.hasOwn(asExtreme, alternative)) return 'The alternative is twoSided, greater or less.';
  return Number.isSafeInteger(draws) && draws > 0 && draws <= MOST_DRAWS
    ? null
    : 'The draws are a whole number, at most ten million.';
}
