import v8 from 'node:v8';
import vm from 'node:vm';
import { describe, expect, test } from 'vitest';
import { read } from '../src/index.ts';
import { longTexts } from './long-texts.ts';

type TextOf = (length: number) => string;

/** Where the text doubles, linear time grows by 2, quadratic time by 4. */
const MOST_GROWTH = 2.3;

/** Where it doubles twice, by 4 and by 16: that tells them apart on a busy machine too, where the first looks too much. */
const MOST_GROWTH_TWICE = 8;

/** Of shorter times a ratio says more about the clock than about the reader. */
const MEASURABLE = 15;
const LENGTHS = [250_000, 1_000_000];

describe.each(Object.entries(longTexts))('%s', (_kind, textOf) => {
  test('half a megabyte is read within five seconds', { timeout: 60_000 }, () => {
    expect(timeOf(textOf(500_000))).toBeLessThan(5_000);
  });

  test('twice the text takes twice the time', { timeout: 60_000 }, () => {
    const length = LENGTHS.find((each) => bestTime(textOf, each) >= MEASURABLE);
    if (length === undefined) return;
    const doubled = growth(textOf, length, length * 2);
    const most = doubled < MOST_GROWTH ? doubled : growth(textOf, length / 2, length * 2) / (MOST_GROWTH_TWICE / MOST_GROWTH);
    expect(most, `doubled, ${doubled.toFixed(2)} times as long`).toBeLessThan(MOST_GROWTH);
  });
});

/** How much longer the long text takes: the best of five each, in turns, so that a busy moment meets both. */
function growth(textOf: TextOf, short: number, long: number): number {
  const times = Array.from({ length: 5 }, () => [timeOf(textOf(short)), timeOf(textOf(long))] as const);
  return Math.min(...times.map(([, time]) => time)) / Math.min(...times.map(([time]) => time));
}

function bestTime(textOf: TextOf, length: number): number {
  return Math.min(...Array.from({ length: 3 }, () => timeOf(textOf(length))));
}

/** The milliseconds that reading takes on a heap without leftovers, whose collection would count for the next text. */
function timeOf(text: string): number {
  collectGarbage();
  const start = performance.now();
  read(text);
  return performance.now() - start;
}

function collectGarbage(): void {
  garbageCollector ??= exposeGarbageCollector();
  garbageCollector();
}
