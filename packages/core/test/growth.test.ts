import { describe, expect, test } from 'vitest';
import { read } from '../src/index.ts';
import { longTexts } from './long-texts.ts';

type TextOf = (length: number) => string;

/** Where the text doubles, linear time grows by 2, quadratic time by 4. */
const MOST_GROWTH = 2.3;

/** Where it doubles twice, by 4 and 16. That tells them apart on a busy machine too, and is asked where the first fails. */
const MOST_GROWTH_TWICE = 8;

/** Of shorter times a ratio says more about the clock than about the reader. */
const MEASURABLE_MILLISECONDS = 15;

/** Long enough to measure, and short enough that no model outgrows the processor's caches, which looks like growth. */
const SHORTEST = 32_000;
const LONGEST = 512_000;

describe.each(Object.entries(longTexts))('%s', (_kind, textOf) => {
  test('half a megabyte is read within five seconds', { timeout: 60_000 }, () => {
    expect(timeOf(textOf(500_000))).toBeLessThan(5_000);
  });

  test('the time grows as the text does', { timeout: 120_000, retry: 2 }, () => {
    expect(faultOf(textOf)).toBeNull();
  });
});

/** What is wrong with the growth, or null. */
function faultOf(textOf: TextOf): string | null {
  const length = measurableLength(textOf);
  if (length === null) {
    const time = bestTime(textOf, 2 * LONGEST);
    return time < 4 * MEASURABLE_MILLISECONDS ? null : `${time} ms for twice what took no time`;
  }
  const once = growth(textOf, length, 2 * length);
  if (once < MOST_GROWTH) return null;
  const twice = growth(textOf, length / 2, 2 * length);
  return twice < MOST_GROWTH_TWICE ? null : `by ${once}, and by ${twice} for four times the text`;
}

function measurableLength(textOf: TextOf): number | null {
  for (let length = SHORTEST; length <= LONGEST; length *= 2)
    if (bestTime(textOf, length) >= MEASURABLE_MILLISECONDS) return length;
  return null;
}

/** How much longer the long text takes: the best of five each, in turns, so that a busy moment meets both. */
function growth(textOf: TextOf, short: number, long: number): number {
  const best = { short: Infinity, long: Infinity };
  for (let run = 0; run < 5; run += 1) {
    best.short = Math.min(best.short, timeOf(textOf(short)));
    best.long = Math.min(best.long, timeOf(textOf(long)));
  }
  return best.long / best.short;
}

function bestTime(textOf: TextOf, length: number): number {
  return Math.min(...Array.from({ length: 3 }, () => timeOf(textOf(length))));
}

function timeOf(text: string): number {
  const start = performance.now();
  read(text);
  return performance.now() - start;
}
