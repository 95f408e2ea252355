import { noAnswer, type NoAnswer } from '../measure/index.ts';
import { levelFault, valuesFault } from './faults.ts';

/** The share of the values up to one of them, and the limits of that share. */
export interface EcdfStep {
  readonly value: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/**
 * The empirical distribution of values with a band that holds the whole true one with the probability `level`: the
 * share ± epsilon, kept within 0 and 1. There is one step for each different value, in their order.
 *
 * Source: A. Dvoretzky, J. Kiefer and J. Wolfowitz (1956), with the constant of P. Massart, Annals of Probability 18
 * (1990): ε = √(ln(2 / α) / 2n).
 *
 * @example ecdfBand({ values: [12, 18, 25, 31, 44, 52, 75, 120, 480] }).epsilon // 0.4527…
 */
export function ecdfBand({
  values,
  level = 0.95,
}: {
  readonly values: readonly number[];
  readonly level?: number;
}): { readonly epsilon: number; readonly steps: readonly EcdfStep[] } | NoAnswer {
  const fault = valuesFault(values) ?? levelFault(level);
  if (fault !== null) return noAnswer(fault);
  const n = values.length;
  const epsilon = Math.sqrt(Math.log(2 / (1 - level)) / (2 * n));
  const steps: EcdfStep[] = [];
  const sorted = Float64Array.from(values).toSorted();
  for (const [index, value] of sorted.entries()) {
    if (sorted[index + 1] === value) continue;
    const share = (index + 1) / n;
    steps.push({ value, share, low: Math.max(0, share - epsilon), high: Math.min(1, share + epsilon) });
  }
  return { epsilon, steps };
}
