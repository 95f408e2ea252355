import { betaQuantile, betaTails } from './beta-distribution.ts';
import type { Reason } from './insights.ts';

/** How many times the geometric mean of b that of a is, its limits, and what the logarithms spread by. */
export interface GeometricMeanRatio {
  readonly ratio: number;
  readonly low: number;
  readonly high: number;
  /** Two-sided, by Welch's t. */
  readonly p: number;
  /** The pooled standard deviation of the logarithms. */
  readonly sigma: number;
}

/**
 * The ratio of two geometric means, a over b, with limits by Welch's t on the logarithms. All values are above 0.
 *
 * Source: B. L. Welch, Biometrika 34 (1947); F. E. Satterthwaite, Biometrics Bulletin 2 (1946).
 *
 * @returns `{ reason }` where a group has fewer than two values, or where nothing spreads
 * @example geometricMeanRatio({ a: [12, 16, 8, 30, 21, 11, 19], b: [18, 25, 9, 40, 31, 22, 55, 14] }).ratio // 0.661…
 */
export function geometricMeanRatio({
  a,
  b,
  level = 0.95,
}: {
  readonly a: readonly number[];
  readonly b: readonly number[];
  readonly level?: number;
}): GeometricMeanRatio | Reason {
  if (a.length < 2 || b.length < 2) return { reason: 'A ratio with limits takes two values on either side.' };
  if ([...a, ...b].some((value) => !(value > 0 && Number.isFinite(value))))
    return { reason: 'A geometric mean takes values above 0.' };
  const [one, other] = [logsOf(a), logsOf(b)];
  const [parts, error] = [
    [one.variance / a.length, other.variance / b.length] as const,
    Math.sqrt(one.variance / a.length + other.variance / b.length),
  ];
  const difference = one.mean - other.mean;
  if (!(error > 1e-12))
    return { reason: 'The values on either side are all equal, so there is no spread to judge by.' };
  const freedom = error ** 4 / (parts[0] ** 2 / (a.length - 1) + parts[1] ** 2 / (b.length - 1));
  const reach = quantileOfT(freedom, level) * error;
  const pooled = ((a.length - 1) * one.variance + (b.length - 1) * other.variance) / (a.length + b.length - 2);
  return {
    ratio: Math.exp(difference),
    low: Math.exp(difference - reach),
    high: Math.exp(difference + reach),
    p: beyondT(freedom, difference / error),
    sigma: Math.sqrt(pooled),
  };
}

function logsOf(values: readonly number[]): { readonly mean: number; readonly variance: number } {
  const logs = values.map(Math.log);
  const mean = logs.reduce((sum, value) => sum + value, 0) / logs.length;
  const squares = logs.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, variance: squares / (logs.length - 1) };
}

/** The point that Student's t stays below, on both sides, with the probability `level`: t² is a ratio of a beta. */
function quantileOfT(freedom: number, level: number): number {
  const { share, rest } = betaQuantile(0.5, freedom / 2, { lower: level, upper: 1 - level });
  return Math.sqrt((freedom * share) / rest);
}

function beyondT(freedom: number, t: number): number {
  const square = t * t;
  return betaTails(0.5, freedom / 2, { share: square / (freedom + square), rest: freedom / (freedom + square) }).upper;
}
