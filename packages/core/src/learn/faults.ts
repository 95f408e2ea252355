/** Says what is wrong with a level of confidence, or null. */
export function levelFault(level: number): string | null {
  return level > 0 && level < 1 ? null : 'A level lies between 0 and 1, such as 0.95.';
}

/** Says what is wrong with a count, or null. */
export function countFault(count: number): string | null {
  return Number.isSafeInteger(count) && count >= 0 && count <= 1e12
    ? null
    : 'A count is a whole number from 0 upwards.';
}

/** Says what is wrong with a set of values, or null. */
export function valuesFault(values: readonly number[]): string | null {
  if (!(values?.length > 0)) return 'There are no values.';
  // Array.from turns the holes of a list into values, which every() would pass over.
  return Array.from(values).every(Number.isFinite) ? null : 'A value is not a finite number.';
}

/** Says what is wrong with the seed of a random sequence, or null. */
export function seedFault(seed: number): string | null {
  return Number.isSafeInteger(seed) ? null : 'A seed is a whole number.';
}
