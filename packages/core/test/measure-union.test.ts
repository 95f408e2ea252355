import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Interval, unionDuration } from '../src/index.ts';
import { answered, aReason, holds } from './held-law.ts';

const on = (start: string, end: string): Interval => ({ start: `2026-05-01T${start}Z`, end: `2026-05-01T${end}Z` });

describe('the minutes that intervals cover', () => {
  test('are 75 of 90 where two overlap', () => {
    const intervals = [on('10:00', '10:40'), on('10:25', '11:05'), on('12:00', '12:10')];
    const { minutes } = answered(unionDuration({ intervals }));
    expect(minutes).toBe(75);
    expect(1 - minutes / 43_200).toBeCloseTo(0.998264, 6);
  });

  test('of two services, any of them down, are 50', () => {
    const { minutes } = answered(unionDuration({ intervals: [on('10:00', '10:30'), on('10:20', '10:50')] }));
    expect(1 - minutes / 1_440).toBeCloseTo(0.965278, 6);
  });

  test.each([
    ['none', [], 0],
    ['one without length', [on('10:00', '10:00')], 0],
    ['two that touch', [on('10:00', '10:30'), on('10:30', '11:00')], 60],
    ['one within the other', [on('10:00', '11:00'), on('10:10', '10:20')], 60],
    ['the same twice', [on('10:00', '10:30'), on('10:00', '10:30')], 30],
    ['over midnight and a month', [{ start: '2026-01-31T23:40Z', end: '2026-02-01T00:30Z' }], 50],
    ['other offsets', [{ start: '2026-05-01T10:00Z', end: '2026-05-01T13:00+02:00' }], 60],
    ['the hour that summer time takes', [{ start: '2026-03-08T01:30-05:00', end: '2026-03-08T04:00-04:00' }], 90],
    ['milliseconds', [{ start: 0, end: 90_000 }], 1.5],
    ['dates, from and to', [{ from: new Date(0), to: new Date(90_000) }], 1.5],
    [
      'pairs',
      [
        [0, 60_000],
        ['1970-01-01T00:00:30Z', '1970-01-01T00:02:00Z'],
      ],
      2,
    ],
    ['no offset, which is UTC', [{ start: '2026-03-29T01:30', end: '2026-03-29T03:30Z' }], 120],
    ['a blank and short offsets', [{ start: '2026-05-01 10:00', end: '2026-05-01 12:40:30.5+0200' }], 40.5 + 0.5 / 60],
    ['small letters', [{ start: '2026-05-01t10:00z', end: '2026-05-01t09:01-01' }], 1],
    ['whole days', [{ start: '2024-02-28', end: '2024-03-01' }], 2_880],
  ] as [string, Interval[], number][])('of %s', (_name, intervals, minutes) => {
    expect(unionDuration({ intervals })).toEqual({ minutes });
  });

  test('are those of a grid, in any order', () => {
    const interval = fc
      .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 20 }))
      .map(([start, length]): [number, number] => [start * 60_000, (start + length) * 60_000]);
    holds(
      fc.property(fc.array(interval), (intervals) => {
        const grid = Array.from({ length: 80 }, (_none, minute) => minute * 60_000);
        const covered = grid.filter((at) => intervals.some(([start, end]) => start <= at && at < end)).length;
        expect(unionDuration({ intervals })).toEqual({ minutes: covered });
        expect(unionDuration({ intervals: intervals.toReversed() })).toEqual({ minutes: covered });
      }),
    );
  });

  test.each([
    { start: '2026-05-01T11:00Z', end: '2026-05-01T10:00Z' },
    { start: 'yesterday', end: '2026-05-01T10:00Z' },
    { start: '2026-13-01T10:00Z', end: '2027-05-01T10:00Z' },
    { start: NaN, end: 1 },
    { start: 0, end: Infinity },
  ])('of %j have a reason instead', (interval) => {
    expect(unionDuration({ intervals: [interval] })).toEqual(aReason);
  });
});
