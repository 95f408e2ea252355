/** A word of a sentence, in lower case, with where it stands. */
export interface Word {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** A word begins upper case in the sentence. */
  readonly isCapital: boolean;
  /** The mark between this word and the one before it, if any parts clauses there. */
  readonly parted: boolean;
}

const WORD = /[@\p{L}\p{N}`<][\p{L}\p{N}\p{M}'’_/.@+-]*/gu;
const ASCII_WORD = /[@a-z0-9`<][a-z0-9'_/.@+-]*/gi;
const NOT_ASCII = /[\u0080-\uffff]/;
const PARTING = /[,;:()[\]–—"“”|]|\s-\s/;
/** The marks that a word may end in without belonging to it. */
const TRAILING = ".'’/-";
const MOST_TRAILING = 9;

/** The words of a text. A point, hyphen or slash within a word belongs to it. */
export function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  const pattern = NOT_ASCII.test(text) ? WORD : ASCII_WORD;
  let end = 0;
  pattern.lastIndex = 0;
  for (let found = pattern.exec(text); found !== null; found = pattern.exec(text)) {
    const { index, 0: raw } = found;
    const written = withoutTrailing(raw);
    const lower = written.toLowerCase();
    words.push({
      text: lower.includes('’') ? lower.replaceAll('’', "'") : lower,
      from: index,
      to: index + written.length,
      isCapital: isCapital(written),
      parted: isParted(text, end, index),
    });
    end = index + written.length;
  }
  return words;
}

function withoutTrailing(raw: string): string {
  let to = raw.length;
  while (to > 0 && raw.length - to < MOST_TRAILING && TRAILING.includes(raw[to - 1] ?? ' ')) to -= 1;
  return to === raw.length || to === 0 ? raw : raw.slice(0, to);
}

function isCapital(word: string): boolean {
  const code = word.charCodeAt(0);
  return code < 128 ? code >= 65 && code <= 90 : /^\p{Lu}/u.test(word);
}

/** Most words stand one space apart. */
function isParted(text: string, from: number, to: number): boolean {
  return to - from > 1 || (to > from && text[from] !== ' ') ? PARTING.test(text.slice(from, to)) : false;
}
