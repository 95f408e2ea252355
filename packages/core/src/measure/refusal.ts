import type { Result } from './measurement.ts';

/** A result without a number, and why. */
export type NoNumber = Exclude<Result, { readonly state: 'known' | 'open' }>;

export function unknown(reason: string, message: string): NoNumber {
  return { state: 'unknown', reason, message };
}

export function invalid(reason: string, message: string): NoNumber {
  return { state: 'invalid', reason, message };
}

export function notApplicable(reason: string, message: string): NoNumber {
  return { state: 'notApplicable', reason, message };
}
