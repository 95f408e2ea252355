import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { burnRate, errorBudget } from '../src/index.ts';
import { answered, aReason, holds } from './held-law.ts';

const DAY = 1_440;

describe('an error budget', () => {
  // Minutes, as in the availability table of the SRE book; months as they are.
  test.each([
    [99, 365, 5_256],
    [99.9, 365, 525.6],
    [99.99, 365, 52.56],
    [99, 90, 1_296],
    [99.9, 90, 129.6],
    [99.99, 90, 12.96],
    [99, 30, 432],
    [99.9, 30, 43.2],
    [99.99, 30, 4.32],
    [99, 7, 100.8],
    [99.9, 7, 10.08],
    [99.99, 7, 1.008],
    [99, 1, 14.4],
    [99.9, 1, 1.44],
    [99.99, 1, 0.144],
    [99.9, 28, 40.32],
    [99.9, 29, 41.76],
    [99.9, 31, 44.64],
    [99.95, 7, 5.04],
  ])('of %f %% over %i days is %f minutes', (objective, days, minutes) => {
    for (const each of [objective, Number((objective / 100).toFixed(6))]) {
      const found = answered(errorBudget({ objective: each, windowMinutes: days * DAY, bad: 0 }));
      expect(found.allowed).toBeCloseTo(minutes, 9);
      expect(found).toMatchObject({ consumed: 0, remaining: 1 });
    }
  });

  test('of three million requests at 99.9 % is three thousand, half used by 1500', () => {
    for (const objective of [99.9, 0.999]) {
      const found = answered(errorBudget({ objective, validEvents: 3_000_000, bad: 1_500 }));
      expect(found).toEqual({ allowed: 3_000, consumed: 0.5, remaining: 0.5 });
    }
  });

  test('is used by a fifth when 0.0002 % fail at 99.999 %', () => {
    const found = answered(errorBudget({ objective: 99.999, validEvents: 1e9, bad: 2_000 }));
    expect(found.consumed).toBeCloseTo(0.2, 9);
  });

  // Partial outages and outages over a month's end, each against the window that it is in.
  test.each([
    [18.75, 30, 0.43403],
    [45, 30, 1.0417],
    [30, 30, 0.6944],
    [20, 31, 0.448],
    [30, 28, 0.744],
    [50, 30, 1.1574],
    [60, 30, 1.3889],
  ])('%f bad minutes in %i days are the share %f', (bad, days, consumed) => {
    const found = answered(errorBudget({ objective: 99.9, windowMinutes: days * DAY, bad }));
    expect(found.consumed).toBeCloseTo(consumed, 3);
    expect(found.remaining).toBe(1 - found.consumed);
  });

  test('says the same for a share and a percentage, and is never clamped', () => {
    holds(
      fc.property(fc.integer({ min: 1, max: 99_999 }), fc.nat({ max: 43_200 }), (places, bad) => {
        const share = answered(errorBudget({ objective: places / 100_000, windowMinutes: 43_200, bad }));
        expect(share.consumed * share.allowed).toBeCloseTo(bad, 6);
        expect(share.remaining + share.consumed).toBeCloseTo(1, 9);
        if (places <= 1_000) return;
        const percentage = answered(errorBudget({ objective: places / 1_000, windowMinutes: 43_200, bad }));
        expect(percentage.allowed).toBeCloseTo(share.allowed, 6);
      }),
    );
  });

  test.each([
    { objective: 1, windowMinutes: 10, bad: 0 },
    { objective: 100, windowMinutes: 10, bad: 0 },
    { objective: 0, windowMinutes: 10, bad: 0 },
    { objective: -1, windowMinutes: 10, bad: 0 },
    { objective: 101, windowMinutes: 10, bad: 0 },
    { objective: NaN, windowMinutes: 10, bad: 0 },
    { objective: 99.9, windowMinutes: 0, bad: 0 },
    { objective: 99.9, windowMinutes: Infinity, bad: 0 },
    { objective: 99.9, windowMinutes: 5e-324, bad: 0 },
    { objective: 99.9, windowMinutes: 10, bad: -1 },
    { objective: 99.9, windowMinutes: 10, bad: 11 },
    { objective: 99.9, validEvents: 0, bad: 0 },
    { objective: 99.9, validEvents: 10, bad: NaN },
    { objective: 99.9, bad: 1 } as unknown as { objective: number; validEvents: number; bad: number },
    { objective: 99.9, validEvents: 1, windowMinutes: 1, bad: 1 } as unknown as {
      objective: number;
      validEvents: number;
      bad: number;
    },
  ])('of %j is a reason instead', (options) => {
    expect(errorBudget(options)).toEqual(aReason);
  });
});

describe('a burn rate', () => {
  // Table 5-4 of the SRE workbook: how long the budget of 30 days lasts.
  test.each([
    [1, 0.001, 30 * DAY],
    [2, 0.002, 15 * DAY],
    [10, 0.01, 3 * DAY],
    [1_000, 1, 43.2],
  ])('of %i comes from the ratio %f and lasts %f minutes', (rate, errorRatio, minutes) => {
    for (const objective of [99.9, 0.999]) {
      const found = answered(burnRate({ errorRatio, objective }));
      expect(found).toBeCloseTo(rate, 9);
      expect((30 * DAY) / found).toBeCloseTo(minutes, 6);
    }
  });

  test('gives the worked figures of the workbook', () => {
    const tenMinutes = answered(burnRate({ errorRatio: 0.001, objective: 99.9 }));
    expect((tenMinutes * 10) / (30 * DAY)).toBeCloseTo(0.00023, 5);
    const outage = answered(burnRate({ errorRatio: 1, objective: 99.9 }));
    expect((outage * 60) / (30 * DAY)).toBeCloseTo(1.389, 3);
    // Alerts at 36 over an hour and at 1 over 36 hours, in a full outage.
    expect((36 / outage) * 60).toBeCloseTo(2.16, 9);
    expect((1 / outage) * 36 * 3_600).toBeCloseTo(129.6, 9);
  });

  test.each([
    { errorRatio: -0.1, objective: 99.9 },
    { errorRatio: 1.1, objective: 99.9 },
    { errorRatio: NaN, objective: 99.9 },
    { errorRatio: 0.1, objective: 100 },
    { errorRatio: 0.1, objective: 1 },
  ])('of %j is a reason instead', (options) => {
    expect(burnRate(options)).toEqual(aReason);
  });
});
