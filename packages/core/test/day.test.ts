import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addMonths, dayNumber, dayText, isDay, isDayText } from '../src/model/day.ts';

describe('isDay knows the calendar', () => {
  test.each<[number, number, number, boolean]>([
    [2026, 1, 31, true],
    [2026, 2, 28, true],
    [2026, 2, 29, false],
    [2024, 2, 29, true],
    [2000, 2, 29, true],
    [2100, 2, 29, false],
    [2026, 4, 30, true],
    [2026, 4, 31, false],
    [2025, 9, 31, false],
    [2026, 12, 31, true],
    [2026, 0, 1, false],
    [2026, 13, 1, false],
    [2026, 1, 0, false],
    [2026, 1, 32, false],
    [26, 1, 1, false],
  ])('%i-%i-%i: %j', (year, month, day, exists) => {
    expect(isDay(year, month, day)).toBe(exists);
  });
});

test.each([
  [2026, 3, 1, '2026-03-01'],
  [2026, 12, 31, '2026-12-31'],
])('dayText(%i, %i, %i) is %s', (year, month, day, text) => {
  expect(dayText(year, month, day)).toBe(text);
});

test.each([
  ['2026-03-01', 1, '2026-03-02'],
  ['2026-02-28', 1, '2026-03-01'],
  ['2024-02-28', 1, '2024-02-29'],
  ['2025-12-31', 1, '2026-01-01'],
  ['2026-01-01', -1, '2025-12-31'],
  ['2026-03-28', 3, '2026-03-31'],
  ['2026-03-01', 0, '2026-03-01'],
])('addDays(%s, %i) is %s', (day, days, later) => {
  expect(addDays(day, days)).toBe(later);
});

test('dayNumber counts days, over summer time as well', () => {
  expect(dayNumber('1970-01-02')).toBe(1);
  expect(dayNumber('2026-11-01') - dayNumber('2026-10-01')).toBe(31);
});

test.each([
  ['2026-08-31', 6, '2027-02-28'],
  ['2023-08-31', 6, '2024-02-29'],
  ['2026-01-31', 1, '2026-02-28'],
  ['2026-12-31', 2, '2027-02-28'],
  ['2026-11-20', 1, '2026-12-20'],
  ['2026-11-20', 2, '2027-01-20'],
  ['2026-05-15', 0, '2026-05-15'],
  ['2026-05-31', 120, '2036-05-31'],
])('addMonths(%s, %i) is %s', (day, months, later) => {
  expect(addMonths(day, months)).toBe(later);
});

test.each([
  ['2026-11-20', true],
  ['2026-02-29', false],
  ['2026-1-2', false],
  ['2026-11-20T10:00', false],
  [' 2026-11-20', false],
  ['YYYY-MM-DD', false],
  ['', false],
])('isDayText(%j) is %j', (text, exists) => {
  expect(isDayText(text)).toBe(exists);
});

test.each([[{ seed: 7, numRuns: 500 }], [{ numRuns: 100 }]])('months later is a day of that month, %j', (run) => {
  const days = fc.integer({ min: 0, max: 80_000 }).map((number) => addDays('1970-01-01', number));
  fc.assert(
    fc.property(days, fc.integer({ min: 0, max: 120 }), (day, months) => {
      const later = addMonths(day, months);
      expect(isDayText(later)).toBe(true);
      expect(monthOf(later) - monthOf(day)).toBe(months);
      expect(Number(later.slice(8))).toBeLessThanOrEqual(Number(day.slice(8)));
      expect(dayNumber(addDays(later, 3)) - dayNumber(later)).toBe(3);
    }),
    run,
  );
});

function monthOf(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
}
