import type { Place } from '../model/index.ts';
import type { StatedValue } from './measurement.ts';

/**
 * A stated value beside the one that was worked out: they agree where they are no further apart than the tolerance. `others`
 * are values by other definitions; where the stated one fits one of those, that is its verdict.
 */
export function beside({
  value,
  stated,
  written,
  places,
  tolerance,
  others = [],
  what,
}: {
  readonly value: number | null;
  readonly stated: number;
  readonly written: string;
  readonly places: readonly Place[];
  readonly tolerance: number;
  readonly others?: readonly number[];
  /** For the sentence where they differ: `the times of the document give 43.4 %`. */
  readonly what: string;
}): StatedValue {
  const common = { value: stated, written, places, tolerance };
  // Sums of binary fractions may lie a hair beside their edge.
  const fits = (one: number): boolean => Math.abs(one - stated) <= tolerance + 1e-9;
  if (value === null) return { ...common, verdict: 'notCompared' };
  if (fits(value)) return { ...common, verdict: 'agrees' };
  if (others.some(fits)) return { ...common, verdict: 'agreesWithOther' };
  return {
    ...common,
    verdict: 'differs',
    message: `The document states ${written.slice(0, 60)}; ${what}. One of them needs another look.`,
  };
}
