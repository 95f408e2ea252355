import type { Place } from '../../model/index.ts';

/** A name in the text that another document may go by: an incident's id, the name of a file. */
export interface Mention {
  /** As {@link mentionKey} folds it. */
  readonly name: string;
  readonly place: Place;
}

const CHUNK = /[\p{L}\p{N}][\p{L}\p{N}_.#-]{3,118}[\p{L}\p{N}]/gu;
const DATE = /^\d{1,4}[-.]\d{1,2}[-.]\d{1,4}$/;
const MOST = 3_000;
const LONGEST = 400_000;

/** What could be the id or the file of an incident: it holds a digit and a letter or dash, or ends in `.md`. */
export function mentionsIn(text: string): readonly Mention[] {
  const found = new Map<string, Mention>();
  for (const { 0: chunk, index } of text.slice(0, LONGEST).matchAll(CHUNK)) {
    if (!canNameIncident(chunk)) continue;
    const name = mentionKey(chunk);
    if (!found.has(name)) found.set(name, { name, place: { from: index, to: index + chunk.length } });
    if (found.size >= MOST) break;
  }
  return [...found.values()];
}

/** Whether a text is long and odd enough to tell an incident from a word, a number or a date. */
export function canNameIncident(chunk: string): boolean {
  if (chunk.length < 5 || DATE.test(chunk)) return false;
  return (
    /\.(?:md|markdown)$/i.test(chunk) || (/\d/.test(chunk) && /[\p{L}]/u.test(chunk) && /[-_#]|\p{L}{2}/u.test(chunk))
  );
}

/** The form in which ids and file names are compared: without case, kind of dash and `.md`. */
export function mentionKey(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/\p{Pd}/gu, '-')
    .replace(/\.(?:md|markdown|mdown|mkd|mdx)$/, '')
    .trim();
}
