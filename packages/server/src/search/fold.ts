/** Letters of the Latin script that are no plain letter with a mark, by what people type for them. */
const PLAIN: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', ı: 'i' };

/**
 * A text without what people leave out when they search: capitals, marks on letters, wide and narrow forms.
 *
 * @example fold('Café ＡＰＩ') // 'cafe api'
 */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (isAscii(lower)) return lower;
  return lower
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .normalize('NFC')
    .replaceAll(/[ßæœøłđðı]/g, (letter) => PLAIN[letter] ?? letter);
}

/**
 * As {@link fold}, letter by letter, so that offsets stay what they were: a letter whose folded form is longer stays.
 *
 * @example foldInPlace('Größe Café') // 'große cafe'
 */
export function foldInPlace(text: string): string {
  const lower = text.toLowerCase();
  const even = lower.length === text.length ? lower : text.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
  if (isAscii(even)) return even;
  return even.replaceAll(/\P{ASCII}/gu, (letter) => {
    const folded = fold(letter);
    return folded.length === letter.length ? folded : letter;
  });
}

function isAscii(text: string): boolean {
  return !/\P{ASCII}/u.test(text);
}
