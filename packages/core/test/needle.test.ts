import fc from 'fast-check';
import { expect, test } from 'vitest';
import { needle, needlesIn } from '../src/check/blameless/needle.ts';

const SEED = 20261121;
const WORDS = ['forgot', "didn't", '!!', 'no one', 'lazy', 'double-check', 'if '];
const made = WORDS.map((word) => needle(word));

test('a word is found wherever it stands', () => {
  const anything = fc.string({ unit: 'binary', maxLength: 40 });
  fc.assert(
    fc.property(anything, fc.nat(WORDS.length - 1), anything, (before, index, behind) => {
      const bit = made[index]?.bit ?? 0;
      expect(needlesIn(`${before}${WORDS[index]}${behind}`) & bit).toBe(bit);
    }),
    { seed: SEED, numRuns: 500 },
  );
});

test('what shares no three letters with any word holds none', () => {
  expect(needlesIn('') | needlesIn('xyz') | needlesIn('日本語 の 文')).toBe(0);
});

test.each(['', 'a', 'Forgot'.slice(0, 1), '日本語'])('“%s” is no word to look for', (word) => {
  expect(() => needle(word)).toThrow(RangeError);
});
