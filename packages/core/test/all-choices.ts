/** Every choice of so many of the numbers from 0 up to `size` − 1, in order, found the slow way. */
export function choicesOf(size: number, chosen: number, from = 0): readonly (readonly number[])[] {
  if (chosen === 0) return [[]];
  const choices: (readonly number[])[] = [];
  for (let first = from; first <= size - chosen; first += 1)
    for (const more of choicesOf(size, chosen - 1, first + 1)) choices.push([first, ...more]);
  return choices;
}
