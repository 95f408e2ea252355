const LONGEST = 40;
const FALLBACK = 'incident';

/** Letters that normalisation leaves whole, in the ASCII that people write for them. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  þ: 'th',
};

/**
 * A title as a short word for ids and file names: lower-case ASCII letters, digits and single dashes, at most 40
 * characters, never empty. What has no simple ASCII form is left out.
 *
 * @example slugOf('Café São José: 502s, again!') // 'cafe-sao-jose-502s-again'
 * @example slugOf('../../🔥') // 'incident'
 */
export function slugOf(title: string): string {
  const ascii = title
    .slice(0, 400)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßæœøđðħıłþ]/g, (letter) => LETTERS[letter] ?? '');
  const words = ascii.replace(/['’]/g, '').match(/[a-z0-9]+/g) ?? [];
  let slug = '';
  for (const word of words) {
    const longer = slug === '' ? word : `${slug}-${word}`;
    if (longer.length > LONGEST) break;
    slug = longer;
  }
  return slug === '' ? (words[0]?.slice(0, LONGEST) ?? FALLBACK) : slug;
}
