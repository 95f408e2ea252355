import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  badMinutes,
  budgetWindows,
  calendarWindow,
  calendarWindows,
  clipIntervals,
  rollingWindow,
  worstRollingWindow,
} from '../src/index.ts';
import { bad, DAY, MINUTE } from './budget-cases.ts';

const units = ['week', 'month', 'quarter', 'year'] as const;
const instant = fc.integer({ min: Date.UTC(1971, 0, 1), max: Date.UTC(2100, 0, 1) });

describe('windows of the calendar', () => {
  test.each([
    ['week', '2026-01-01T00:00Z', '2025-12-29T00:00Z', '2026-01-05T00:00Z', '2026-W01'],
    ['week', '2024-12-30T00:00Z', '2024-12-30T00:00Z', '2025-01-06T00:00Z', '2025-W01'],
    ['week', '2027-01-03T23:59Z', '2026-12-28T00:00Z', '2027-01-04T00:00Z', '2026-W53'],
    ['month', '2026-01-31T23:59Z', '2026-01-01T00:00Z', '2026-02-01T00:00Z', '2026-01'],
    ['month', '2024-02-29T12:00Z', '2024-02-01T00:00Z', '2024-03-01T00:00Z', '2024-02'],
    ['month', '2026-12-31T23:59Z', '2026-12-01T00:00Z', '2027-01-01T00:00Z', '2026-12'],
    ['quarter', '2026-11-20T00:00Z', '2026-10-01T00:00Z', '2027-01-01T00:00Z', '2026-Q4'],
    ['year', '2026-11-20T00:00Z', '2026-01-01T00:00Z', '2027-01-01T00:00Z', '2026'],
    ['month', '0099-02-03T00:00Z', '0099-02-01T00:00Z', '0099-03-01T00:00Z', '0099-02'],
  ] as const)('the %s of %s', (unit, at, from, to, name) => {
    expect(calendarWindow(unit, Date.parse(at))).toEqual({ from: Date.parse(from), to: Date.parse(to), name });
  });

  test.each([
    ['2023-02-01', 28],
    ['2024-02-01', 29],
    ['2026-03-01', 31],
    ['2026-10-01', 31],
    ['2026-04-01', 30],
  ])('the month of %s has %i days of 24 hours, summer time or not', (day, days) => {
    const { from, to } = calendarWindow('month', Date.parse(day));
    expect((to - from) / DAY).toBe(days);
  });

  test('hold the instant, begin where the one before ends, and weeks begin on Monday', () => {
    fc.assert(
      fc.property(instant, fc.constantFrom(...units), (at, unit) => {
        const window = calendarWindow(unit, at);
        expect(window.from).toBeLessThanOrEqual(at);
        expect(window.to).toBeGreaterThan(at);
        expect(calendarWindow(unit, window.from - 1).to).toBe(window.from);
        expect(calendarWindow(unit, window.to).from).toBe(window.to);
        expect(calendarWindow(unit, window.to).name).not.toBe(window.name);
        expect(unit === 'week' ? new Date(window.from).getUTCDay() : 1).toBe(1);
      }),
    );
  });

  test('the parts of an incident in its windows add up to the whole', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: 0, max: 800 * DAY }), fc.constantFrom(...units), (from, length, unit) => {
        const incident = { from, to: from + length, badShare: 1 };
        const windows = calendarWindows(unit, incident);
        const parts = windows.map((window) => badMinutes(clipIntervals([incident], window), 'weighted'));
        expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(length / MINUTE, 5);
        expect(new Set(windows.map(({ name }) => name)).size).toBe(windows.length);
      }),
    );
  });

  test('an incident that ends with a month does not touch the next', () => {
    const incident = bad('2026-01-31T23:00Z', '2026-02-01T00:00Z');
    expect(calendarWindows('month', incident).map(({ name }) => name)).toEqual(['2026-01']);
    expect(calendarWindows('month', { ...incident, from: incident.to }).map(({ name }) => name)).toEqual(['2026-02']);
  });

  test('no instant has no window that could be gone through', () => {
    expect(calendarWindows('week', { from: NaN, to: 5 })).toHaveLength(1);
    expect(calendarWindows('week', { from: 8.64e15, to: Infinity }).length).toBeLessThan(3);
  });
});

describe('rolling windows', () => {
  test('end where they are told to', () => {
    expect(rollingWindow(30, Date.UTC(2026, 2, 1))).toEqual({
      from: Date.UTC(2026, 0, 30),
      to: Date.UTC(2026, 2, 1),
      name: '30 days to 2026-03-01T00:00Z',
    });
    expect(rollingWindow(1, 0).name).toBe('1 day to 1970-01-01T00:00Z');
    expect(rollingWindow(1, NaN).name).toBe('1 day to ?');
  });

  test('an objective picks its own', () => {
    const incident = bad('2026-01-31T23:40Z', '2026-02-01T00:30Z');
    expect(budgetWindows({ kind: 'rolling', days: 28 }, incident)).toEqual([rollingWindow(28, incident.to)]);
    expect(budgetWindows({ kind: 'calendar', unit: 'quarter' }, incident).map(({ name }) => name)).toEqual(['2026-Q1']);
  });

  const early = bad('2026-01-01T00:00Z', '2026-01-01T01:00Z');
  const incident = bad('2026-01-20T00:00Z', '2026-01-20T00:10Z');
  const late = bad('2026-02-10T00:00Z', '2026-02-10T02:00Z');

  test('the worst one that holds the incident takes the worse neighbour in', () => {
    const worst = worstRollingWindow({ days: 30, intervals: [early, incident, late], incident });
    expect(worst.to).toBe(late.to);
    expect(badMinutes(clipIntervals([early, incident, late], worst), 'weighted')).toBe(130);
    expect(worstRollingWindow({ days: 30, intervals: [early, incident], incident }).to).toBe(incident.to);
    expect(worstRollingWindow({ days: 30, intervals: [], incident }).to).toBe(incident.to);
  });

  test('of an incident longer than the window one within it', () => {
    const long = bad('2026-01-01T00:00Z', '2026-01-04T00:00Z');
    const worst = worstRollingWindow({ days: 1, intervals: [long], incident: long });
    expect(badMinutes(clipIntervals([long], worst), 'binary')).toBe(1440);
  });

  test('no other window with the incident in it is worse', () => {
    const minutes = fc.array(
      fc.record({ from: fc.integer({ min: 0, max: 9_000 }), length: fc.integer({ min: 1, max: 500 }) }),
      {
        minLength: 1,
        maxLength: 8,
      },
    );
    fc.assert(
      fc.property(minutes, fc.nat({ max: 100 }), (all, step) => {
        const intervals = all.map(({ from, length }) => ({
          from: from * MINUTE,
          to: (from + length) * MINUTE,
          badShare: 0.5,
        }));
        const [one] = intervals;
        if (one === undefined) return;
        const worst = worstRollingWindow({ days: 2, intervals, incident: one });
        expect(worst.from).toBeLessThanOrEqual(one.from);
        expect(worst.to).toBeGreaterThanOrEqual(one.to);
        const other = rollingWindow(2, one.to + ((2 * DAY - (one.to - one.from)) * step) / 100);
        const badIn = (window: typeof worst): number => badMinutes(clipIntervals(intervals, window), 'weighted');
        expect(badIn(worst)).toBeGreaterThanOrEqual(badIn(other) - 1e-6);
      }),
    );
  });
});
