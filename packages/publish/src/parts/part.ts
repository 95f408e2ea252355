import type { Caption } from '@debrief/core';
import type { Drawing, Drawn } from '../figures/draw.ts';
import type { Table } from '../tables/table.ts';
import { dayWords } from '../words/day-words.ts';
import { numberWords, shareWords } from '../words/number-words.ts';

/** The chapters of the report, in their order. */
export const chapters = {
  frequency: 'How often',
  duration: 'How long',
  change: 'Before and after',
  factor: 'What was behind it',
  action: 'Following up',
  budget: 'What it cost the error budget',
  group: 'Group by group',
  quality: 'How much of this is known',
} as const;
export type Chapter = keyof typeof chapters;

/** A figure: what it says, its picture where it has one, and the numbers behind it. */
export interface Part {
  readonly id: string;
  readonly chapter: Chapter;
  readonly title: string;
  /** One sentence that a director understands. */
  readonly statement: string;
  /** Why there is no answer, where there is none. */
  readonly cannotTell: string | null;
  /** n, what is open, what is unknown, window, unit, interval. */
  readonly facts: readonly string[];
  readonly definition: string;
  readonly notes: readonly string[];
  /** What the picture looks like, for those who do not see it. */
  readonly description: string;
  readonly draw: ((drawing: Drawing) => Drawn | null) | null;
  readonly table: Table;
}

export interface Window {
  readonly from: string;
  readonly to: string;
}

/** What the small print of a figure says about its data. */
export function factsOf(
  { n, censored, unknown, unit }: Pick<Caption, 'n' | 'censored' | 'unknown' | 'unit'>,
  { window, level = null }: { readonly window: Window; readonly level?: number | null },
): readonly string[] {
  return [
    `n = ${numberWords(n)}`,
    ...(censored > 0 ? [`${numberWords(censored)} still open`] : []),
    ...(unknown > 0 ? [`${numberWords(unknown)} do not tell`] : []),
    `${dayWords(window.from)} to ${dayWords(window.to)}`,
    ...(unit === '' ? [] : [`unit: ${unit}`]),
    ...(level === null ? [] : [`${shareWords(level)} interval`]),
  ];
}

/** The words of a figure that core gave it. */
export function wordsOf({ id, title, statement, cannotTell, definition, notes }: Caption) {
  return { id, title, statement, cannotTell, definition, notes };
}
