import type { Known } from '../model/index.ts';
import type { Anchor } from './measurement.ts';

const UNITS = [
  { minutes: 10_080, half: 5_040 },
  { minutes: 1_440, half: 720 },
  { minutes: 60, half: 30 },
  { minutes: 1, half: 1 },
  { minutes: 1 / 60, half: 1 },
] as const;

const APPROXIMATE =
  /[~≈約约]|\b(?:ca|circa|approx\w{0,9}|about|around|roughly|nearly|almost|over|under|some|at least|up to|environ|etwa|rund|ungef\p{L}{1,3}|unos|unas|aproximad\p{L}{1,6}|cerca|cirka|omtrent)(?!\p{L})|大约|およそ|左右|\?/iu;

/**
 * How far a stated length of time and a computed one may lie apart, in minutes, before they differ.
 *
 * Half of the smallest unit that is written: 30 min for `2 hours`, 3 min for `1.5 hours`, half a day for `11 days`; but
 * 1 min for minutes, since clocks to the minute are up to a minute off at both ends together. Words such as `about` or `~`
 * open it to a tenth of the value, at least 5 min. What the anchors leave open (a clock to the hour, `about 14:00`) is
 * added. The unit is found from value and number, so that it works in every language: 45 written for 45 is minutes, 2
 * written for 120 is hours.
 */
export function statedTolerance(stated: Known<number>, anchors: readonly Anchor[]): number {
  const written = stated.written.slice(0, 100);
  const unit = smallestUnit(stated.value, numbersIn(written));
  const loose = APPROXIMATE.test(written.slice(0, 30)) ? Math.max(5, stated.value / 10) : 0;
  const open = anchors.reduce((sum, { precision }) => sum + (precision > 60_000 ? precision / 60_000 : 0), 0);
  return Math.max(unit, loose) + open;
}

interface WrittenNumber {
  readonly value: number;
  readonly decimals: number;
}

function numbersIn(written: string): readonly WrittenNumber[] {
  return (written.match(/\d+(?:[.,]\d+)*/g) ?? []).map((digits) => {
    if (/^\d{1,3}(?:,\d{3})+$/.test(digits)) return { value: Number(digits.replaceAll(',', '')), decimals: 0 };
    const [, decimals = ''] = /[.,](\d+)$/.exec(digits) ?? [];
    return { value: Number(digits.replace(',', '.')), decimals: decimals.length };
  });
}

function smallestUnit(minutes: number, numbers: readonly WrittenNumber[]): number {
  const [first, second] = numbers;
  if (first === undefined || minutes === 0) return 1;
  const alone = UNITS.find((unit) => isClose(first.value * unit.minutes, minutes));
  if (alone !== undefined) {
    const half =
      alone.minutes < 1 ? 1 : (alone.half === 1 && first.decimals > 0 ? 0.5 : alone.half) / 10 ** first.decimals;
    return Math.max(half, alone.minutes > 1 ? half : 1);
  }
  const isDaysAndHours = second !== undefined && isClose(first.value * 1_440 + second.value * 60, minutes);
  return isDaysAndHours ? 30 : 1;
}

function isClose(a: number, b: number): boolean {
  return Math.abs(a - b) < 0.02;
}
