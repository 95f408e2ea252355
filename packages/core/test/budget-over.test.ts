import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type BadInterval,
  badSlices,
  budgetAround,
  budgetOver,
  budgetRatio,
  budgetWindows,
  calendarWindow,
  compositeAvailability,
  rollingWindow,
} from '../src/index.ts';
import { bad, DAY, known, MINUTE, objective } from './budget-cases.ts';

const thirtyDays = rollingWindow(30, Date.UTC(2026, 2, 2));

function allowed(target: number, days: number): number {
  return known(budgetOver({ objective: objective(target), window: { from: 0, to: days * DAY }, intervals: [] }))
    .allowed;
}

describe('D-02: minutes that an objective allows', () => {
  test.each([
    [99, 365, 3.65 * 1440],
    [99, 90, 21.6 * 60],
    [99, 30, 7.2 * 60],
    [99, 7, 1.68 * 60],
    [99, 1, 14.4],
    [99.9, 365, 8.76 * 60],
    [99.9, 90, 2.16 * 60],
    [99.9, 30, 43.2],
    [99.9, 7, 10.08],
    [99.9, 1, 1.44],
    [99.99, 365, 52.56],
    [99.99, 90, 12.96],
    [99.99, 30, 4.32],
    [99.99, 7, 60.48 / 60],
    [99.99, 1, 8.64 / 60],
    [99.9, 28, 40.32],
    [99.9, 29, 41.76],
    [99.9, 31, 44.64],
    [99.9, 30.4375, 43.83],
  ])('%f %% over %f days', (target, days, minutes) => {
    expect(allowed(target, days)).toBeCloseTo(minutes, 9);
  });
});

describe('requests', () => {
  test('D-03: 1,500 of 3,000 allowed are half of the budget', () => {
    const budget = known(
      budgetOver({
        objective: objective(99.9),
        window: thirtyDays,
        intervals: [],
        events: { valid: 3_000_000, bad: 1_500 },
      }),
    );
    expect(budget).toMatchObject({ allowed: 3_000, bad: 1_500, consumed: 0.5, remaining: 0.5, method: 'events' });
    expect(budget.availability).toBe(0.9995);
  });

  test('D-04: 0.0002 % of the requests are a fifth of what 99.999 % allows', () => {
    const events = { valid: 1e9, bad: 2_000 };
    const budget = known(budgetOver({ objective: objective(99.999), window: thirtyDays, intervals: [], events }));
    expect(budget.consumed).toBeCloseTo(0.2, 12);
  });

  test.each([
    { valid: 0, bad: 0 },
    { valid: -1, bad: 0 },
    { valid: 5, bad: 6 },
    { valid: NaN, bad: 0 },
    { valid: Infinity, bad: 1 },
    { valid: 5, bad: NaN },
  ])('%o are no counts', (events) => {
    expect(budgetOver({ objective: objective(99.9), window: thirtyDays, intervals: [], events })).toMatchObject({
      reason: 'badCounts',
    });
  });
});

describe('D-09: OpenSLO, a calendar week at 99.95 % in slices of a minute', () => {
  test('10,080 slices and 5 minutes 2.4 seconds', () => {
    const window = calendarWindow('week', Date.UTC(2026, 0, 7));
    const slo = objective(99.95, { budgeting: 'timeslices', timeSliceTarget: 95, timeSliceWindow: MINUTE });
    const budget = known(budgetOver({ objective: slo, window, intervals: [] }));
    expect(budget.slices?.total).toBe(10_080);
    expect(budget.allowed * 60).toBeCloseTo(5 * 60 + 2.4, 9);
  });
});

describe('D-21: an incident of several shares', () => {
  const intervals = [
    bad('2026-03-01T10:00Z', '2026-03-01T10:10Z'),
    bad('2026-03-01T10:10Z', '2026-03-01T10:30Z', 0.4),
    bad('2026-03-01T10:30Z', '2026-03-01T10:45Z', 0.05),
  ];

  test('weighted 18.75 minutes, binary 45', () => {
    const budget = known(budgetOver({ objective: objective(99.9), window: thirtyDays, intervals }));
    expect(budget.bad).toBeCloseTo(18.75, 9);
    expect(budget.consumed * 100).toBeCloseTo(43.4, 1);
    expect(budget.minutes.binary).toBe(45);
    expect((budget.minutes.binary / budget.allowed) * 100).toBeCloseTo(104.2, 1);
    expect(budget.method).toBe('weightedMinutes');
  });

  test('slices with more than a tenth of errors: 30 minutes', () => {
    const slo = objective(99.9, { budgeting: 'timeslices', timeSliceTarget: 90, timeSliceWindow: MINUTE });
    const budget = known(budgetOver({ objective: slo, window: thirtyDays, intervals }));
    expect(budget.bad).toBe(30);
    expect(budget.consumed * 100).toBeCloseTo(69.4, 1);
    expect(budget.method).toBe('badSlices');
  });

  test('the mean of slice ratios is the weighted one', () => {
    const budget = known(
      budgetOver({ objective: objective(99.9, { budgeting: 'ratioTimeslices' }), window: thirtyDays, intervals }),
    );
    expect(budget.bad).toBeCloseTo(18.75, 9);
    expect(budget.method).toBe('sliceRatios');
  });
});

