/**
 * A sentence of its own: with a capital at its beginning, unless that is an id, and a mark at its end.
 *
 * @example sentence('there are only 4') // 'There are only 4.'
 */
export function sentence(text: string): string {
  const trimmed = text.trim();
  if (trimmed === '') return '';
  const begun = /^[a-z]+(?:[\s,.;]|$)/.test(trimmed) ? trimmed.charAt(0).toUpperCase() + trimmed.slice(1) : trimmed;
  return /[.!?…:]$/.test(begun) ? begun : `${begun}.`;
}

/**
 * A sentence as a part of another one.
 *
 * @example clause('There are only 4.') // 'there are only 4'
 */
export function clause(text: string): string {
  const trimmed = text.trim().replace(/\.$/, '');
  return /^[A-Z][a-z]*\s/.test(trimmed) ? trimmed.charAt(0).toLowerCase() + trimmed.slice(1) : trimmed;
}
