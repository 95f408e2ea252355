const ACCENTS = /[\u0300-\u036f]/g;
const BETWEEN = /[^\p{L}\p{N}]+/gu;

/**
 * A name or a sentence as two people's spellings agree: case, accents, punctuation and white space do not matter.
 *
 * @example foldedName('Edge-Proxy (São Paulo)') // 'edge proxy sao paulo'
 */
export function foldedName(text: string): string {
  const plain = text.normalize('NFKD').replace(ACCENTS, '').normalize('NFC');
  return plain.toLowerCase().replace(BETWEEN, ' ').trim();
}

/** Whether a folded text has a folded name in it, as whole words. */
export function hasName(folded: string, name: string): boolean {
  return name !== '' && ` ${folded} `.includes(` ${name} `);
}
