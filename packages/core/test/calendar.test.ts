import { describe, expect, test } from 'vitest';
import { minutesOf, nearestYear } from '../src/read/calendar.ts';

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
