/** ½ ln 2π */
const HALF_LOG_TWO_PI = Math.log(2 * Math.PI) / 2;

/** Above this the first terms of the series are exact to the last bit. */
const SERIES_FROM = 16;

/**
 * The density of a Poisson count at its mean's distance: mean^count · e^−mean / Γ(count + 1), also for counts that are
 * not whole. Accurate where factorials overflow and logarithms of them would cancel.
 *
 * Source: C. Loader, Fast and Accurate Computation of Binomial Probabilities, 2000.
 */
export function poissonDensity(count: number, mean: number): number {
  return Math.exp(-stirlingError(count) - deviance(count, mean) - HALF_LOG_TWO_PI) / Math.sqrt(count);
}

/**
 * The density of so many successes and failures, where `p + q = 1` are handed in both so that neither is lost in the
 * other: (n choose successes) · p^successes · q^failures, also for counts that are not whole. Both counts are above 0.
 */
export function binomialDensity(successes: number, failures: number, p: number, q: number): number {
  const n = successes + failures;
  const exponent =
    stirlingError(n) -
    stirlingError(successes) -
    stirlingError(failures) -
    deviance(successes, n * p) -
    deviance(failures, n * q);
  return Math.exp(exponent - HALF_LOG_TWO_PI) * Math.sqrt(n / successes / failures);
}

/** ln Γ(n + 1) less Stirling's formula for it, (n + ½) ln n − n + ½ ln 2π. */
function stirlingError(n: number): number {
  let below = 0;
  let at = n;
  for (; at < SERIES_FROM; at += 1) below += (at + 0.5) * Math.log1p(1 / at) - 1;
  const square = at * at;
  const series =
    1 / 12 -
    (1 / 360 - (1 / 1260 - (1 / 1680 - (1 / 1188 - 691 / 360_360 / square) / square) / square) / square) / square;
  return below + series / at;
}

/** x ln(x / mean) + mean − x, without the cancellation where the two are near. */
function deviance(x: number, mean: number): number {
  const difference = x - mean;
  if (Math.abs(difference) >= 0.1 * (x + mean)) return x * Math.log(x / mean) - difference;
  const ratio = difference / (x + mean);
  let sum = difference * ratio;
  let power = 2 * x * ratio;
  for (let odd = 3; ; odd += 2) {
    power *= ratio * ratio;
    const next = sum + power / odd;
    if (next === sum) return sum;
    sum = next;
  }
}
