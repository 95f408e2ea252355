import { durationWords } from './duration-words.ts';
import { numberWords, unbroken } from './number-words.ts';

/**
 * A value with the unit that its figure names: minutes become hours and days where a person would say so.
 *
 * @example valueWords(90, 'minutes') // '1 h 30 min'
 * @example valueWords(43, 'days') // '43 d'
 */
export function valueWords(value: number, unit: string): string {
  if (isMinutes(unit)) return durationWords(value);
  return `${numberWords(value)}${unbroken}${isDays(unit) ? 'd' : unit}`;
}

/** Whether a caption's unit is minutes, which alone are shown as clock-like durations. */
export function isMinutes(unit: string): boolean {
  return /^min(?:utes?)?\b/i.test(unit);
}

function isDays(unit: string): boolean {
  return /^days?$/i.test(unit);
}
