import fc from 'fast-check';
import { expect } from 'vitest';

const SEED = 20260501;

/** Checks a law on the same cases in each run, and on a few that no run had before. */
export function holds<Values extends [unknown, ...unknown[]]>(property: fc.IProperty<Values>, numRuns = 200): void {
  fc.assert(property, { seed: SEED, numRuns });
  fc.assert(property, { numRuns: Math.ceil(numRuns / 5) });
}

/** An answer of which one is sure; what has none fails the test with its reason. */
export function answered<Answer>(answer: Answer): Exclude<Answer, { readonly reason: string }> {
  if (typeof answer === 'object' && answer !== null && 'reason' in answer) throw new Error(String(answer.reason));
  return answer as Exclude<Answer, { readonly reason: string }>;
}

/** What a question without an answer is given: a sentence and nothing else. */
export const aReason = { reason: expect.stringMatching(/^[A-Z0-9a-z].{8,120}\.$/) as string };
