import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  burnAlertTimes,
  type BurnAlertTimes,
  burnThreshold,
  minutesToExhaustion,
  workbookAlerts,
} from '../src/index.ts';
import { known } from './budget-cases.ts';

const month = 43_200;

describe('D-05: how long a budget of 99.9 % over 30 days lasts', () => {
  test.each([
    [1, 0.001, 30 * 1440],
    [2, 0.002, 15 * 1440],
    [10, 0.01, 3 * 1440],
    [1_000, 1, 43.2],
  ])('a burn rate of %i', (burn, errorRatio, minutes) => {
    expect(minutesToExhaustion({ burn, windowMinutes: month })).toBeCloseTo(minutes, 9);
    expect(errorRatio / 0.001).toBeCloseTo(burn, 9);
  });

  test('with half of it left half as long; with nothing left, or nothing burning, there is no time', () => {
    expect(minutesToExhaustion({ burn: 2, windowMinutes: month, remaining: 0.5 })).toBe(7.5 * 1440);
    expect(minutesToExhaustion({ burn: 2, windowMinutes: month, remaining: -0.1 })).toBeNull();
    expect(minutesToExhaustion({ burn: 0, windowMinutes: month })).toBeNull();
    expect(minutesToExhaustion({ burn: NaN, windowMinutes: month })).toBeNull();
  });
});

describe('D-06, D-07: thresholds', () => {
  test.each(workbookAlerts.map((alert) => [alert.threshold, alert] as const))(
    '%f follows from its share',
    (threshold, alert) => {
      expect(burnThreshold({ budgetShare: alert.budgetShare, lookback: alert.long })).toBeCloseTo(threshold, 9);
      expect(alert.short).toBe(alert.long / 12);
    },
  );

  test('are those of the table', () => {
    expect(workbookAlerts.map(({ severity, long, short, threshold }) => [severity, long, short, threshold])).toEqual([
      ['page', 60, 5, 14.4],
      ['page', 360, 30, 6],
      ['ticket', 4_320, 360, 1],
    ]);
    expect(burnThreshold({ budgetShare: 0.1, lookback: 1_440 })).toBeCloseTo(3, 9);
  });

  test('5 % of the budget in an hour is a burn rate of 36', () => {
    expect(burnThreshold({ budgetShare: 0.05, lookback: 60 })).toBeCloseTo(36, 9);
  });
});

function times(
  errorRatio: number,
  minutes: number,
  long: number,
  threshold: number,
  short = long / 12,
): BurnAlertTimes {
  return known(burnAlertTimes({ objective: 99.9, errorRatio, minutes, alert: { long, short, threshold } }));
}

describe('D-07: one window', () => {
  test('a full outage reaches 36 in an hour after 2.16 minutes and clears 57.84 after its end', () => {
    const { long } = times(1, 60, 60, 36);
    expect(long.reachedAfter).toBeCloseTo(2.16, 9);
    expect(long.clearsAfterEnd).toBeCloseTo(57.84, 9);
  });

  test('and 1 in 36 hours after 129.6 seconds', () => {
    expect((times(1, 60, 36 * 60, 1).long.reachedAfter ?? 0) * 60).toBeCloseTo(129.6, 9);
  });
});

describe('D-08: two windows, 15 % of errors for 10 minutes', () => {
  test('14.4 within 5 minutes and an hour', () => {
    const found = times(0.15, 10, 60, 14.4);
    expect(found.short.reachedAfter).toBeCloseTo(0.48, 9);
    expect(found.long.reachedAfter).toBeCloseTo(5.76, 9);
    expect(found.firesAfter).toBeCloseTo(5.76, 9);
    expect(found.stopsAfterEnd).toBeCloseTo(4.52, 9);
    expect(found.long.clearsAfterEnd).toBeCloseTo(54.24, 9);
  });

  test('6 within half an hour and 6 hours needs 14.4 minutes, so it never fires', () => {
    const found = times(0.15, 10, 360, 6);
    expect(found).toMatchObject({ firesAfter: null, stopsAfterEnd: null });
    expect(times(0.15, 15, 360, 6).firesAfter).toBeCloseTo(14.4, 9);
  });
});

describe('odd errors', () => {
  test.each([0, -1, NaN])('a ratio of %f never fires', (errorRatio) => {
    expect(times(errorRatio, 10, 60, 14.4).firesAfter).toBeNull();
  });

  test('a burn rate below the threshold never fires, however long', () => {
    expect(times(0.0143, 1e9, 60, 14.4).firesAfter).toBeNull();
    expect(times(0.0145, 1e9, 60, 14.4).firesAfter).not.toBeNull();
  });

  test('an objective of 100 has no burn rate', () => {
    const alert = { long: 60, short: 5, threshold: 14.4 };
    expect(burnAlertTimes({ objective: 100, errorRatio: 1, minutes: 5, alert })).toMatchObject({ reason: 'noBudget' });
  });

  test('is what counting by the second gives', () => {
    const ratio = fc.constantFrom(0.01, 0.05, 0.15, 0.5, 1);
    fc.assert(
      fc.property(
        ratio,
        fc.integer({ min: 1, max: 120 }),
        fc.constantFrom(...workbookAlerts.slice(0, 2)),
        (errors, minutes, alert) => {
          const { firesAfter } = known(burnAlertTimes({ objective: 99.9, errorRatio: errors, minutes, alert }));
          const burn = (at: number, window: number): number =>
            (Math.max(0, Math.min(at, minutes) - Math.max(0, at - window)) / window) * (errors / 0.001);
          let found: number | null = null;
          for (let second = 0; second <= minutes * 60 && found === null; second += 1)
            if (burn(second / 60, alert.long) > alert.threshold && burn(second / 60, alert.short) > alert.threshold)
              found = second / 60;
          // Errors that end as the threshold is reached may be counted either way.
          expect(Math.abs((found ?? minutes) - (firesAfter ?? minutes))).toBeLessThan(1 / 30);
        },
      ),
      { numRuns: 60 },
    );
  });
});
