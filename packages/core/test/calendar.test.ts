import { describe, expect, test } from 'vitest';
import { addDays, dayNumber, dayText, isDay, minutesOf, nearestYear } from '../src/read/calendar.ts';

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
  ['00:00', 0],
  ['00:01', 1],
  ['14:23', 863],
  ['23:59', 1439],
  ['24:00', 1440],
  ['00:00:30', 0.5],
  ['18:37:15', 1117.25],
])('minutesOf(%s) is %d', (clock, minutes) => {
  expect(minutesOf(clock)).toBe(minutes);
});

describe('a missing year is the one that brings a day closest', () => {
  test.each<[number, number, string, number]>([
    [3, 2, '2026-03-01', 2026],
    [1, 1, '2025-12-31', 2026],
    [12, 31, '2026-01-01', 2025],
    [7, 20, '2026-07-01', 2026],
    [2, 29, '2024-03-01', 2024],
    [2, 29, '2025-01-10', 2024],
  ])('%i/%i near %s is in %i', (month, day, near, year) => {
    expect(nearestYear(month, day, near)).toBe(year);
  });
});
