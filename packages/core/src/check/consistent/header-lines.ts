import type { Place, Reading, Section, SectionName } from '../../model/index.ts';
import { startFences } from './fences.ts';

/** A value behind a label at the beginning of a line, or in the cell beside it. */
export interface HeaderLine {
  readonly value: string;
  readonly place: Place;
}

/** Sections that may speak of another incident, of a row, or of what each level means. */
const ELSEWHERE: ReadonlySet<SectionName> = new Set([
  'timeline',
  'actionItems',
  'prevention',
  'relatedIncidents',
  'evidence',
  'communication',
  'followUp',
  'signOff',
  'appendix',
  'background',
  'glossary',
]);

const MOST = 200;

/**
 * All lines outside of code that give a value under one of some labels, in every section that speaks of the incident as a
 * whole. A reading keeps the first of them only.
 *
 * @param needle global; finds a part of each label, so that other lines need not be looked at
 * @param label matches the label's words and nothing else, without marks: `/^severity$/i`
 */
export function headerLines({ text, sections }: Reading, needle: RegExp, label: RegExp): readonly HeaderLine[] {
  const found: HeaderLine[] = [];
  const isFenced = startFences(text);
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
    if (!isFenced(start) && !isElsewhere(sections, start)) found.push(line);
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

function sectionAt(sections: readonly Section[], at: number): number {
  return sections.findIndex(({ from, to }) => from <= at && at < to);
}

function isElsewhere(sections: readonly Section[], at: number): boolean {
  for (let index = sectionAt(sections, at); index >= 0; index = sections[index]?.parent ?? -1) {
    if (sections[index]?.names.some((name) => ELSEWHERE.has(name)) === true) return true;
  }
  return false;
}
