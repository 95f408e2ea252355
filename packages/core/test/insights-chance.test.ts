import { describe, expect, test } from 'vitest';
import { insights } from '../src/index.ts';
import { at, minutes, record } from './incident-records.ts';

const PAIRS = 200;
const EACH = 12;
const SIGMA = 1.2;

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let word = Math.imul(state ^ (state >>> 15), 1 | state);
    word = (word + Math.imul(word ^ (word >>> 7), 61 | word)) ^ word;
    return ((word ^ (word >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** How many of 200 pairs of twelve lognormal durations are called a change, where the later ones are so much shorter. */
function called(cut: number, seed: number): number {
  const random = randomFrom(seed);
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  let changes = 0;
  for (let pair = 0; pair < PAIRS; pair += 1) {
    const records = Array.from({ length: 2 * EACH }, (_, index) => {
      const isAfter = index >= EACH;
      const duration = 60 * Math.exp(SIGMA * normal()) * (isAfter ? 1 - cut : 1);
      return record(isAfter ? '2026-05-01' : '2026-02-01', { numbers: minutes(duration) });
    });
    const options = { now: at('2026-07-01'), from: '2026-01-01', to: '2026-06-30', split: '2026-04-01', seed: pair };
    if (insights(records, options).changes[0]?.verdict !== 'cannotTell') changes += 1;
  }
  return changes / PAIRS;
}

describe('of 200 pairs of twelve against twelve', () => {
  test.each([20_260_701, 7])('at most 9 %% of pure noise are called a change, seed %i', (seed) => {
    expect(called(0, seed)).toBeLessThanOrEqual(0.09);
  });

  test.each([20_260_701, 7])('at least 78 %% of a true cut by 80 %% are, seed %i', (seed) => {
    expect(called(0.8, seed)).toBeGreaterThanOrEqual(0.78);
  });
});
