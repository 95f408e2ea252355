import type { Mark } from '@debrief/publish';
import type { Place } from '@debrief/core';

/** What the thread that sets documents is handed: plain data. */
export interface DocumentWork {
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly omit: readonly Place[];
  /** The address of each file that is kept beside the document, by its path. */
  readonly files: Readonly<Record<string, string>>;
}

export interface SetDocument {
  readonly html: string;
  readonly headings: readonly { readonly id: string; readonly level: number; readonly words: string }[];
  readonly note: string | null;
}
