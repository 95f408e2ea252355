/** @example whichRevision('7') // 7 */
export function whichRevision(written: string | undefined): number | 'shown' | 'newest' {
  if (written === 'newest') return 'newest';
  return written !== undefined && /^[1-9]\d{0,8}$/.test(written) ? Number(written) : 'shown';
}
