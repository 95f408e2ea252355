import { randomBelow, seededRandom } from './seeded-random.ts';

/** How many ways there are to choose so many of so many things. */
export function countOfChoices(size: number, chosen: number): number {
  let count = 1;
  for (let taken = 1; taken <= chosen && count < Infinity; taken += 1) count *= (size - chosen + taken) / taken;
  return Math.round(count);
}

/** Shows every choice of so many of the numbers from 0 up to `size` − 1, each in the same array. */
export function everyChoice(size: number, chosen: number, visit: (choice: Int32Array) => void): void {
  const choice = Int32Array.from({ length: chosen }, (_none, index) => index);
  for (let at = 0; at >= 0;) {
    visit(choice);
    at = chosen - 1;
    while (at >= 0 && choice[at] === size - chosen + at) at -= 1;
    if (at < 0) return;
    let value = (choice[at] ?? 0) + 1;
    for (let index = at; index < chosen; index += 1, value += 1) choice[index] = value;
  }
}

/** Shows so many random choices, each in the same array, by the first steps of a Fisher–Yates shuffle. */
export function sampledChoices(
  size: number,
  chosen: number,
  { draws, seed }: { readonly draws: number; readonly seed: number },
  visit: (choice: Int32Array) => void,
): void {
  const random = seededRandom(seed);
  const all = Int32Array.from({ length: size }, (_none, index) => index);
  const choice = all.subarray(0, chosen);
  for (let draw = 0; draw < draws; draw += 1) {
    for (let at = 0; at < chosen; at += 1) {
      const other = at + randomBelow(random, size - at);
      const value = all[other] ?? 0;
      all[other] = all[at] ?? 0;
      all[at] = value;
    }
    visit(choice);
  }
}
