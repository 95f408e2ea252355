import type { SectionName } from '../model/index.ts';
import { fold, foldHeading } from '../model/fold.ts';
import { type Lexicon, meaningsOf } from './lexicon.ts';
import { findPhrases, isUnspaced } from './phrase-index.ts';
import { remembered } from './remembered.ts';

const IN_BRACKETS = /[(（[【]([^()（）[\]【】]{1,60})[)）\]】]/gu;

export interface HeadingContext {
  readonly language: string;
  /** Whether weak phrases count: not below a heading that has a canonical name, and not beside a strong one. */
  readonly weak: boolean;
}

/**
 * The canonical names of a heading, several where it has several topics, none where it has none.
 *
 * @example headingNames(lexicon, 'Root cause (5 whys)', { language: 'en', weak: true }) // ['rootCause', 'fiveWhys']
 * @example headingNames(lexicon, '🎯 Lessons Learned & Preventive Measures', …) // ['lessons', 'prevention']
 */
export function headingNames(lexicon: Lexicon, heading: string, context: HeadingContext): readonly SectionName[] {
  if (heading.length > 160) return [];
  const cache = context.weak ? lexicon.weakHeadingCache : lexicon.headingCache;
  return remembered(cache, context.language, heading, () => [...new Set(namesOf(lexicon, heading, context))]);
}

function namesOf(lexicon: Lexicon, heading: string, { language, weak }: HeadingContext): readonly SectionName[] {
  const whole = meaningsOf(lexicon.sections, foldHeading(heading), language);
  if (whole.length > 0) return whole;

  const outer = heading.replace(IN_BRACKETS, ' ');
  const inner = [...heading.matchAll(IN_BRACKETS)].flatMap(([, words]) =>
    meaningsOf(lexicon.sections, fold(words ?? ''), language),
  );
  const folded = foldHeading(outer);
  const own = firstOf(
    () => meaningsOf(lexicon.sections, folded, language),
    () =>
      outer.split(lexicon.conjunctions).flatMap((topic) => meaningsOf(lexicon.sections, foldHeading(topic), language)),
    () => containedNames(lexicon, folded),
    () => (weak ? meaningsOf(lexicon.weakSections, folded, language) : []),
    () => (folded === '' ? [] : misspelledNames(lexicon, folded)),
  );
  if (own.length === 0 && inner.length === 0 && /[(（]/.test(outer)) {
    return meaningsOf(lexicon.sections, foldHeading(outer.split(/[(（]/, 1)[0] ?? ''), language);
  }
  return own.length > 0 ? [...own, ...inner.filter((name) => name === 'fiveWhys')] : inner;
}

function firstOf<T>(...attempts: readonly (() => readonly T[])[]): readonly T[] {
  for (const attempt of attempts) {
    const found = attempt();
    if (found.length > 0) return found;
  }
  return [];
}

/** A heading may carry more words around a known phrase, but not so many that the phrase is a side remark. */
function containedNames(lexicon: Lexicon, folded: string): readonly SectionName[] {
  const total = isUnspaced(folded) ? folded.length : folded.split(' ').length;
  if (total > (isUnspaced(folded) ? 24 : 7)) return [];
  const found = findPhrases(lexicon.sectionPhrases, folded).filter(({ at, words }) => {
    const atAnEnd = at === 0 || at + words === total;
    return words / total >= 0.5 || (atAnEnd && words / total >= (words > 1 ? 0.28 : 0.3));
  });
  const strong = found.filter(({ value }) => value !== 'summary');
  return (strong.length > 0 ? strong : found).slice(0, 2).map(({ value }) => value);
}

/**
 * `Apendix` for `Appendix`: one letter more, less, other or swapped, in words long enough to be sure. The first letter
 * has to be right, as it nearly always is.
 */
function misspelledNames(lexicon: Lexicon, folded: string): readonly SectionName[] {
  if (folded.length < SHORTEST_MISSPELLED || folded.length > LONGEST_MISSPELLED || isUnspaced(folded)) return [];
  for (const phrase of lexicon.sectionPhrasesByLetter.get(folded[0] ?? '') ?? []) {
    if (
      phrase.length >= SHORTEST_MISSPELLED &&
      Math.abs(phrase.length - folded.length) <= 1 &&
      isOneSlipApart(phrase, folded)
    ) {
      return (lexicon.sections.get(phrase) ?? []).slice(0, 1).map((meaning) => meaning.name);
    }
  }
  return [];
}

const SHORTEST_MISSPELLED = 6;
const LONGEST_MISSPELLED = 30;

function isOneSlipApart(a: string, b: string): boolean {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  const swapped = a[start] === b[start + 1] && a[start + 1] === b[start] && a.slice(start + 2) === b.slice(start + 2);
  return (
    swapped ||
    a.slice(start + 1) === b.slice(start + 1) ||
    a.slice(start) === b.slice(start + 1) ||
    a.slice(start + 1) === b.slice(start)
  );
}
