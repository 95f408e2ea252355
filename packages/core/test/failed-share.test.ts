import fc from 'fast-check';
import { expect, test } from 'vitest';
import { failedShare } from '../src/measure/failed-share.ts';

test.each([
  ['40 %', 0.4, 'share'],
  ['~15% of API requests failed', 0.15, 'share'],
  ['partial outage (40 %)', 0.4, 'share'],
  ['12,5 % der Anfragen fehlgeschlagen', 0.125, 'share'],
  ['60 % available', 0.4, 'share'],
  ['99% success rate', 0.01, 'share'],
  ['30% unavailable', 0.3, 'share'],
  ['Full outage', 1, 'words'],
  ['complete service outage', 1, 'words'],
  ['completely down', 1, 'words'],
  ['Totalausfall', 1, 'words'],
  ['panne totale', 1, 'words'],
  ['caída total', 1, 'words'],
  ['indisponibilidade total', 1, 'words'],
  ['完全停止', 1, 'words'],
])('%s', (text, share, from) => {
  expect(failedShare(text)?.share).toBeCloseTo(share, 12);
  expect(failedShare(text)?.from).toBe(from);
});

test.each([
  'Partial outage',
  'Degraded performance',
  'latency +40 %',
  'CPU at 95 %',
  'from 99.9% to 95.2%',
  'errors 140 %',
  '15% of revenue',
  '40 % more than usual',
  'X% of users',
  '',
])('%j tells no share', (text) => {
  expect(failedShare(text)).toBeNull();
});

test('a share lies from 0 to 1', () => {
  fc.assert(
    fc.property(fc.string(), fc.float({ min: -200, max: 200, noNaN: true }), (text, number) => {
      const share = failedShare(`${text} ${number}% of requests failed`)?.share ?? 0;
      expect(share >= 0 && share <= 1).toBe(true);
    }),
  );
});
