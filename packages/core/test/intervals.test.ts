import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { badMinutes, badMinutesUpTo, type BadInterval, clipIntervals, uniteIntervals } from '../src/index.ts';
import { bad, DAY, MINUTE } from './budget-cases.ts';

const interval: fc.Arbitrary<BadInterval> = fc
  .record({
    from: fc.integer({ min: 0, max: 300 }),
    minutes: fc.integer({ min: -3, max: 90 }),
    badShare: fc.constantFrom(0, 0.05, 0.4, 0.9, 1),
  })
  .map(({ from, minutes, badShare }) => ({ from: from * MINUTE, to: (from + minutes) * MINUTE, badShare }));
const intervals = fc.array(interval, { maxLength: 12 });

/** The share at an instant, as plainly as it can be said. */
function shareAt(all: readonly BadInterval[], at: number): number {
  return Math.max(0, ...all.filter(({ from, to }) => from <= at && at < to).map(({ badShare }) => badShare));
}

describe('the union of intervals', () => {
  test('D-20: three incidents of 90 minutes in sum were 75', () => {
    const all = [
      bad('2026-03-02T10:00Z', '2026-03-02T10:40Z'),
      bad('2026-03-02T10:25Z', '2026-03-02T11:05Z'),
      bad('2026-03-02T12:00Z', '2026-03-02T12:10Z'),
    ];
    expect(badMinutes(all, 'weighted')).toBe(75);
    expect(1 - badMinutes(all, 'weighted') / 43_200).toBeCloseTo(0.998264, 6);
  });

  test('touching intervals become one', () => {
    const united = uniteIntervals([
      bad('2026-03-02T10:00Z', '2026-03-02T10:40Z'),
      bad('2026-03-02T10:40Z', '2026-03-02T11:00Z'),
    ]);
    expect(united).toEqual([bad('2026-03-02T10:00Z', '2026-03-02T11:00Z')]);
  });

  test('the greatest share counts where they overlap', () => {
    const united = uniteIntervals([
      { from: 0, to: 10, badShare: 0.4 },
      { from: 5, to: 20, badShare: 1 },
      { from: 15, to: 30, badShare: 0.4 },
    ]);
    expect(united).toEqual([
      { from: 0, to: 5, badShare: 0.4 },
      { from: 5, to: 20, badShare: 1 },
      { from: 20, to: 30, badShare: 0.4 },
    ]);
  });

  test.each([
    [{ from: 5, to: 5, badShare: 1 }],
    [{ from: 9, to: 5, badShare: 1 }],
    [{ from: NaN, to: 5, badShare: 1 }],
    [{ from: 0, to: NaN, badShare: 1 }],
    [{ from: 0, to: 5, badShare: NaN }],
    [{ from: 0, to: 5, badShare: -1 }],
    [{ from: 0, to: 5, badShare: 0 }],
  ])('%o is no bad time', (odd) => {
    expect(uniteIntervals([odd])).toEqual([]);
    expect(badMinutes([odd], 'weighted')).toBe(0);
    expect(badMinutes([odd], 'binary')).toBe(0);
  });

  test('an interval without an end is as long as time can be told', () => {
    expect(badMinutes([{ from: 0, to: Infinity, badShare: 7 }], 'weighted')).toBe(8.64e15 / MINUTE);
  });

  test('lie nowhere on one another and tell the same share at every instant', () => {
    fc.assert(
      fc.property(intervals, (all) => {
        const united = uniteIntervals(all);
        for (const [at, { from, to, badShare }] of united.entries()) {
          expect(from).toBeLessThan(to);
          expect(badShare).toBe(shareAt(all, from));
          expect(united[at + 1]?.from ?? Infinity).toBeGreaterThanOrEqual(to);
        }
        for (let at = 0; at < 400; at += 7) expect(shareAt(united, at * MINUTE)).toBe(shareAt(all, at * MINUTE));
      }),
    );
  });

  test('telling an incident twice, or in another order, changes nothing', () => {
    fc.assert(
      fc.property(intervals, (all) => {
        expect(uniteIntervals([...all, ...all.toReversed()])).toEqual(uniteIntervals(all));
        expect(uniteIntervals(uniteIntervals(all))).toEqual(uniteIntervals(all));
      }),
    );
  });
});

describe('bad minutes', () => {
  test('are at most the sum, at least the longest, and grow with every further interval', () => {
    fc.assert(
      fc.property(intervals, interval, (all, more) => {
        for (const weighing of ['weighted', 'binary'] as const) {
          const whole = badMinutes(all, weighing);
          const each = all.map((one) => badMinutes([one], weighing));
          expect(whole).toBeLessThanOrEqual(each.reduce((sum, minutes) => sum + minutes, 0) + 1e-9);
          expect(whole).toBeGreaterThanOrEqual(Math.max(0, ...each) - 1e-9);
          expect(badMinutes([...all, more], weighing)).toBeGreaterThanOrEqual(whole - 1e-9);
        }
        expect(badMinutes(all, 'weighted')).toBeLessThanOrEqual(badMinutes(all, 'binary') + 1e-9);
      }),
    );
  });

  test('of a union and an intersection are those of both together', () => {
    fc.assert(
      fc.property(interval, interval, (a, b) => {
        const both = {
          from: Math.max(a.from, b.from),
          to: Math.min(a.to, b.to),
          badShare: Math.min(a.badShare, b.badShare),
        };
        const sum = badMinutes([a], 'weighted') + badMinutes([b], 'weighted');
        expect(badMinutes([a, b], 'weighted') + badMinutes([both], 'weighted')).toBeCloseTo(sum, 9);
      }),
    );
  });

  test('up to an instant are those of what was clipped there', () => {
    fc.assert(
      fc.property(intervals, fc.integer({ min: -10, max: 500 }), (all, minute) => {
        const upTo = badMinutesUpTo(all, 'weighted');
        const clipped = clipIntervals(all, { from: -DAY, to: minute * MINUTE });
        expect(upTo(minute * MINUTE)).toBeCloseTo(badMinutes(clipped, 'weighted'), 9);
      }),
    );
  });
});
