import type { Tails } from './tails.ts';

const MOST_STEPS = 300;
const NEAR = 3e-16;

/**
 * The point of an increasing distribution function with the given parts below and above it, by Newton's steps on the
 * logarithm of the smaller part. Where the density is log-concave, as here, they cannot run away; where rounding stops
 * them, halving goes on.
 */
export function quantileBySteps(options: {
  readonly tails: Tails;
  readonly start: number;
  readonly at: (point: number) => Tails & { readonly density: number };
}): number {
  const side = options.tails.lower <= options.tails.upper ? 'lower' : 'upper';
  const wanted = options.tails[side];
  const sign = side === 'lower' ? 1 : -1;
  let [from, to, point] = [-Infinity, Infinity, options.start];
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const found = options.at(point);
    const excess = sign * Math.log(found[side] / wanted);
    if (excess === 0) return point;
    if (excess < 0) from = point;
    else to = point;
    const next = inside(point - (excess * found[side]) / found.density, from, to);
    if (Math.abs(next - point) <= NEAR * Math.max(1, Math.abs(point))) return next;
    point = next;
  }
  return point;
}

/** The next point if it lies between the bounds, else one that surely does. */
function inside(next: number, from: number, to: number): number {
  if (next > from && next < to) return next;
  if (from === -Infinity) return to - Math.max(1, Math.abs(to));
  if (to === Infinity) return from + Math.max(1, Math.abs(from));
  return (from + to) / 2;
}
