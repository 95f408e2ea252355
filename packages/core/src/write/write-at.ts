import type { Place, Splice } from '../model/index.ts';
import { frontMatterEnd, lineStart, lineStop, type Page, standingOf } from './page.ts';
import { writeCell } from './table-row.ts';
import { insideMarks, type Site, waysToWrite } from './written-value.ts';

/**
 * The ways to put a value where another one, a placeholder or nothing stands. Marks around the old words stay; in a
 * table the padding does.
 *
 * @param wanted `prose` where the value may go over several lines
 */
export function* replaceAt(page: Page, place: Place, value: string, wanted: 'line' | 'prose'): Generator<Splice[]> {
  const standing = standingOf(page, place);
  const site = siteOf(page, place, wanted);
  if (site === 'frontMatter') {
    yield* inFrontMatter(page, place, value);
    return;
  }
  const { table, row, column } = standing;
  if (site === 'cell' && table !== null && row !== null && column >= 0) {
    const cell = row.cells[column];
    if (cell !== undefined && (cell.from !== place.from || cell.to !== place.to))
      for (const written of waysToWrite(value, 'cell')) yield [{ ...place, insert: written }];
    const old = page.text.slice(place.from, place.to);
    const inner = insideMarks(old);
    if (inner.from > 0 && cell?.from === place.from && cell.to === place.to)
      for (const written of inMarks(old, value, 'cell')) yield [writeCell(page, table, row, column, written)];
    for (const written of waysToWrite(value, 'cell')) yield [writeCell(page, table, row, column, written)];
    return;
  }
  const old = page.text.slice(place.from, place.to);
  if (insideMarks(old).from > 0) {
    for (const written of inMarks(old, value, site === 'prose' ? 'line' : site)) yield [{ ...place, insert: written }];
  }
  for (const written of waysToWrite(value, site)) yield [{ ...place, insert: indented(page, place.from, written) }];
  if (site === 'prose') for (const written of waysToWrite(value, 'line')) yield [{ ...place, insert: written }];
}

function* inMarks(old: string, value: string, site: Site): Generator<string> {
  const { from, to, isCode } = insideMarks(old);
  if (isCode && /^\s|`|\s$/.test(value)) return;
  for (const written of waysToWrite(value, isCode ? 'code' : site))
    yield old.slice(0, from) + (isCode && site === 'cell' ? written.replaceAll('|', '\\|') : written) + old.slice(to);
}

/** The further lines of a value stand as deep as the first, in a list item or a quote. */
function indented({ text }: Page, at: number, written: string): string {
  if (!written.includes('\n')) return written;
  const before = text.slice(lineStart(text, at), at);
  const margin = /^[\s>]*/.exec(before)?.[0] ?? '';
  const inner = /^[\s>]*((?:[-*+]|\d{1,9}[.)])\s+)/.exec(before)?.[1]?.replace(/\S/g, ' ') ?? '';
  return written.replaceAll('\n', `\n${margin}${inner}`).replace(/(?<![ \t])[ \t]+(?=\n)/g, '');
}

function siteOf(page: Page, place: Place, wanted: 'line' | 'prose'): Site {
  if (place.to <= frontMatterEnd(page)) return 'frontMatter';
  const { row, block, section } = standingOf(page, place);
  if (row !== null) return 'cell';
  if (block?.kind === 'code') return 'code';
  const heading = page.examined.outline.sections[section]?.headingPlace;
  const isHeading = block === null && heading !== undefined && heading.from <= place.from && place.to <= heading.to;
  return isHeading ? 'heading' : wanted;
}

function* inFrontMatter({ text }: Page, place: Place, value: string): Generator<Splice[]> {
  const quote = text[place.from - 1];
  const isQuoted = (quote === '"' || quote === "'") && text[place.to] === quote;
  const whole = isQuoted ? { from: place.from - 1, to: place.to + 1 } : place;
  if (isQuoted && /^[\p{L}\p{N} .,;:()/-]*$/u.test(value.trim())) yield [{ ...place, insert: value.trim() }];
  for (const written of waysToWrite(value, 'frontMatter')) yield [{ ...whole, insert: written }];
}

/** The ways to leave a place empty: nothing, or a dash where an empty label would take what stands below it. */
export function* emptyAt(page: Page, place: Place): Generator<Splice[]> {
  const { table, row, column } = standingOf(page, place);
  if (place.to <= frontMatterEnd(page)) {
    const quote = page.text[place.from - 1];
    const isQuoted = (quote === '"' || quote === "'") && page.text[place.to] === quote;
    if (isQuoted) yield [{ ...place, insert: '' }];
    {
      yield [{ ...place, insert: isQuoted ? '' : '""' }];
      return;
    }
  }
  if (table !== null && row !== null && column >= 0) {
    const cell = row.cells[column];
    if (cell?.from === place.from && cell.to === place.to) {
      yield [writeCell(page, table, row, column, '')];
      return;
    }
  }
  yield [{ ...place, insert: '' }];
  const { from, to } = place;
  const isAlone =
    page.text.slice(lineStart(page.text, from), lineStop(page.text, to)).trim() === page.text.slice(from, to).trim();
  if (!isAlone) yield [{ ...place, insert: '—' }];
}
