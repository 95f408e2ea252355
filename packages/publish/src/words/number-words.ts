/** Stands between a number and its unit, so that a line never breaks there. */
export const unbroken = '\u00a0';

const minus = '\u2212';

/**
 * A number as people write it: grouped thousands, at most three figures after what matters, a real minus sign.
 * What is not a number is said to be unknown, and what has no end is said to have none.
 *
 * @example numberWords(1234.567) // '1,235'
 * @example numberWords(0.0456) // '0.046'
 */
export function numberWords(value: number): string {
  if (Number.isNaN(value)) return 'unknown';
  if (!Number.isFinite(value)) return value > 0 ? 'no upper limit' : 'no lower limit';
  const size = Math.abs(value);
  if (size > 0 && size < 0.0001) return value > 0 ? `<${unbroken}0.0001` : '0';
  const digits = size >= 100 || Number.isInteger(value) ? 0 : size >= 1 ? 1 : 2;
  const written =
    size > 0 && size < 0.1
      ? String(Number(size.toPrecision(2)))
      : size.toLocaleString('en-GB', { maximumFractionDigits: digits });
  return value < 0 && Number(written) !== 0 ? minus + written : written;
}

/**
 * A share as a percentage, finer near its ends.
 *
 * @example shareWords(0.384) // '38 %'
 */
export function shareWords(share: number): string {
  if (!Number.isFinite(share)) return numberWords(share);
  const percent = share * 100;
  const nearEnd = (percent > 0 && percent < 1) || (percent > 99 && percent < 100);
  return `${numberWords(nearEnd ? Number(percent.toFixed(1)) : Math.round(percent))}${unbroken}%`;
}

/**
 * A probability from a test; below a thousandth nothing finer is said.
 *
 * @example probabilityWords(0.00004) // 'p < 0.001'
 */
export function probabilityWords(p: number): string {
  if (!Number.isFinite(p)) return 'p unknown';
  if (p < 0.001) return `p${unbroken}<${unbroken}0.001`;
  return `p${unbroken}=${unbroken}${p.toFixed(p < 0.01 ? 3 : 2)}`;
}