describe('D-21: an outage over the end of a month', () => {
  const outage = bad('2026-01-31T23:40Z', '2026-02-01T00:30Z');
  const consumed = (windows: ReturnType<typeof budgetWindows>): readonly number[] =>
    windows.map(
      (window) => known(budgetOver({ objective: objective(99.9), window, intervals: [outage] })).consumed * 100,
    );

  test('January and February have their own parts', () => {
    const shares = consumed(budgetWindows({ kind: 'calendar', unit: 'month' }, outage));
    expect(shares[0]).toBeCloseTo((20 / 44.64) * 100, 9);
    expect(shares[1]).toBeCloseTo((30 / 40.32) * 100, 9);
    expect(shares.map((share) => share.toFixed(1))).toEqual(['44.8', '74.4']);
  });

  test('the last 30 days have all of it', () => {
    const [share = 0] = consumed(budgetWindows({ kind: 'rolling', days: 30 }, outage));
    expect(share.toFixed(1)).toBe('115.7');
  });

  test('in a leap year February allows more', () => {
    const leap = bad('2024-02-29T23:40Z', '2024-03-01T00:30Z');
    const [february, march] = budgetWindows({ kind: 'calendar', unit: 'month' }, leap).map((window) =>
      known(budgetOver({ objective: objective(99.9), window, intervals: [leap] })),
    );
    expect(february?.allowed).toBeCloseTo(41.76, 9);
    expect(february?.bad).toBe(20);
    expect(march?.bad).toBe(30);
  });
});

describe('D-20: two services', () => {
  const window = calendarWindow('week', 0);
  const day = { from: Date.parse('2026-03-02T00:00Z'), to: Date.parse('2026-03-03T00:00Z') };
  const services = [
    { name: 'api', intervals: [bad('2026-03-02T10:00Z', '2026-03-02T10:30Z')] },
    { name: 'web', intervals: [bad('2026-03-02T10:20Z', '2026-03-02T10:50Z')] },
  ];

  test('each 97.9167 %, any of them down 96.5278 %', () => {
    const found = known(compositeAvailability({ window: day, services }));
    for (const { availability } of found.services) expect(availability * 100).toBeCloseTo(97.9167, 4);
    expect(found.anyDown * 100).toBeCloseTo(96.5278, 4);
  });

  test('outside the window nothing was bad, and a window without length tells nothing', () => {
    expect(known(compositeAvailability({ window, services })).anyDown).toBe(1);
    expect(compositeAvailability({ window: { from: 5, to: 5 }, services })).toEqual({ reason: 'emptyWindow' });
  });
});

describe('before and after an incident', () => {
  const incident = [bad('2026-03-01T10:00Z', '2026-03-01T10:50Z')];

  test('a budget that is overspent goes below nothing', () => {
    const around = known(budgetAround({ objective: objective(99.9), window: thirtyDays, earlier: [], incident }));
    expect(around.before).toBe(1);
    expect(around.consumed).toBeCloseTo(50 / 43.2, 9);
    expect(around.after).toBeCloseTo(1 - 50 / 43.2, 9);
  });

  test('earlier incidents come off first, and shared time once', () => {
    const earlier = [bad('2026-02-20T10:00Z', '2026-02-20T11:00Z'), bad('2026-03-01T10:40Z', '2026-03-01T11:00Z')];
    const around = known(budgetAround({ objective: objective(99.9), window: thirtyDays, earlier, incident }));
    expect(around.before).toBeCloseTo(1 - 80 / 43.2, 9);
    expect(around.consumed).toBeCloseTo(40 / 43.2, 9);
    expect(around.alone).toBeCloseTo(50 / 43.2, 9);
    expect(around.after).toBeCloseTo(around.before - around.consumed, 12);
  });
});

describe('no budget is said, not divided by', () => {
  test.each([
    [100, 'noBudget'],
    [0, 'badTarget'],
    [101, 'badTarget'],
    [-1, 'badTarget'],
    [NaN, 'badTarget'],
    [Infinity, 'badTarget'],
  ])('a target of %f', (target, reason) => {
    expect(budgetRatio(target)).toMatchObject({ reason });
    expect(budgetOver({ objective: objective(target), window: thirtyDays, intervals: [] })).toMatchObject({ reason });
    expect(budgetAround({ objective: objective(target), window: thirtyDays, earlier: [], incident: [] })).toMatchObject(
      {
        reason,
      },
    );
  });

  test.each([
    [5, 5],
    [6, 5],
    [NaN, 5],
    [0, Infinity],
  ])('a window from %f to %f', (from, to) => {
    expect(budgetOver({ objective: objective(99.9), window: { from, to }, intervals: [] })).toMatchObject({
      reason: 'emptyWindow',
    });
  });
});

