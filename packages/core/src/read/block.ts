import type { Place } from '../model/index.ts';

/** The blocks of a document, as far as reading needs them. All places are offsets into the whole text. */
export type Block = Heading | Paragraph | List | Quote | Table | Code | Html | Rule;

export interface Heading extends Place {
  readonly kind: 'heading';
  readonly level: number;
  readonly content: Place;
}

export interface Paragraph extends Place {
  readonly kind: 'paragraph';
}

export interface List extends Place {
  readonly kind: 'list';
  readonly ordered: boolean;
  readonly items: readonly Item[];
}

export interface Item extends Place {
  /** Where the words begin, behind bullet and box. */
  readonly content: number;
  readonly ticked?: boolean;
  readonly children: readonly Block[];
}

interface Quote extends Place {
  readonly kind: 'quote';
  readonly children: readonly Block[];
}

export interface Table extends Place {
  readonly kind: 'table';
  readonly header: readonly Place[];
  readonly rows: readonly Row[];
}

export interface Row extends Place {
  readonly cells: readonly Place[];
}

interface Code extends Place {
  readonly kind: 'code';
  readonly info: string;
  readonly content: Place;
}

interface Html extends Place {
  readonly kind: 'html';
  readonly comment: boolean;
}

interface Rule extends Place {
  readonly kind: 'rule';
}
