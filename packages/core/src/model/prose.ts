import type { SectionName } from './section.ts';

/**
 * A stretch of running text that a person wrote: a paragraph, the text of a list item, a cell, the value of a label. Marks
 * are taken out; headings, code, quotes, comments, addresses and what is still a placeholder are left out.
 */
export interface ProseBlock {
  /** Index of the section in which it stands. */
  readonly section: number;
  /** What it is about: the canonical names of its label, else of the nearest section that has some. */
  readonly names: readonly SectionName[];
  readonly kind: 'paragraph' | 'item' | 'cell' | 'value';
  readonly text: string;
  /** Where each UTF-16 unit of `text` stands in the document; one more entry for the end. */
  readonly offsets: readonly number[];
}