describe('slices of time', () => {
  const window = { from: 0, to: 10 * MINUTE };
  const count = (intervals: readonly BadInterval[], target: number, size: number): ReturnType<typeof badSlices> =>
    badSlices({ window, intervals, target, size });

  test('begin with the window and are bad below the target, not at it', () => {
    const half = { from: 0.5 * MINUTE, to: 1.5 * MINUTE, badShare: 1 };
    expect(count([half], 50, MINUTE)).toEqual({ total: 10, bad: 0, badMinutes: 0 });
    expect(count([half], 50.1, MINUTE)).toEqual({ total: 10, bad: 2, badMinutes: 2 });
    expect(count([{ from: 0, to: MINUTE, badShare: 0.8 }], 20, MINUTE).bad).toBe(0);
  });

  test('a slice that the window cuts counts by what is left', () => {
    expect(count([{ from: 9 * MINUTE, to: 11 * MINUTE, badShare: 1 }], 90, 4 * MINUTE)).toEqual({
      total: 3,
      bad: 1,
      badMinutes: 2,
    });
  });

  test('an outage of a year in slices of a millisecond is not visited one by one', () => {
    const year = { from: 0, to: 365 * DAY };
    expect(badSlices({ window: year, intervals: [{ ...year, badShare: 1 }], target: 99, size: 0.001 })).toEqual({
      total: 365 * DAY,
      bad: 365 * DAY,
      badMinutes: 365 * 1440,
    });
  });

  test('are the same as counted one by one', () => {
    const arbitrary = fc.array(
      fc.record({
        from: fc.nat(600),
        length: fc.integer({ min: 1, max: 300 }),
        badShare: fc.constantFrom(0.05, 0.5, 1),
      }),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(arbitrary, fc.constantFrom(7, 30, 60, 600), fc.constantFrom(40, 75, 99), (raw, size, target) => {
        const intervals = raw.map(({ from, length, badShare }) => ({ from, to: from + length, badShare }));
        const shares = Array.from({ length: 600 }, (_, at) =>
          Math.max(0, ...intervals.filter(({ from, to }) => from <= at && at < to).map(({ badShare }) => badShare)),
        );
        let slices = 0;
        for (let from = 0; from < 600; from += size) {
          const inside = shares.slice(from, from + size);
          if (1 - inside.reduce((sum, share) => sum + share, 0) / inside.length < target / 100 - 1e-9) slices += 1;
        }
        expect(badSlices({ window: { from: 0, to: 600 }, intervals, target, size }).bad).toBe(slices);
      }),
    );
  });
});

describe('laws', () => {
  const some = fc.array(
    fc.record({ from: fc.nat(40_000), length: fc.nat(5_000), badShare: fc.double({ min: 0, max: 1, noNaN: true }) }),
    { maxLength: 8 },
  );
  const made = some.map((all) =>
    all.map(({ from, length, badShare }) => ({
      from: thirtyDays.from + from * MINUTE,
      to: thirtyDays.from + (from + length) * MINUTE,
      badShare,
    })),
  );
  const slo = fc.record({
    target: fc.constantFrom(50, 90, 99, 99.9, 99.99),
    budgeting: fc.constantFrom('occurrences', 'timeslices', 'ratioTimeslices'),
    timeSliceTarget: fc.constantFrom(50, 95),
    timeSliceWindow: fc.constantFrom(MINUTE, 7 * MINUTE),
  });

  test('what is consumed and what remains are 1, availability agrees, and more bad time never gives budget back', () => {
    fc.assert(
      fc.property(made, made, slo, (intervals, more, one) => {
        const budget = known(budgetOver({ objective: one, window: thirtyDays, intervals }));
        expect(budget.consumed + budget.remaining).toBeCloseTo(1, 9);
        expect(1 - budget.availability).toBeCloseTo(budget.bad / budget.windowMinutes, 9);
        const numbers = Object.values(budget).filter((value) => typeof value === 'number');
        expect(numbers.filter((value) => !Number.isFinite(value))).toEqual([]);
        const worse = known(budgetOver({ objective: one, window: thirtyDays, intervals: [...intervals, ...more] }));
        expect(worse.consumed).toBeGreaterThanOrEqual(budget.consumed - 1e-9);
      }),
    );
  });

  test('a window of twice the length, filled twice, consumes the same share', () => {
    fc.assert(
      fc.property(made, (intervals) => {
        const length = thirtyDays.to - thirtyDays.from;
        const inside = intervals.map((one) => ({ ...one, to: Math.min(one.to, thirtyDays.to) }));
        const again = inside.map((one) => ({ ...one, from: one.from + length, to: one.to + length }));
        const double = { from: thirtyDays.from, to: thirtyDays.to + length };
        const once = known(budgetOver({ objective: objective(99), window: thirtyDays, intervals: inside }));
        const twice = known(budgetOver({ objective: objective(99), window: double, intervals: [...inside, ...again] }));
        expect(twice.consumed).toBeCloseTo(once.consumed, 6);
      }),
    );
  });
});
