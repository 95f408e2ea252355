const DISTANCE = /^(?:UTC|GMT)?(?:[+-](\d{1,2})(?::?([0-5]\d))?)?$/i;

/**
 * Whether a text names a zone: an IANA name that this system knows, `UTC`, or a distance from it such as `UTC+5:30`.
 *
 * @example isZone('Europe/Oslo') // true
 */
export function isZone(written: string): boolean {
  if (written === '') return false;
  const distance = DISTANCE.exec(written);
  if (distance !== null) return Number(distance[1] ?? 0) * 60 + Number(distance[2] ?? 0) <= 14 * 60;
  if (!/^[A-Za-z][\w+/-]{1,60}$/.test(written)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: written }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
