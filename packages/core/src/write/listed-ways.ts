import type { Field, SectionName, Splice } from '../model/index.ts';
import type { Block, Item } from '../read/block.ts';
import { itemPlace } from '../read/listed.ts';
import type { Examined } from '../read/read.ts';
import { headingEnd } from './label-line.ts';
import { newSection } from './new-section.ts';
import { below, isApart, lineStart, type Page, standingOf } from './page.ts';
import { headEnd, newRow, writeCell } from './table-row.ts';
import type { Template } from './template.ts';
import type { Plan } from './verify.ts';
import { normalized } from './written-value.ts';

/** What is added to a list of the model, and how it is written as an item. */
export interface Addition {
  readonly page: Page;
  /** The first field of each entry that is there. */
  readonly entries: readonly Field<string>[];
  readonly sections: readonly SectionName[];
  /** The ways to write it behind a bullet. */
  readonly words: (site: 'line' | 'cell') => Iterable<string>;
  /** Cells of a row, where the entries stand in a table. */
  readonly cells?: (columns: number, column: number, text: string) => readonly string[];
  readonly template: Template | undefined;
  /** Only sections with such a heading. */
  readonly only?: RegExp;
}

/** The ways to add an entry: where a template left a place for it, behind the last one, in its section, in a new one. */
export function* listedWays(addition: Addition): Generator<readonly Splice[]> {
  const { page, entries, sections, words, template } = addition;
  const placed = entries.filter(({ places }) => places.length > 0);
  const open = placed.find(({ state }) => state === 'unknown');
  const last = placed.at(-1);
  if (open !== undefined) yield* filled(addition, open);
  if (last !== undefined) yield* behind(addition, last);
  const { outline } = page.examined;
  for (const name of sections) {
    for (const [index, section] of outline.sections.entries()) {
      if (!section.names.includes(name) || (addition.only !== undefined && !addition.only.test(section.heading)))
        continue;
      const body = outline.bodies[index] ?? [];
      yield* inBody(addition, body, headingEnd(page, section.headingPlace));
    }
  }
  const [name] = sections;
  if (name !== undefined) for (const text of words('line')) yield* newSection(page, { name }, `- ${text}`, template);
}

/** In the place of a template's entry that nobody has filled in. */
function* filled({ page, words }: Addition, { places: [place] }: Field<string>): Generator<readonly Splice[]> {
  if (place === undefined) return;
  const { item, table, row, column } = standingOf(page, place);
  if (table !== null && row !== null && column >= 0) {
    for (const text of words('cell')) yield [writeCell(page, table, row, column, text)];
    return;
  }
  const whole = item === null ? place : itemPlace(item);
  for (const text of words('line')) yield [{ ...whole, insert: text }];
}

/** Behind the last entry, with its bullet and what stands before it on its line. */
function* behind(
  { page, words, cells, entries }: Addition,
  { places: [place] }: Field<string>,
): Generator<readonly Splice[]> {
  if (place === undefined) return;
  const { item, list, table, row, column } = standingOf(page, place);
  if (table !== null && row !== null) {
    for (const text of words('cell')) {
      const own =
        cells?.(table.header.length, column, text) ?? table.header.map((_cell, at) => (at === column ? text : ''));
      yield [below(page, row.to, newRow(page, table, row, own))];
    }
    return;
  }
  if (item === null || list === null) return;
  const { text } = page;
  const lead = text
    .slice(lineStart(text, item.from), item.content)
    .replace(/\[[xX✓✔]\]/, '[ ]')
    .replace(/(\d{1,9})([.)]\s)/, (_all, number: string, mark: string) => `${Number(number) + 1}${mark}`);
  const before = entries.at(-2)?.places[0];
  const gap = isApart(page, before, place) && list.items.length > 1 ? '\n' : '';
  const end = item.from + text.slice(item.from, item.to).trimEnd().length;
  for (const written of words('line')) yield [below(page, end, `${gap}${lead}${written}`)];
}

/** In a section without an entry: in its list or table, else below what stands there. */
export function* inBody(
  { page, words, cells }: Addition,
  body: readonly Block[],
  heading: number,
): Generator<readonly Splice[]> {
  const list = body.find((block) => block.kind === 'list');
  const table = body.find((block) => block.kind === 'table');
  if (table !== undefined) {
    for (const text of words('cell')) {
      const own = cells?.(table.header.length, 0, text) ?? table.header.map((_cell, at) => (at === 0 ? text : ''));
      yield [
        below(page, table.rows.at(-1)?.to ?? headEnd(page, table), newRow(page, table, table.rows.at(-1) ?? null, own)),
      ];
    }
  }
  const item: Item | undefined = list?.items.at(-1);
  if (item !== undefined) {
    const lead = page.text.slice(lineStart(page.text, item.from), item.content);
    for (const text of words('line'))
      yield [below(page, item.from + page.text.slice(item.from, item.to).trimEnd().length, `${lead}${text}`)];
  }
  const last = body.findLast(({ kind }) => kind !== 'rule');
  for (const text of words('line')) yield [below(page, last?.to ?? heading, `\n- ${text}`)];
}

export function oneMore<T>(before: readonly T[], after: readonly T[], isNew: (item: T) => boolean): string | null {
  const had = before.filter(isNew).length;
  const has = after.filter(isNew).length;
  return has === had + 1 ? null : 'it would not be read back as given';
}

export function isKnownAs(field: Field<string>, text: string): boolean {
  return field.state === 'known' && field.value === normalized(text);
}

export function listedPlan(
  found: Iterable<readonly Splice[]>,
  may: readonly string[],
  fault: (after: Examined) => string | null,
): Plan {
  return { ways: found, expect: { may: [...may, 'otherLabels', 'prevention'], sections: true, reached: fault } };
}
