import type { Place, SectionName, Splice } from '../model/index.ts';
import type { Labelled } from '../read/labels.ts';
import { isWithin } from '../read/outline.ts';
import type { LabelName } from '../vocabulary/index.ts';
import { labelWords } from './heading-words.ts';
import { below, isApart, lineStart, lineStop, type Page, standingOf } from './page.ts';
import { newRow, writeCell } from './table-row.ts';
import { insideMarks, waysToWrite } from './written-value.ts';

/** Where a label without a value takes one: the ways to write it there. */
export function* fillLabel(page: Page, label: Labelled, value: string): Generator<Splice[]> {
  const { table, row, column } = standingOf(page, label.labelPlace);
  if (table !== null) {
    const values = label.form === 'column' ? table.rows[0] : row;
    const at = label.form === 'column' ? column : column + 1;
    if (values === null || values === undefined) return;
    for (const written of waysToWrite(value, 'cell')) yield [writeCell(page, table, values, at, written)];
    return;
  }
  if (label.form === 'heading' || label.form === 'frontMatter') return;
  const after = page.text.slice(label.labelPlace.to, lineStop(page.text, label.labelPlace.to));
  const marks = /^[*_]*(?:\s?[:：])?[*_]*/.exec(after)?.[0] ?? '';
  const at = label.labelPlace.to + marks.length;
  const spaces = /^[ \t]*/.exec(page.text.slice(at, lineStop(page.text, at)))?.[0] ?? '';
  for (const written of waysToWrite(value, 'line')) {
    const gap = marks.endsWith('：') ? '' : ' ';
    const isHardBreak = spaces.length > 1;
    yield [
      isHardBreak || spaces === '' || after.trim() !== marks.trim()
        ? { from: at, to: at, insert: `${gap}${written}` }
        : { from: at, to: at + 1, insert: `${gap}${written}` },
    ];
  }
}

/** The ways to add a label with its value, in the form of the labels that are there. */
export function* newLabel(
  page: Page,
  name: LabelName,
  value: string,
  homes: readonly SectionName[],
): Generator<readonly Splice[]> {
  const { context, outline } = page.examined;
  const words = labelWords(context.lexicon, context.language, name);
  const models = modelsIn(page, homes);
  for (const model of models) yield* besideLabel(page, model, words, value);
  const title = outline.sections.find(({ kind, level }) => kind === 'heading' && level === 1);
  const first = outline.sections.find(({ kind }) => kind !== 'frontMatter');
  for (const written of waysToWrite(value, 'line')) {
    const line = `**${words}:** ${written}`;
    if (title !== undefined) yield [below(page, headingEnd(page, title.headingPlace), `\n${line}`)];
    else if (first !== undefined) {
      const start = page.text.startsWith('\uFEFF') && first.from === 0 ? 1 : first.from;
      yield [{ from: start, to: start, insert: `${line}\n\n` }];
    }
  }
}

/** The last line of a heading: that of its underline where it has one. */
export function headingEnd({ text }: Page, heading: Place): number {
  const end = lineStop(text, heading.to);
  const next = text.startsWith('\r\n', end) ? end + 2 : end + 1;
  const line = text.slice(next, lineStop(text, next));
  return next < text.length && text[lineStart(text, heading.from)] !== '#' && /^ {0,3}(?:=+|-+)[ \t]*$/.test(line)
    ? lineStop(text, next)
    : end;
}

/** Labels whose form a new one takes: the last of the sections that it belongs to, then the last of the header. */
function modelsIn(page: Page, homes: readonly SectionName[]): readonly Labelled[] {
  const { labels, outline } = page.examined;
  const firstNamed = outline.sections.findIndex(({ names, kind }) => kind === 'heading' && names.length > 0);
  const known = labels.filter(
    ({ names, nested, form }) => names.length > 0 && !nested && form !== 'heading' && form !== 'foot',
  );
  const atHome = known.filter(({ section }) => homes.some((home) => isWithin(outline.sections, section, home)));
  const header = known.filter(
    ({ section, form }) => (firstNamed < 0 || section < firstNamed) && form !== 'frontMatter',
  );
  const front = known.filter(({ form }) => form === 'frontMatter');
  return [atHome.at(-1), header.at(-1), header.findLast(({ form }) => form !== 'column'), front.at(-1)].filter(
    (label, index, all): label is Labelled => label !== undefined && all.indexOf(label) === index,
  );
}

