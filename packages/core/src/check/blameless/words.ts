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

/** The words of a text. A point, hyphen or slash within a word belongs to it. */
export function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  let end = 0;
  for (const { index, 0: raw } of text.matchAll(WORD)) {
    const written = raw.replace(/[.'’/-]{1,9}$/, '') || raw;
    words.push({
      text: written.toLowerCase().replaceAll('’', "'"),
      from: index,
      to: index + written.length,
      isCapital: /^\p{Lu}/u.test(written),
      parted: /[,;:()[\]–—"“”|]|\s-\s/.test(text.slice(end, index)),
    });
    end = index + written.length;
  }
  return words;
}
