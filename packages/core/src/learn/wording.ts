import type { Interval, Reason } from './insights.ts';

const MINUTES: readonly (readonly [number, string])[] = [
  [1_440, 'd'],
  [60, 'h'],
  [1, 'min'],
];

/**
 * Minutes as people say them, in two units at most.
 *
 * @example minutesInWords(88) // '1 h 28 min'
 * @example minutesInWords(0.5) // '30 s'
 */
export function minutesInWords(minutes: number): string {
  if (minutes < 0) return `−${minutesInWords(-minutes)}`;
  if (minutes > 0 && minutes < 1) return `${Math.max(1, Math.round(minutes * 60))} s`;
  if (minutes < 10 && !Number.isInteger(minutes)) return `${numberInWords(minutes)} min`;
  let rest = Math.round(minutes);
  const parts: string[] = [];
  for (const [size, unit] of MINUTES) {
    const count = Math.floor(rest / size);
    if (count > 0 && parts.length < 2) parts.push(`${count} ${unit}`);
    else if (parts.length > 0) break;
    rest -= count * size;
  }
  return parts.join(' ') || '0 min';
}

/**
 * A number to two digits, or to the whole number where that has more; very small ones to two places.
 *
 * @example numberInWords(3.9473) // '3.9'
 * @example numberInWords(137.4) // '137'
 * @example numberInWords(-0.0123) // '−0.01'
 */
export function numberInWords(value: number): string {
  const size = Math.abs(value);
  const rounded =
    size >= 10
      ? String(Math.round(size))
      : size < 0.1
        ? String(Number(size.toFixed(2)))
        : String(Number(size.toPrecision(2)));
  return value < 0 && Number(rounded) !== 0 ? `−${rounded}` : rounded;
}

/** @example daysInWords(1) // '1 day' */
export function daysInWords(days: number): string {
  const written = numberInWords(days);
  return `${written} ${written === '1' ? 'day' : 'days'}`;
}

/**
 * A share in percent; only nothing is 0 % and only all is 100 %.
 *
 * @example percentInWords(0.317) // '32 %'
 * @example percentInWords(0.9967) // '99.7 %'
 */
export function percentInWords(share: number): string {
  const percent = share * 100;
  if (percent > 99 && percent < 100) return `${Math.min(99.9, Number(percent.toFixed(1)))} %`;
  if (percent > 0 && percent < 0.05) return 'less than 0.1 %';
  return `${numberInWords(Math.abs(percent) < 10 ? Number(percent.toFixed(1)) : Math.round(percent))} %`;
}

/** @example rangeInWords({ low: 18, high: 120 }, minutesInWords) // '18 min–2 h' */
export function rangeInWords({ low, high }: Pick<Interval, 'low' | 'high'>, say: (value: number) => string): string {
  return `${say(low)}–${say(high)}`;
}

/** @example pInWords(0.0004) // 'p < 0.001' */
export function pInWords(p: number): string {
  return p < 0.001 ? 'p < 0.001' : `p = ${p < 0.01 ? p.toFixed(3) : p.toFixed(2)}`;
}

/**
 * A count with its noun; a plural that is not made by `s` is given.
 *
 * @example countOf(1, 'post-mortem') // '1 post-mortem'
 */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${count === 0 ? 'no' : count} ${count === 1 ? one : many}`;
}

/** A sentence with a capital at its beginning. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function isReason(answer: object): answer is Reason {
  return 'reason' in answer;
}
