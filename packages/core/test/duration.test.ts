import { describe, expect, test } from 'vitest';
import { durationMinutes } from '../src/read/duration.ts';
import { lexicon } from './reading.ts';

function minutes(text: string): number | null {
  return durationMinutes(lexicon, text, null);
}

describe('units', () => {
  test.each([
    ['5 minutes', 5],
    ['1 minute', 1],
    ['5 min', 5],
    ['5 mins', 5],
    ['5min', 5],
    ['5m', 5],
    ['5 min.', 5],
    ['13.33 min', 13.33],
    ['13,33 min', 13.33],
    ['2 hours', 120],
    ['1 hour', 60],
    ['2 hrs', 120],
    ['2h', 120],
    ['1.5 hours', 90],
    ['1,5 Stunden', 90],
    ['30 seconds', 0.5],
    ['90s', 1.5],
    ['11 Days', 15_840],
    ['1 day', 1_440],
    ['2 weeks', 20_160],
    ['5,840 minutes', 5_840],
    ['1,234,567 s', 20_576.12],
    ['279 minutes [^3]', 279],
    ['279 minutes[^3]', 279],
    ['0 minutes', 0],
    ['45 MINUTES', 45],
  ])('%j is %d minutes', (text, value) => {
    expect(minutes(text)).toBe(value);
  });
});

describe('sums', () => {
  test.each([
    ['2 hours 15 minutes', 135],
    ['2 hours, 15 minutes', 135],
    ['2 hours and 15 minutes', 135],
    ['1 hour & 5 min', 65],
    ['1h 12m', 72],
    ['1h12m', 72],
    ['1 h 12 min', 72],
    ['1h12', 72],
    ['19 hours 43 minutes', 1_183],
    ['1 day 2 hours 3 minutes', 1_563],
    ['2m 30s', 2.5],
    ['1 hr 30 min (customer impact)', 90],
    ['02:15:00', 135],
    ['0:45:30', 45.5],
  ])('%j is %d minutes', (text, value) => {
    expect(minutes(text)).toBe(value);
  });
});

describe('other languages', () => {
  test.each([
    ['2 horas y 15 minutos', 135],
    ['2 horas 15 min', 135],
    ['3 días', 4_320],
    ['2 heures et 15 minutes', 135],
    ['2 h 15', 135],
    ['2 jours', 2_880],
    ['2 Stunden und 15 Minuten', 135],
    ['2 Std. 15 Min.', 135],
    ['3 Tage', 4_320],
    ['2 horas e 15 minutos', 135],
    ['2 timer og 15 minutter', 135],
    ['1 time', 60],
    ['3 døgn', 4_320],
    ['2時間15分', 135],
    ['2 時間 15 分', 135],
    ['約 1 時間 7 分', 67],
    ['45分間', 45],
    ['3日間', 4_320],
    ['2小时15分钟', 135],
    ['45 分钟', 45],
    ['约30分钟', 30],
    ['3天', 4_320],
  ])('%j is %d minutes', (text, value) => {
    expect(minutes(text)).toBe(value);
  });
});

describe('words and marks around it', () => {
  test.each([
    ['~2h (partial)', 120],
    ['≈ 45 min', 45],
    ['about 45 minutes', 45],
    ['approximately 2 hours', 120],
    ['approx. 2 hours', 120],
    ['around 2 hours', 120],
    ['nearly 3 hours', 180],
    ['< 5 minutes', 5],
    ['ca. 30 min', 30],
    ['rund 2 Stunden', 120],
    ['environ 2 heures', 120],
    ['unas 2 horas', 120],
    ['cerca de 2 horas', 120],
    ['omtrent 2 timer', 120],
    ['**45 minutes**', 45],
    ['`45m`', 45],
    ['45 minutes (14:23 – 15:08)', 45],
    ['45 minutes after incident start', 45],
    ['45 minutes from first alert', 45],
    ['135 min = 2h 15m', 135],
  ])('%j is %d minutes', (text, value) => {
    expect(minutes(text)).toBe(value);
  });
});

describe('a bare number means minutes', () => {
  test.each([
    ['5280', 5_280],
    ['45', 45],
    ['13.33', 13.33],
    ['1,234', 1_234],
    ['45 (estimated)', 45],
  ])('%j is %d minutes', (text, value) => {
    expect(minutes(text)).toBe(value);
  });
});

describe('from and to', () => {
  test.each([
    ['14:23 – 15:10 UTC', 47],
    ['14:23 - 15:10', 47],
    ['14:23 to 15:10', 47],
    ['23:50 – 00:20', 30],
    ['2026-03-01 14:23 – 15:10', 47],
    ['2026-03-01 22:00 – 2026-03-02 02:00', 240],
    ['2026-03-01 22:00 to 2026-03-03 02:00 UTC', 1_680],
    ['2:23 PM – 3:10 PM', 47],
    ['14:23 – 15:10 (47 minutes)', 47],
    ['14:00 UTC – 16:30 CEST', 30],
  ])('%j is %d minutes', (text, value) => {
    expect(minutes(text)).toBe(value);
  });
});

describe('what is not one length of time is none', () => {
  test.each([
    '5-10 minutes',
    '5 – 10 minutes',
    '5 to 10 minutes',
    '5-10 min',
    '2-3 hours',
    '5 minutes to 2 hours',
    '5 min – 10 min',
    'between 5 and 10 minutes',
    '2 bis 3 Stunden',
    '2〜3時間',
    '?',
    'N/A',
    'X minutes',
    'unknown',
    'a while',
    'several hours',
    'until noon',
    '14:23',
    '2026-03-01',
    '99.9%',
    '3 hosts',
    '12 requests in 5 minutes',
    '-',
    '',
    'still ongoing',
    '2026-03-02 14:00 – 2026-03-01 13:00',
  ])('%j', (text) => {
    expect(minutes(text)).toBeNull();
  });
});
