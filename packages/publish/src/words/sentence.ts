/**
 * A sentence of its own: with a capital at its beginning and a mark at its end.
 *
 * @example sentence('there are only 4') // 'There are only 4.'
 */
export function sentence(text: string): string {
  const trimmed = text.trim();
  if (trimmed === '') return '';
  const begun = trimmed.charAt(0).toUpperCase() + trimmed.slice(1);
  return /[.!?…:]$/.test(begun) ? begun : `${begun}.`;
}
