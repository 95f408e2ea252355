import type { TrackedItem } from './tracked-items.ts';

const VERIFIED = /\b(?:verif|done when|confirmed|validat|proven|tested|acceptance|measured|drill|game ?day)/i;

/** Whether an item says how its effect is or was verified: in a field of its own, or anywhere in its lines. */
export function hasVerification({ verification, place }: TrackedItem, text: string): boolean {
  return (
    verification.state !== 'unknown' || VERIFIED.test(text.slice(place.from, Math.min(place.to, place.from + 1_500)))
  );
}
