import type { Place, Reading, Section, SectionName } from '../../model/index.ts';
import { startFences } from './fences.ts';

/** A value behind a label at the beginning of a line, or in the cell beside it. */
export interface HeaderLine {
  readonly value: string;
  readonly place: Place;
}

/** Behind the head of a document a status or severity may be that of a row, of an action or of another incident. */
const OF_ALL: ReadonlySet<SectionName> = new Set(['summary', 'impact']);

const MOST = 200;

/**
 * All lines outside of code that give a value under one of some labels, in its head and in the sections that speak of the
 * incident as a whole. A reading keeps the first of them only.
 *
 * @param needle global; finds a part of each label, so that other lines need not be looked at
 * @param label matches the label's words and nothing else, without marks: `/^severity$/i`
 */
export function headerLines(reading: Reading, needle: RegExp, label: RegExp): readonly HeaderLine[] {
  const { text, sections } = reading;
  const found: HeaderLine[] = [];
  const isFenced = startFences(reading);
  const head = headEnd(sections);
  let seen = -1;
  let looked = 0;
  for (const { index } of text.matchAll(needle)) {
    if (index < seen) continue;
    const start = text.lastIndexOf('\n', index) + 1;
    const newline = text.indexOf('\n', index);
    seen = newline < 0 ? text.length : newline;
    // A label stands at the beginning of its line.
    if (index - start > LONGEST_LABEL) continue;
    const line = lineAt(text, start, seen, label);
    if (line === null) continue;
    if (!isFenced(start) && (start < head || isOfAll(sections, start))) found.push(line);
    looked += 1;
    if (looked >= MOST) break;
  }
  return found;
}

const LONGEST_LABEL = 60;

const LINE =
  /^[ \t]*(?:[-*+>|][ \t]*){0,3}[*_`]{0,3}([^\s*_`|:：][^*_`|:：\r\n]{0,40})[*_`]{0,3}[ \t]{0,3}(?:[:：][*_`]{0,3}|\|)[ \t]{0,20}([^|\r\n]{1,200})/u;

function lineAt(text: string, start: number, end: number, label: RegExp): HeaderLine | null {
  const [all = '', name = '', value = ''] = LINE.exec(text.slice(start, Math.min(end, start + 400))) ?? [];
  const words = value.trimEnd();
  if (words === '' || !label.test(name.trim())) return null;
  const from = start + all.length - value.length;
  return { value: words, place: { from, to: from + words.length } };
}

/** Where the head ends: at the first section that is about one part of the incident. */
function headEnd(sections: readonly Section[]): number {
  const first = sections.find(({ names }) => names.some((name) => !OF_ALL.has(name)));
  return first?.from ?? Infinity;
}

function isOfAll(sections: readonly Section[], at: number): boolean {
  const section = sections.find(({ from, to }) => from <= at && at < to);
  return section?.names.some((name) => OF_ALL.has(name)) === true;
}
