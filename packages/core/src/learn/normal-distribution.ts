import { gammaTails } from './gamma-distribution.ts';
import { quantileBySteps } from './quantile-by-steps.ts';
import type { Tails } from './tails.ts';

/** How much of the standard normal distribution lies below and above `z`. */
export function normalTails(z: number): Tails {
  const { lower, upper } = gammaTails(0.5, (z * z) / 2);
  const [near, far] = [0.5 + lower / 2, upper / 2];
  return z < 0 ? { lower: far, upper: near } : { lower: near, upper: far };
}

/** The share of the standard normal distribution that lies at least as far from 0 as `z`, on both sides. */
export function normalBeyond(z: number): number {
  return gammaTails(0.5, (z * z) / 2).upper;
}

/** The point of the standard normal distribution above which the share `upper` lies. */
export function normalQuantile(upper: number): number {
  return quantileBySteps({
    tails: { lower: 1 - upper, upper },
    start: 0,
    at: (z) => ({ ...normalTails(z), density: Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI) }),
  });
}
