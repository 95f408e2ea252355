import {
  type Approval,
  type Change,
  type Field,
  type LessonKind,
  type Postmortem,
  type Refusal,
  type SectionName,
  type Splice,
} from '../model/index.ts';
import type { Block, Item } from '../read/block.ts';
import { itemPlace } from '../read/listed.ts';
import { nameOf } from '../read/labels.ts';
import type { Examined } from '../read/read.ts';
import { labelWords } from './heading-words.ts';
import { headingEnd, newLabel } from './label-line.ts';
import { newSection } from './new-section.ts';
import { below, isApart, lineStart, lineStop, type Page, standingOf } from './page.ts';
import { headEnd, newRow, writeCell } from './table-row.ts';
import type { Template } from './template.ts';
import type { Plan } from './verify.ts';
import { replaceAt } from './write-at.ts';
import { normalized, waysToWrite } from './written-value.ts';

type Of<K extends Change['kind']> = Extract<Change, { kind: K }>;

/** What is added to a list of the model, and how it is written as an item. */
interface Addition {
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

function* ways(addition: Addition): Generator<readonly Splice[]> {
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
function* inBody(
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

function oneMore<T>(before: readonly T[], after: readonly T[], isNew: (item: T) => boolean): string | null {
  const had = before.filter(isNew).length;
  const has = after.filter(isNew).length;
  return has === had + 1 ? null : 'it would not be read back as given';
}

function isKnownAs(field: Field<string>, text: string): boolean {
  return field.state === 'known' && field.value === normalized(text);
}

const LESSONS: Readonly<Record<LessonKind, { readonly sections: readonly SectionName[]; readonly only?: RegExp }>> = {
  wentWell: { sections: ['wentWell'] },
  wentWrong: { sections: ['wentWrong'] },
  couldImprove: { sections: ['wentWrong'], only: /could|improve/i },
  lucky: { sections: ['lucky'] },
  learned: { sections: ['lessons'] },
  doDifferently: { sections: ['lessons'], only: /differently/i },
};

export function addLesson(page: Page, { lesson, text }: Of<'addLesson'>, template?: Template): Plan | Refusal {
  const itemsOf = ({ reading }: Examined): Postmortem['lessons'][LessonKind] => reading.postmortem.lessons[lesson];
  const before = itemsOf(page.examined);
  const { sections, only } = LESSONS[lesson];
  const addition: Addition = {
    page,
    entries: before.map((item) => item.text),
    sections,
    words: (site) => waysToWrite(text, site),
    template,
    ...(only !== undefined && { only }),
  };
  return plan(lessonWays(addition, lesson), ['lessons'], (after) =>
    oneMore(before, itemsOf(after), (item) => isKnownAs(item.text, text)),
  );
}

/** A heading that only its words tell from its neighbours is written with them. */
function* lessonWays(addition: Addition, lesson: LessonKind): Generator<readonly Splice[]> {
  const heading =
    lesson === 'couldImprove'
      ? 'What could be improved'
      : lesson === 'doDifferently'
        ? 'What we would do differently'
        : null;
  if (heading === null) return yield* ways(addition);
  yield* ways({ ...addition, sections: [] });
  const { page, words } = addition;
  const { outline } = page.examined;
  for (const [index, section] of outline.sections.entries()) {
    if (addition.only?.test(section.heading) === true)
      yield* inBody(addition, outline.bodies[index] ?? [], headingEnd(page, section.headingPlace));
  }
  for (const text of words('line')) yield* newSection(page, { heading }, `- ${text}`, addition.template);
}

export function addFactor(page: Page, { text, factor }: Of<'addFactor'>, template?: Template): Plan | Refusal {
  const { context } = page.examined;
  const label = factor === undefined ? '' : labelWords(context.lexicon, context.language, factor);
  const before = page.examined.reading.postmortem.causes.factors;
  const kind = before.findLast((each) => factor !== undefined && each.kind === factor);
  const addition: Addition = {
    page,
    entries: (kind === undefined ? before : [kind]).map((each) => each.text),
    sections: ['contributingFactors'],
    words: function* (site) {
      for (const written of waysToWrite(text, site)) {
        if (label !== '' && site === 'line') yield `**${label}:** ${written}`;
        yield written;
      }
    },
    template,
  };
  return plan(ways(addition), ['causes.factors'], ({ reading }) =>
    oneMore(
      before,
      reading.postmortem.causes.factors,
      (each) => isKnownAs(each.text, text) && (factor === undefined || each.kind === factor),
    ),
  );
}

export function addWhy(page: Page, { question, answer }: Of<'addWhy'>, template?: Template): Plan | Refusal {
  const before = page.examined.reading.postmortem.causes.whys;
  const addition: Addition = {
    page,
    entries: before.map((why) => why.question),
    sections: ['fiveWhys'],
    words: function* (site) {
      for (const asked of waysToWrite(question, site)) {
        for (const said of answer === undefined ? [''] : waysToWrite(answer, site))
          yield said === '' ? asked : `${asked} ${said}`;
      }
      if (site === 'line' && answer !== undefined)
        for (const asked of waysToWrite(question, site))
          yield `${asked}\n   - ${[...waysToWrite(answer, site)][0] ?? ''}`;
    },
    cells: (columns, _column, text) =>
      Array.from({ length: columns }, (_each, at) =>
        at === columns - 2
          ? ([...waysToWrite(question, 'cell')][0] ?? '')
          : at === columns - 1
            ? ([...waysToWrite(answer ?? '', 'cell')][0] ?? text)
            : '',
      ),
    template,
  };
  return plan(whyWays(addition, question, answer), ['causes.whys'], ({ reading }) =>
    oneMore(
      before,
      reading.postmortem.causes.whys,
      (why) => isKnownAs(why.question, question) && (answer === undefined || isKnownAs(why.answer, answer)),
    ),
  );
}

function* whyWays(addition: Addition, question: string, answer: string | undefined): Generator<readonly Splice[]> {
  const { page } = addition;
  const last = page.examined.reading.postmortem.causes.whys.at(-1);
  const asked = last?.question.places[0];
  const said = last?.answer.places[0];
  const open = page.examined.reading.postmortem.causes.whys.find(
    (why) => why.answer.state === 'unknown' && why.answer.reason === 'placeholder',
  );
  const [hole] = open?.answer.places ?? [];
  const [ask] = open?.question.places ?? [];
  if (hole !== undefined && ask !== undefined && answer !== undefined && ask.to <= hole.from) {
    for (const one of replaceAt(page, ask, question, 'line'))
      for (const two of replaceAt(page, hole, answer, 'line')) yield [...one, ...two];
  }
  if (asked !== undefined && said !== undefined && answer !== undefined && asked.to <= said.from) {
    const { item, list } = standingOf(page, asked);
    const between = page.text.slice(asked.to, said.from);
    if (item !== null && list !== null && standingOf(page, said).block !== null) {
      const lead = page.text
        .slice(lineStart(page.text, item.from), asked.from)
        .replace(/(\d{1,9})([.)]\s)/, (_all, number: string, mark: string) => `${Number(number) + 1}${mark}`);
      const end = item.from + page.text.slice(item.from, item.to).trimEnd().length;
      const own = page.text.slice(asked.from, asked.to);
      const marks = /^(\*\*|__).*\1$/s.exec(own)?.[1] ?? '';
      const gap = isApart(page, list.items.at(-2), list.items.at(-1)) ? '\n' : '';
      for (const words of waysToWrite(question, 'line'))
        yield [
          below(
            page,
            end,
            `${gap}${lead}${marks}${words}${marks}${between.replace(/\r\n?/g, '\n')}${[...waysToWrite(answer, 'line')][0] ?? ''}`,
          ),
        ];
    }
  }
  yield* ways(addition);
}

export function addApproval(page: Page, { role, name, date }: Of<'addApproval'>, template?: Template): Plan | Refusal {
  const { reading, outline } = page.examined;
  const before = reading.postmortem.signOff.approvals;
  const isNew = (approval: Approval): boolean =>
    approval.role === normalized(role) &&
    isKnownAs(approval.name, name) &&
    (date === undefined || isKnownAs(approval.date, date));
  return {
    ways: approvalWays(page, { kind: 'addApproval', role, name, ...(date !== undefined && { date }) }, template),
    expect: {
      may: ['signOff', 'people.approvers', 'people.reviewers', 'otherLabels', 'followUp'],
      sections: !outline.sections.some(({ names }) => names.includes('signOff')),
      reached: (after) => oneMore(before, after.reading.postmortem.signOff.approvals, isNew),
    },
  };
}

function* approvalWays(
  page: Page,
  { role, name, date }: Of<'addApproval'>,
  template: Template | undefined,
): Generator<readonly Splice[]> {
  const { context, outline, labels, reading } = page.examined;
  const words = (value: string): string => [...waysToWrite(value, 'cell')][0] ?? '';
  const cells = [words(role), words(name), words(date ?? '')];
  const open = reading.postmortem.signOff.approvals.find(
    (approval) => approval.role === normalized(role) && approval.name.state !== 'known',
  );
  const [hole] = open?.name.places ?? [];
  const [day] = open?.date.places ?? [];
  if (hole !== undefined) {
    const own = [...replaceAt(page, hole, name, 'line')];
    const dated = date === undefined ? [[]] : day === undefined ? [] : [...replaceAt(page, day, date, 'line')];
    for (const one of own) for (const two of dated) yield [...one, ...two];
  }
  for (const [index, section] of outline.sections.entries()) {
    if (!section.names.includes('signOff')) continue;
    for (const block of outline.bodies[index] ?? []) {
      if (block.kind !== 'table') continue;
      const last = block.rows.at(-1);
      const own = block.header.map((_cell, at) => cells[at] ?? '');
      yield [below(page, last?.to ?? headEnd(page, block), newRow(page, block, last ?? null, own))];
    }
  }
  const value = date === undefined ? name : `${name} (${date})`;
  for (const meaning of ['approvers', 'reviewers'] as const) {
    const own = labels.find(({ label, names }) => label === normalized(role) && names.includes(meaning));
    if (own?.value === null)
      yield [
        {
          from: own.labelPlace.to,
          to: lineStop(page.text, own.labelPlace.to),
          insert: `${page.text.slice(own.labelPlace.to, lineStop(page.text, own.labelPlace.to)).trimEnd()} ${value}`,
        },
      ];
    if (nameOf(context, role).includes(meaning)) yield* newLabel(page, meaning, value, ['signOff', 'followUp']);
  }
  const row = `| ${cells.join(' | ')} |`;
  const table = `| Role | Name | Date |\n|------|------|------|\n${row}`;
  for (const section of outline.sections) {
    if (!section.names.includes('signOff')) continue;
    const body = outline.bodies[outline.sections.indexOf(section)] ?? [];
    yield [
      below(
        page,
        body.findLast(({ kind }) => kind !== 'rule')?.to ?? headingEnd(page, section.headingPlace),
        `\n${table}`,
      ),
    ];
  }
  yield* newSection(page, { name: 'signOff' }, table, template);
}

function plan(
  found: Iterable<readonly Splice[]>,
  may: readonly string[],
  fault: (after: Examined) => string | null,
): Plan {
  return { ways: found, expect: { may: [...may, 'otherLabels', 'prevention'], sections: true, reached: fault } };
}
