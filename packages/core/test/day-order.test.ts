import { describe, expect, test } from 'vitest';
import { read } from '../src/index.ts';
import { dayOrder } from '../src/read/day-order.ts';
import { pointedAt, short } from './reading.ts';

describe('which of two numbers is the day', () => {
  test.each<[string, string, boolean | null]>([
    ['started 25/03/2026', 'en', true],
    ['started 03/25/2026', 'en', false],
    ['started 03/04/2026, ended 25/04/2026', 'en', true],
    ['started 03/04/2026, ended 04/25/2026', 'en', false],
    ['started 25-03-2026', 'en', true],
    ['started 03/04/2026', 'en', null],
    ['started 2026-03-25', 'en', null],
    ['started 2026/03/25', 'en', null],
    ['ratio 25/03/2026/1', 'en', null],
    ['inicio 03/04/2026', 'es', true],
    ['début 03/04/2026', 'fr', true],
    ['Beginn 03/04/2026', 'de', true],
    ['início 03/04/2026', 'pt', true],
    ['start 03/04/2026', 'no', true],
    ['発生 03/04/2026', 'ja', null],
    ['发生 03/04/2026', 'zh', null],
    ['', 'en', null],
  ])('%j in %s: the day first is %j', (text, language, dayFirst) => {
    expect(dayOrder(text, language)).toBe(dayFirst);
  });
});

const header = (date: string, rest: string): string =>
  `# Refunds sent twice\n\n**Date:** ${date}\n\n## Summary\n\nThe refund job ran twice and we noticed it from the bank. ${rest}\n`;

describe('in a document', () => {
  test('a date that could be read in two ways is kept as written and reported', () => {
    const reading = read(header('03/04/2026', ''));
    expect(reading.postmortem.date).toMatchObject({ state: 'unknown', reason: 'ambiguous', written: '03/04/2026' });
    expect(pointedAt(reading, 'ambiguous-date')).toEqual(['03/04/2026']);
  });

  test.each([
    ['It was closed on 25/04/2026.', '2026-04-03'],
    ['It was closed on 04/25/2026.', '2026-03-04'],
  ])('another date decides: %s', (rest, day) => {
    expect(short(read(header('03/04/2026', rest)).postmortem.date)).toBe(day);
  });

  test('the language decides', () => {
    const text =
      '# Reembolsos duplicados\n\n**Fecha:** 03/04/2026\n\n## Resumen\n\nEl proceso de reembolso se ejecutó dos veces y el banco nos avisó por la tarde.\n';
    expect(short(read(text).postmortem.date)).toBe('2026-04-03');
  });
});
