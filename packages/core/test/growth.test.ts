import { describe, expect, test } from 'vitest';
import { read } from '../src/index.ts';
import { longTexts } from './long-texts.ts';

/** A text twice as long takes twice the time: linear is 2, quadratic is 4. */
const MOST_GROWTH = 2.3;

/**
 * Over two doublings linear is 4 and quadratic 16. Where one doubling looks too slow, two tell growth from a noisy
 * machine and from the step at which the model outgrows the caches.
 */
const MOST_GROWTH_TWICE = 8;

/** Below this a ratio says more about the clock than about the reader. */
const SHORTEST_MILLISECONDS = 15;
const LONG_ENOUGH_MILLISECONDS = 20;

const FIRST_LENGTH = 128_000;
const LAST_LENGTH = 1_000_000;
const TIMEOUT = 60_000;

describe.each(Object.entries(longTexts))('%s', (_kind, textOf) => {
  test('half a megabyte is read within five seconds', () => {
    expect(timeOf(textOf(500_000))).toBeLessThan(5_000);
  });

  test('the time grows as the text does', { timeout: TIMEOUT }, () => {
    const length = measurableLength(textOf);
    const [once, twice] = bestTimes(textOf, [length, 2 * length]);
    if (once < SHORTEST_MILLISECONDS) expect(twice).toBeLessThan(4 * SHORTEST_MILLISECONDS);
    else if (twice / once >= MOST_GROWTH) {
      const [short, long] = bestTimes(textOf, [length, 4 * length]);
      expect(long / short).toBeLessThan(MOST_GROWTH_TWICE);
    } else expect(twice / once).toBeLessThan(MOST_GROWTH);
  });
});

/** A length that takes long enough for its time to be compared. */
function measurableLength(textOf: (length: number) => string): number {
  for (let length = FIRST_LENGTH; length < LAST_LENGTH; length *= 2) {
    if (timeOf(textOf(length)) >= LONG_ENOUGH_MILLISECONDS && timeOf(textOf(length)) >= LONG_ENOUGH_MILLISECONDS)
      return length;
  }
  return LAST_LENGTH;
}

/** The best of five times for each length, taken in turns so that a busy moment meets both. */
function bestTimes(
  textOf: (length: number) => string,
  [short, long]: readonly [number, number],
): readonly [number, number] {
  const best: [number, number] = [Infinity, Infinity];
  for (let run = 0; run < 5; run += 1) {
    best[0] = Math.min(best[0], timeOf(textOf(short)));
    best[1] = Math.min(best[1], timeOf(textOf(long)));
  }
  return best;
}

function timeOf(text: string): number {
  const start = performance.now();
  read(text);
  return performance.now() - start;
}
