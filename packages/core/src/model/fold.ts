const NUMBERING =
  /^[^\p{L}\p{N}]*(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)、．]\s*|\d{1,2}(?:\.\d{1,2}){1,3}\s+|[A-Za-z][.)]\s+|[IVXivx]{1,5}[.)]\s+)(?=\P{N})/u;
const ACCENTS = /[\u0300-\u036f]/g;
const APOSTROPHES = /['’‘`´*_]/g;
const PLURAL = /\((?:s|es|en|n|e)\)/g;
const BETWEEN_WORDS = /[^\p{L}\p{N}]+/gu;
const BETWEEN_ASCII_WORDS = /[^a-z0-9]+/g;
const NOT_ASCII = /[\u0080-\uffff]/;
/** Characters that normalisation changes: accented Latin letters, full- and half-width forms, ligatures, symbols. */
const COMPOSED = /[\u0300-\u036f\u00a0-\u024f\u1e00-\u1eff\u2000-\u206f\u2100-\u24ff\u3000\u3300-\u33ff\uf900-\uffef]/;
const SPECIAL = /['`*_(]/;

/**
 * The form of a heading or label in which two people's spellings agree: case, accents, emoji, punctuation and white
 * space do not matter, an apostrophe and a plural in brackets are dropped.
 *
 * @example fold('🎯 Lessons Learned:') // 'lessons learned'
 * @example fold("What Didn't Work") // 'what didnt work'
 */
export function fold(text: string): string {
  if (isFolded(text)) return text;
  if (NOT_ASCII.test(text)) {
    const plain = (
      COMPOSED.test(text) ? text.normalize('NFKD').replace(ACCENTS, '').normalize('NFC') : text
    ).toLowerCase();
    return plain.replace(PLURAL, '').replace(APOSTROPHES, '').replace(BETWEEN_WORDS, ' ').trim();
  }
  const lower = text.toLowerCase();
  const plain = SPECIAL.test(lower) ? lower.replace(PLURAL, '').replace(APOSTROPHES, '') : lower;
  return plain.replace(BETWEEN_ASCII_WORDS, ' ').trim();
}

/** Whether a text is made of small ASCII letters and digits with single spaces between them. */
function isFolded(text: string): boolean {
  let before = SPACE;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const isWord = (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
    if (!isWord && (code !== SPACE || before === SPACE)) return false;
    before = code;
  }
  return before !== SPACE || text === '';
}

const SPACE = 32;

/**
 * The same for a heading, whose leading number is dropped as well.
 *
 * @example foldHeading('3.1 Root cause') // 'root cause'
 */
export function foldHeading(text: string): string {
  return fold((NOT_ASCII.test(text) ? text.normalize('NFKC') : text).replace(NUMBERING, ''));
}
