import type { Place, Reading, SectionName } from '../../model/index.ts';

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

const MOST = 20;

/**
 * All lines outside of code that give a value under one of some labels, in every section that speaks of the incident as a
 * whole. A reading keeps the first of them only.
 *
 * @param label matches the label's words and nothing else, without marks: `/^severity$/i`
 */
export function headerLines({ text, sections }: Reading, label: RegExp): readonly HeaderLine[] {
  const found: HeaderLine[] = [];
  const away = sections.map(({ names }) => names.some((name) => ELSEWHERE.has(name)));
  for (const [index, { from, to, parent }] of sections.entries()) {
    if (parent >= 0 && away[parent] === true) away[index] = true;
    if (away[index] !== true) linesIn(text, { from, to }, label, found);
    if (found.length >= MOST) break;
  }
  return found;
}

const LINE =
  /^[ \t]*(?:[-*+>|][ \t]*){0,3}[*_`]{0,3}([^\s*_`|:：][^*_`|:：\r\n]{0,40})[*_`]{0,3}[ \t]{0,3}(?:[:：][*_`]{0,3}|\|)[ \t]{0,20}([^|\r\n]{1,200})/u;

function linesIn(text: string, { from, to }: Place, label: RegExp, found: HeaderLine[]): void {
  let fenced = false;
  for (let start = from; start < to;) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 || newline >= to ? to : newline;
    const line = text.slice(start, Math.min(end, start + 400));
    if (/^\s{0,3}(?:```|~~~)/.test(line)) fenced = !fenced;
    const match = fenced ? null : LINE.exec(line);
    if (match !== null && label.test((match[1] ?? '').trim())) {
      const value = (match[2] ?? '').trimEnd();
      const at = start + match[0].length - (match[2] ?? '').length;
      if (value !== '') found.push({ value, place: { from: at, to: at + value.length } });
    }
    start = end + 1;
  }
}
