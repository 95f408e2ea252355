import { numberWords, unbroken } from './number-words.ts';

const units = [
  { name: 'd', minutes: 1440, next: { name: 'h', minutes: 60 } },
  { name: 'h', minutes: 60, next: { name: 'min', minutes: 1 } },
] as const;

/**
 * Minutes in the one or two units that a person would say.
 *
 * @example durationWords(135) // '2 h 15 min'
 * @example durationWords(0.5) // '30 s'
 */
export function durationWords(minutes: number): string {
  if (!Number.isFinite(minutes)) return numberWords(minutes);
  const size = Math.abs(minutes);
  return minutes < 0 ? `\u2212${sizeWords(size)}` : sizeWords(size);
}

function sizeWords(size: number): string {
  if (size > 0 && size < 1) return `${numberWords(Math.max(1, Math.round(size * 60)))}${unbroken}s`;
  if (size < 10) return `${numberWords(Number(size.toFixed(1)))}${unbroken}min`;
  const whole = Math.round(size);
  const unit = units.find(({ minutes }) => whole >= minutes);
  if (unit === undefined) return `${whole}${unbroken}min`;
  const inNext = Math.round(whole / unit.next.minutes);
  const perUnit = unit.minutes / unit.next.minutes;
  const [first, rest] = [Math.floor(inNext / perUnit), inNext % perUnit];
  const main = `${numberWords(first)}${unbroken}${unit.name}`;
  return rest === 0 || first >= 100 ? main : `${main}${unbroken}${rest}${unbroken}${unit.next.name}`;
}

/**
 * The short form that stands at an axis: one unit, no more.
 *
 * @example durationTick(90) // '1.5 h'
 */
export function durationTick(minutes: number): string {
  if (minutes === 0) return '0';
  const [size, name] =
    minutes < 1
      ? [minutes * 60, 's']
      : minutes < 60
        ? [minutes, 'min']
        : minutes < 1440
          ? [minutes / 60, 'h']
          : [minutes / 1440, 'd'];
  return `${numberWords(size)}${unbroken}${name}`;
}
