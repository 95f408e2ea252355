export interface Lap<Result> {
  readonly milliseconds: number;
  readonly result: Result;
}

/**
 * Runs all sides in turn, round after round, so that whatever else the machine does meets each of them alike. The first
 * round warms up and is not counted.
 */
export function interleave<Side extends string, Result>(
  sides: Readonly<Record<Side, () => Result>>,
  rounds = 7,
): Readonly<Record<Side, readonly Lap<Result>[]>> {
  const names = Object.keys(sides) as Side[];
  const laps = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Side, Lap<Result>[]>;
  for (let round = 0; round <= rounds; round += 1) {
    for (const name of names) {
      const lap = timed(sides[name]);
      if (round > 0) laps[name].push(lap);
    }
  }
  return laps;
}

function timed<Result>(run: () => Result): Lap<Result> {
  const start = performance.now();
  const result = run();
  return { milliseconds: performance.now() - start, result };
}

export function medianTime(laps: readonly Lap<unknown>[]): number {
  return median(laps.map(({ milliseconds }) => milliseconds));
}

/** For times that are not compared with a peer's: the least that something else on the machine added to. */
export function bestTime(laps: readonly Lap<unknown>[]): number {
  return Math.min(...laps.map(({ milliseconds }) => milliseconds));
}

/** How long `laps` took for each millisecond of `others`: the median of the rounds, each compared within itself. */
export function timeRatio(laps: readonly Lap<unknown>[], others: readonly Lap<unknown>[]): number {
  return median(laps.map(({ milliseconds }, round) => milliseconds / (others[round]?.milliseconds ?? Number.NaN)));
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}