function* besideLabel(page: Page, model: Labelled, words: string, value: string): Generator<readonly Splice[]> {
  const { text } = page;
  const { labelPlace, form } = model;
  const old = model.value ?? { from: labelPlace.to, to: labelPlace.to };
  if (form === 'frontMatter') {
    const key = camel(words);
    if (key !== null)
      for (const written of waysToWrite(value, 'frontMatter')) yield [below(page, old.to, `${key}: ${written}`)];
    return;
  }
  const { table, row } = standingOf(page, labelPlace);
  if (table !== null) {
    if (form !== 'row' || row === null) return;
    const own = text.slice(labelPlace.from, labelPlace.to);
    const inner = insideMarks(own);
    const label = own.slice(0, inner.from) + words + own.slice(inner.to);
    const last = table.rows.at(-1) ?? row;
    for (const written of waysToWrite(value, 'cell'))
      yield [below(page, last.to, newRow(page, table, row, [label, written]))];
    return;
  }
  yield* beneathLine(page, model, words, value);
}

/** A new line, item or stretch of the same line, with the model's marks around the label. */
function* beneathLine(page: Page, model: Labelled, words: string, value: string): Generator<readonly Splice[]> {
  const { text, examined } = page;
  const { labelPlace } = model;
  const start = lineStart(text, labelPlace.from);
  const stop = lineStop(text, Math.max(labelPlace.to, model.value?.to ?? 0));
  const marks = /(?<![*_])[*_]*$/.exec(text.slice(start, labelPlace.from))?.[0] ?? '';
  const margin = /^[\s>]*(?:[-*+]\s+|\d{1,9}[.)]\s+)?/.exec(text.slice(start, labelPlace.from))?.[0] ?? '';
  const inLabel = /\s?[:：]$/.exec(text.slice(labelPlace.from, labelPlace.to))?.[0] ?? '';
  const behind = /^[*_]*(?:\s?[:：])?[*_]*/.exec(text.slice(labelPlace.to, stop))?.[0] ?? '';
  const colon = inLabel + (inLabel === '' && !/[:：]/.test(behind) ? `:${behind}` : behind);
  const separated = /\s([·•|])\s[*_]*$/.exec(text.slice(start, labelPlace.from))?.[0];
  const neighbours = examined.labels.filter(({ section, form }) => section === model.section && form === model.form);
  const before = neighbours.at(-2);
  const isLoose =
    isApart(page, before?.labelPlace, labelPlace) &&
    before !== undefined &&
    !text.slice(before.labelPlace.to, labelPlace.from).includes('#');
  const hasBreak = before !== undefined && / {2}$/.test(text.slice(0, lineStop(text, before.labelPlace.to)));
  const ownBreak = / {2}$/.test(text.slice(start, stop));
  for (const written of waysToWrite(value, 'line')) {
    const label = `${marks}${words}${colon}${colon.endsWith('：') ? '' : ' '}${written}`;
    if (separated !== undefined && model.value !== null) {
      yield [
        { from: model.value.to, to: model.value.to, insert: `${separated.replace(/(?<![*_])[*_]+$/, '')}${label}` },
      ];
      continue;
    }
    const line = `${margin}${label}${ownBreak && !isLoose ? '  ' : ''}`;
    const added = below(page, stop, isLoose ? `\n${line}` : line);
    if (hasBreak && !ownBreak && !isLoose) yield [{ ...added, insert: `  ${added.insert}` }];
    yield [added];
    yield [below(page, stop, `\n${line}`)];
  }
}

function camel(words: string): string | null {
  const parts = words
    .normalize('NFC')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== '');
  const key = parts
    .map((part, index) =>
      index === 0 ? part.toLowerCase() : part.charAt(0).toUpperCase() + part.slice(1).toLowerCase(),
    )
    .join('');
  return /^[A-Za-z]\w*$/.test(key) ? key : null;
}
