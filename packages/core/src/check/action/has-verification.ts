import type { TrackedItem } from './tracked-items.ts';

const VERIFIED = /\b(?:verif|done when|confirmed|validat|proven|tested|acceptance|measured|drill|game ?day)/i;

/** Whether an item says how its effect is or was verified: beside it, or in its own words. */
export function hasVerification({ verification, text, status }: TrackedItem): boolean {
  if (verification.state !== 'unknown') return true;
  return VERIFIED.test(text.value.slice(0, 500)) || (status.state === 'known' && VERIFIED.test(status.value));
}
