import { expect, test } from 'vitest';
import { choicesOf } from './all-choices.ts';
import { countOfChoices, everyChoice, sampledChoices } from '../src/learn/choices.ts';
import { randomBelow, randomFrom, seededRandom } from '../src/learn/seeded-random.ts';

test('the sequence from 1, 2, 3, 4 is that of the authors', () => {
  const random = randomFrom([1, 2, 3, 4]);
  expect(Array.from({ length: 10 }, random)).toEqual([
    11_520, 0, 5_927_040, 70_819_200, 2_031_721_883, 1_637_235_492, 1_287_239_034, 3_734_860_849, 3_729_100_597,
    4_258_142_804,
  ]);
});

test('a seed is spread by splitmix64, whose first words from 1234567 are known', () => {
  const [first, second] = [6_457_827_717_110_365_317n, 3_203_168_211_198_807_973n];
  const words = [first & 0xffff_ffffn, first >> 32n, second & 0xffff_ffffn, second >> 32n].map(Number);
  const known = randomFrom(words as [number, number, number, number]);
  const seeded = seededRandom(1_234_567);
  expect(Array.from({ length: 20 }, seeded)).toEqual(Array.from({ length: 20 }, known));
});

test('negative seeds and 0 have sequences of their own', () => {
  const starts = [-1, 0, 1, Number.MAX_SAFE_INTEGER].map((seed) => seededRandom(seed)());
  expect(new Set(starts).size).toBe(4);
});

test('each number below ten comes about as often as the others', () => {
  const random = seededRandom(3);
  const counts = Array.from({ length: 10 }, () => 0);
  for (let drawn = 0; drawn < 100_000; drawn += 1) counts[randomBelow(random, 10)]! += 1;
  const chiSquare = counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
  expect(chiSquare).toBeLessThan(27.88);
});

test.each([
  [1, 1],
  [2, 1],
  [6, 3],
  [9, 4],
  [7, 7],
])('of %i things every %i are chosen once', (size, chosen) => {
  const found: string[] = [];
  everyChoice(size, chosen, (choice) => found.push(choice.join(' ')));
  expect(found).toEqual(choicesOf(size, chosen).map((choice) => choice.join(' ')));
  expect(countOfChoices(size, chosen)).toBe(found.length);
});

test('drawn choices are each as frequent as the others', () => {
  const counts = new Map<string, number>();
  sampledChoices(6, 3, { draws: 20_000, seed: 5 }, (choice) => {
    const key = choice.toSorted().join(' ');
    counts.set(key, (counts.get(key) ?? 0) + 1);
  });
  expect(counts.size).toBe(20);
  const chiSquare = [...counts.values()].reduce((sum, count) => sum + (count - 1_000) ** 2 / 1_000, 0);
  expect(chiSquare).toBeLessThan(43.82);
});
