import type { Refusal } from '../model/index.ts';

export function refusal(code: Refusal['code'], message: string): Refusal {
  return { code, message };
}
