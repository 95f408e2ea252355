import { categoriesIn, categoryOf, documentWith } from './blameless-findings.ts';

/** A sentence, where it stands, and the categories that a person found in it. */
export interface Labelled {
  readonly section: string;
  readonly cat: readonly string[];
  readonly text: string;
}

/** Counts of sentences: labelled and found, found alone, labelled alone. */
export interface Counts {
  readonly both: number;
  readonly found: number;
  readonly missed: number;
}

/** Labelled sentences, one JSON object a line. */
export function labelled(lines: string): readonly Labelled[] {
  return lines
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Labelled);
}

/**
 * Counts per category, counts of sentences in which at least one of the labels was found, and every sentence that is not as
 * labelled.
 */
export function confusion(sentences: readonly Labelled[]): {
  readonly rows: readonly (Counts & { readonly category: string })[];
  readonly whole: Counts;
  readonly differences: readonly string[];
} {
  const judged = sentences.map((sentence) => ({
    ...sentence,
    found: categoriesIn(documentWith(sentence.section, sentence.text)),
  }));
  const rows = Object.values(categoryOf).map((category) => ({
    category,
    both: judged.filter(({ cat, found }) => cat.includes(category) && found.includes(category)).length,
    found: judged.filter(({ cat, found }) => !cat.includes(category) && found.includes(category)).length,
    missed: judged.filter(({ cat, found }) => cat.includes(category) && !found.includes(category)).length,
  }));
  const flagged = judged.filter(({ cat }) => cat.length > 0);
  const whole: Counts = {
    both: flagged.filter(({ cat, found }) => found.some((each) => cat.includes(each))).length,
    found: judged.filter(({ cat, found }) => cat.length === 0 && found.length > 0).length,
    missed: flagged.filter(({ cat, found }) => !found.some((each) => cat.includes(each))).length,
  };
  const differences = judged
    .filter(({ cat, found }) => cat.toSorted().join() !== found.join())
    .map(({ section, text, cat, found }) => `${section}: ${text} — labelled ${cat.join()}, found ${found.join()}`);
  return { rows, whole, differences };
}
