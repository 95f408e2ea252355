import path from 'node:path';
import { type Language, read } from '@debrief/core/read';
import { card } from './card.ts';
import type { FoundFile } from './find-files.ts';
import { jsonForm } from './json-form.ts';
import { loadText } from './load-text.ts';
import type { Refused } from './over-documents.ts';
import type { Measuring } from './measuring.ts';
import { summaryLine } from './summary-line.ts';

export type Form = 'card' | 'line' | 'json';

export interface Look {
  readonly form: Form;
  readonly color: boolean;
  readonly width: number;
  /** Whether lines are cut at the width. */
  readonly cut: boolean;
  /** What measuring needs beside the text. */
  readonly measuring?: Measuring;
}

export interface RenderInput {
  readonly look: Look;
  readonly languages: readonly Language[];
}

/** One document made ready to print. */
export interface Rendered {
  readonly output: string;
  readonly hasMessages: boolean;
}

/** Loads, reads and renders one document. */
export function render({ name, file }: FoundFile, { look, languages }: RenderInput): Rendered | Refused {
  const loaded = loadText(file);
  if (loaded.problem !== undefined) return { problem: loaded.problem };
  const reading = read(loaded.text, { fileName: path.basename(name), languages });
  return { output: FORMS[look.form](name, reading, look), hasMessages: reading.messages.length > 0 };
}

const FORMS = {
  card,
  line: summaryLine,
  json: (name: string, reading: ReturnType<typeof read>) => JSON.stringify({ file: name, reading: jsonForm(reading) }),
} as const;
