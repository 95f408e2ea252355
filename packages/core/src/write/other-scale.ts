/**
 * A severity in the words of another scale, with the words as written beside it: `P1 (SEV2)`. On the way back the words
 * in brackets are taken again. A severity whose level is not known, or that is of the scale already, stays as it is.
 *
 * @param scale the words of the other scale, worst first
 * @param level 1 (worst) to 5
 * @example inOtherScale('SEV2', 2, ['P0', 'P1', 'P2', 'P3']) // 'P1 (SEV2)'
 */
export function inOtherScale(written: string, level: number | undefined, scale: readonly string[]): string {
  const isOf = (words: string): boolean => scale.some((name) => begins(words, name));
  if (scale.length === 0 || isOf(written)) return written;
  const inner = /^[^()]{1,20}\s\((.+)\)$/.exec(written)?.[1];
  if (inner !== undefined && isOf(inner)) return inner;
  const name = level === undefined ? undefined : scale[level - 1];
  const isOneWord = inner !== undefined && /^\p{L}{1,12}(?:[\s-]?\d)?$/u.test(inner);
  return name === undefined ? written : `${name} (${isOneWord ? inner : written})`;
}

function bare(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}

function begins(words: string, name: string): boolean {
  const [own, other] = [bare(words), bare(name)];
  return own.startsWith(other) && !/^\d/.test(own.slice(other.length));
}
