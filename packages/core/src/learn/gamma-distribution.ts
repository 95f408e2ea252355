import { continuedFraction } from './continued-fraction.ts';
import { poissonDensity } from './saddle-point.ts';
import { quantileBySteps } from './quantile-by-steps.ts';
import type { Tails } from './tails.ts';

/**
 * The regularised incomplete gamma functions: how much of a gamma distribution of this shape and scale 1 lies below and
 * above `x`. Sources: NIST Digital Library of Mathematical Functions, 8.7.1 (series) and 8.9.2 (continued fraction).
 */
export function gammaTails(shape: number, x: number): Tails {
  if (x <= 0) return { lower: 0, upper: 1 };
  const density = poissonDensity(shape, x);
  if (density === 0) return x < shape ? { lower: 0, upper: 1 } : { lower: 1, upper: 0 };
  if (x < shape + 1) {
    const lower = density * series(shape, x);
    return { lower, upper: 1 - lower };
  }
  const upper =
    shape *
    density *
    continuedFraction(x + 1 - shape, (step) => ({ over: step * (shape - step), plus: x + 1 - shape + 2 * step }));
  return { lower: 1 - upper, upper };
}

/** The point below which the share `lower` of a gamma distribution of this shape and scale 1 lies; `upper` lies above. */
export function gammaQuantile(shape: number, { lower, upper }: Tails): number {
  const logarithm = quantileBySteps({
    tails: { lower, upper },
    start: Math.log(shape),
    at: (t) => {
      const x = Math.exp(t);
      return { ...gammaTails(shape, x), density: shape * poissonDensity(shape, x) };
    },
  });
  return Math.exp(logarithm);
}

function series(shape: number, x: number): number {
  let sum = 1;
  let term = 1;
  for (let step = 1; term > sum * 1e-17; step += 1) {
    term *= x / (shape + step);
    sum += term;
  }
  return sum;
}
