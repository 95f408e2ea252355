import { permutationTest } from '../src/index.ts';
import { seededRandom } from '../src/learn/seeded-random.ts';
import { answered } from './held-law.ts';

/** How many of so many simulated pairs of lognormal samples are called changed at 5 %, when one was cut by a share. */
export function callsAmong(options: {
  readonly pairs: number;
  readonly size: number;
  readonly sigma: number;
  readonly cut: number;
  readonly seed: number;
}): number {
  const { pairs, size, sigma, cut, seed } = options;
  const random = seededRandom(seed);
  const normal = (): number =>
    Math.sqrt(-2 * Math.log((random() + 1) / 2 ** 32)) * Math.cos((2 * Math.PI * random()) / 2 ** 32);
  const sample = (scale: number): number[] => Array.from({ length: size }, () => scale * Math.exp(sigma * normal()));
  let calls = 0;
  for (let pair = 0; pair < pairs; pair += 1) {
    const [a, b] = [sample(60), sample(60 * (1 - cut))];
    if (answered(permutationTest({ a, b, statistic: 'logMean', seed: pair })).p <= 0.05) calls += 1;
  }
  return calls;
}
