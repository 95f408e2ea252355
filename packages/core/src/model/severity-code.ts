const CODE = /(?:^|[^\p{L}])(p|s|sev|sev(?:erity)?)[\s-]?([0-5])(?!\d)/iu;

/**
 * The level 1 (worst) to 5 of a severity or priority written as a code, else null: P0 → 1 … P4 → 5, SEV1 → 1 … SEV5 → 5,
 * SEV0 → 1, and S like SEV.
 */
export function codedSeverityLevel(written: string): number | null {
  const [, prefix = '', digit] = CODE.exec(written) ?? [];
  if (digit === undefined) return null;
  return Math.min(5, prefix.toLowerCase() === 'p' ? Number(digit) + 1 : Math.max(1, Number(digit)));
}
