import { describe, expect, test } from 'vitest';
import { givenTime, type GivenTime, isGiven, waysToTell } from '../src/write/written-time.ts';

describe('a time as a change gives it', () => {
  test.each<readonly [string, GivenTime | null]>([
    ['14:05', { clock: '14:05' }],
    ['9:05', { clock: '09:05' }],
    ['14:05:07', { clock: '14:05:07' }],
    ['14:05 UTC', { clock: '14:05', zone: 'UTC' }],
    ['14:05Z', { clock: '14:05', zone: 'UTC' }],
    ['14:05 +02:00', { clock: '14:05', zone: '+02:00' }],
    ['2026-05-01', { day: '2026-05-01' }],
    ['2026-05-01T10:02Z', { day: '2026-05-01', clock: '10:02', zone: 'UTC' }],
    ['2026-05-01 10:02 CET', { day: '2026-05-01', clock: '10:02', zone: 'CET' }],
    [' 14:05 ', { clock: '14:05' }],
    ['', null],
    ['soon', null],
    ['24:00', null],
    ['14:60', null],
    ['14:05:60', null],
    ['1405', null],
    ['14:05 or so', null],
    ['01.05.2026 14:05', null],
  ])('%j', (text, expected) => {
    expect(givenTime(text)).toEqual(expected);
  });
});

describe('the first way to write it, in the manner of another', () => {
  const evening = { clock: '18:07' };
  const dated = { day: '2026-05-01', clock: '18:07' };
  test.each<readonly [GivenTime, string | null, string]>([
    [evening, null, '18:07'],
    [dated, null, '18:07'],
    [evening, '14:05', '18:07'],
    [evening, '14:05:30', '18:07:00'],
    [evening, '14.05', '18.07'],
    [evening, '14h05', '18h07'],
    [evening, '2:05 PM', '6:07 PM'],
    [evening, '02:05pm', '06:07pm'],
    [evening, '2:05 a.m.', '6:07 p.m.'],
    [evening, '14:05 UTC', '18:07 UTC'],
    [evening, '10:00 - 11:00', '18:07'],
    [evening, '~14:05', '18:07'],
    [dated, '2026-03-01 14:05', '2026-05-01 18:07'],
    [dated, '2026/3/1 14:05', '2026/5/1 18:07'],
    [dated, '2026-03-01T14:05Z', '2026-05-01T18:07Z'],
    [{ clock: '09:07' }, '14:05', '09:07'],
    [{ clock: '09:07' }, '8:05', '9:07'],
    [{ clock: '18:07', zone: 'CET' }, '14:05 UTC', '18:07 CET'],
    [{ day: '2026-05-01' }, '2026-03-01', '2026-05-01'],
    [{ clock: '00:30' }, '2:05 PM', '12:30 AM'],
  ])('%j like %j is %j', (time, sample, expected) => {
    expect([...waysToTell(time, null, sample)][0]).toBe(expected);
  });

  test('the last way says all of it', () => {
    expect([...waysToTell({ ...dated, zone: 'CET' }, null, '14:05')].at(-1)).toBe('2026-05-01 18:07 CET');
  });

  test.each<readonly [GivenTime, GivenTime, string | null, string]>([
    [evening, { clock: '19:00' }, null, '18:07 – 19:00'],
    [evening, { clock: '19:00' }, '14:05', '18:07 – 19:00'],
    [evening, { clock: '19:00' }, '10:00-11:00', '18:07-19:00'],
    [evening, { clock: '19:00' }, '10:00 until 11:00', '18:07 until 19:00'],
    [evening, { clock: '19:00' }, '2:05 PM', '6:07 PM – 7:00 PM'],
  ])('%j to %j like %j is %j', (at, until, sample, expected) => {
    expect([...waysToTell(at, until, sample)][0]).toBe(expected);
  });
});

describe('whether a time that was read is the one that was given', () => {
  test.each([
    [{ clock: '14:05' }, { clock: '14:05' }, true],
    [{ day: '2026-05-01', clock: '14:05' }, { clock: '14:05' }, true],
    [{ day: '2026-05-02', clock: '14:05' }, { day: '2026-05-01', clock: '14:05' }, false],
    [{ clock: '14:06' }, { clock: '14:05' }, false],
    [{ clock: '14:05', approximate: true as const }, { clock: '14:05' }, false],
    [{ clock: '14:05', zone: 'UTC', offsetMinutes: 0 }, { clock: '14:05', zone: 'UTC' }, true],
    [{ clock: '14:05', zone: 'Z', offsetMinutes: 0 }, { clock: '14:05', zone: 'UTC' }, true],
    [{ clock: '14:05' }, { clock: '14:05', zone: 'UTC' }, false],
    [{ clock: '14:05', zone: 'CET', offsetMinutes: 60 }, { clock: '14:05', zone: 'UTC' }, false],
    [{ day: '2026-05-01' }, { day: '2026-05-01' }, true],
  ])('%j for %j: %j', (read, given, expected) => {
    expect(isGiven(read, given)).toBe(expected);
  });
});
