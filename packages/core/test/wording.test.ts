import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daysInWords, minutesInWords, numberInWords, percentInWords } from '../src/index.ts';

describe('minutes in words', () => {
  test.each([
    [0, '0 min'],
    [0.001, '1 s'],
    [0.5, '30 s'],
    [1, '1 min'],
    [4.25, '4.3 min'],
    [44, '44 min'],
    [59.6, '1 h'],
    [60, '1 h'],
    [88, '1 h 28 min'],
    [1_439, '23 h 59 min'],
    [1_440, '1 d'],
    [1_441, '1 d'],
    [1_500, '1 d 1 h'],
    [44_640, '31 d'],
    [-7, '−7 min'],
  ])('%d is %s', (minutes, words) => {
    expect(minutesInWords(minutes)).toBe(words);
  });

  test('longer never reads as nothing, whatever the number', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 1e9, noNaN: true }), (minutes) => {
        expect(minutesInWords(minutes)).toMatch(/^[1-9]\d*(?:\.\d)? (?:s|min|h|d)(?: [1-9]\d* (?:h|min))?$/);
      }),
      { seed: 3, numRuns: 500 },
    );
  });
});

describe('numbers in words', () => {
  test.each([
    [0, '0'],
    [3.9473, '3.9'],
    [10.4, '10'],
    [137.4, '137'],
    [1, '1'],
    [0.661, '0.66'],
    [0.0253, '0.03'],
    [0.001, '0'],
    [-0.6, '−0.6'],
    [-0.001, '0'],
  ])('%d is %s', (value, words) => {
    expect(numberInWords(value)).toBe(words);
  });

  test.each([
    [0, '0 %'],
    [0.317, '32 %'],
    [0.053, '5.3 %'],
    [1, '100 %'],
    [1.204, '120 %'],
    [-0.2, '−20 %'],
  ])('the share %d is %s', (share, words) => {
    expect(percentInWords(share)).toBe(words);
  });

  test.each([
    [1, '1 day'],
    [30, '30 days'],
    [0.5, '0.5 days'],
    [1_056, '1056 days'],
  ])('%d is %s', (days, words) => {
    expect(daysInWords(days)).toBe(words);
  });
});
