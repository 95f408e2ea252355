/** A difference between two groups, and how to find it again for other groupings of the same values. */
export interface GroupDifference {
  /** The statistic of a less that of b. */
  readonly difference: number;
  /** The same on the scale of `regrouped`. */
  readonly observed: number;
  /** Differences nearer to each other than this on that scale differ only by rounding. */
  readonly slack: number;
  /** The difference if the values at these places made up the smaller group (a, if both are of one size). */
  readonly regrouped: (choice: Int32Array) => number;
}

/** The difference of means. Its scale is the sum of a's distances from the mean of all, which says the same. */
export function differenceOfMeans(a: readonly number[], b: readonly number[]): GroupDifference {
  const all = [...a, ...b];
  const middle = meanOf(all);
  const centred = Float64Array.from(all, (value) => value - middle);
  const sign = a.length <= b.length ? 1 : -1;
  const sum = centred.subarray(0, a.length).reduce((total, value) => total + value, 0);
  return {
    difference: meanOf(a) - meanOf(b),
    observed: sum,
    slack: rounding(all) * all.length,
    regrouped: (choice) => {
      let total = 0;
      for (const place of choice) total += centred[place] ?? 0;
      return sign * total;
    },
  };
}

/** The difference of medians. */
export function differenceOfMedians(a: readonly number[], b: readonly number[]): GroupDifference {
  const sorted = Float64Array.from([...a, ...b]).toSorted();
  const isChosen = new Uint8Array(sorted.length);
  const chosen = Math.min(a.length, b.length);
  const sign = a.length <= b.length ? 1 : -1;
  const medianOf = (wanted: 0 | 1, count: number): number => {
    const upper = Math.floor(count / 2);
    let [seen, before] = [0, 0];
    for (let at = 0; at < sorted.length; at += 1) {
      if (isChosen[at] !== wanted) continue;
      const value = sorted[at] ?? 0;
      if (seen === upper) return count % 2 === 1 ? value : before / 2 + value / 2;
      before = value;
      seen += 1;
    }
    return before;
  };
  const difference = halfOf(a) - halfOf(b);
  return {
    difference,
    observed: difference,
    slack: rounding(sorted),
    regrouped: (choice) => {
      isChosen.fill(0);
      for (const place of choice) isChosen[place] = 1;
      return sign * (medianOf(1, chosen) - medianOf(0, sorted.length - chosen));
    },
  };
}

function halfOf(values: readonly number[]): number {
  const sorted = Float64Array.from(values).toSorted();
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 0;
  return sorted.length % 2 === 1 ? upper : (sorted[sorted.length / 2 - 1] ?? 0) / 2 + upper / 2;
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function rounding(values: Iterable<number>): number {
  let largest = 0;
  for (const value of values) largest = Math.max(largest, Math.abs(value));
  return 8 * Number.EPSILON * largest;
}
