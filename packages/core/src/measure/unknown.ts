import type { Result } from './measurement.ts';

/** No number, with a name and a sentence for the reason. */
export function unknown(reason: string, message: string): Result {
  return { state: 'unknown', reason, message };
}
