import { continuedFraction } from './continued-fraction.ts';
import { binomialDensity } from './saddle-point.ts';
import { quantileBySteps } from './quantile-by-steps.ts';
import type { Tails } from './tails.ts';

/** A share and what is missing to 1, both kept so that neither is lost in the other. */
export interface Share {
  readonly share: number;
  readonly rest: number;
}

/**
 * The regularised incomplete beta functions: how much of a beta distribution with the parameters `a` and `b` lies below
 * and above a share. Source: A. R. DiDonato and A. H. Morris, ACM TOMS 18 (1992),
 * algorithm 708, whose continued fraction does not cancel near 0 and 1.
 */
export function betaTails(a: number, b: number, { share, rest }: Share): Tails {
  if (share <= 0) return { lower: 0, upper: 1 };
  if (rest <= 0) return { lower: 1, upper: 0 };
  const density = betaDensity(a, b, { share, rest });
  const isBelow = share < (a + 1) / (a + b + 2);
  if (density === 0) return isBelow ? { lower: 0, upper: 1 } : { lower: 1, upper: 0 };
  if (isBelow) {
    const lower = density * fraction(a, b, { share, rest });
    return { lower, upper: 1 - lower };
  }
  const upper = density * fraction(b, a, { share: rest, rest: share });
  return { lower: 1 - upper, upper };
}

/** The share below which the part `lower` of a beta distribution lies; `upper` lies above it. */
export function betaQuantile(a: number, b: number, { lower, upper }: Tails): Share {
  const logit = quantileBySteps({
    tails: { lower, upper },
    start: Math.log(a / b),
    at: (t) => {
      const share = fromLogit(t);
      return { ...betaTails(a, b, share), density: betaDensity(a, b, share) };
    },
  });
  return fromLogit(logit);
}

/** share^a · rest^b / B(a, b), which is the density on the scale of logits. */
function betaDensity(a: number, b: number, { share, rest }: Share): number {
  return ((a * b) / (a + b)) * binomialDensity(a, b, share, rest);
}

function fromLogit(logit: number): Share {
  return { share: 1 / (1 + Math.exp(-logit)), rest: 1 / (1 + Math.exp(logit)) };
}

/** The share below, divided by share^a · rest^b / B(a, b). */
function fraction(a: number, b: number, { share: x, rest: y }: Share): number {
  const beyond = a * y - b * x + 1;
  return continuedFraction((a * beyond) / (a + 1), (step) => {
    const at = a + 2 * step;
    const turn = (step * (b - step) * x) / (at - 1);
    return {
      over: (((a + step - 1) * (a + b + step - 1)) / (at - 1)) * x * turn,
      plus: step + turn + ((a + step) * (beyond + step * (1 + y))) / (at + 1),
    };
  });
}
