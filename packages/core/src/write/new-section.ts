import { type Section, type SectionName, sectionNames, type Splice } from '../model/index.ts';
import { headingWords } from './heading-words.ts';
import { lineStart, type Page } from './page.ts';
import type { Template } from './template.ts';
import { headingsOf, type TemplateHeading } from './template-headings.ts';

/** The order of sections where no template tells one. */
const ORDER: readonly SectionName[] = [
  'summary',
  'background',
  ...sectionNames.filter((name) => name !== 'summary' && name !== 'background'),
];

/** The ways to add a section, with some Markdown below its heading. */
export function* newSection(
  page: Page,
  wanted: { readonly name: SectionName } | { readonly heading: string },
  body: string,
  template?: Template,
): Generator<readonly Splice[]> {
  const { context, outline } = page.examined;
  const sections = outline.sections.filter(({ from }) => from < textEnd(page));
  const name = 'name' in wanted ? wanted.name : null;
  const wantedOrder = template === undefined ? [] : headingsOf(template);
  const model = name === null ? undefined : wantedOrder.find(({ names }) => names.includes(name));
  const headings = new Set(
    name === null
      ? [('heading' in wanted && wanted.heading) || '']
      : [
          model?.heading ?? headingWords(context.lexicon, context.language, name),
          headingWords(context.lexicon, 'en', name),
        ],
  );
  const level = usualLevel(sections);
  const end = textEnd(page);
  const at = name === null ? end : placeFor(page, sections, name, level, wantedOrder);
  for (const heading of headings) {
    for (const line of [`${'#'.repeat(level)} ${heading}`, `**${heading}**`]) {
      for (const place of new Set([at, end, footStart(page)]))
        yield [insertSection(page, place, body === '' ? line : `${line}\n\n${body}`)];
    }
  }
}

function usualLevel(sections: readonly Section[]): number {
  const levels = sections.filter(({ names, level }) => names.length > 0 && level > 1).map(({ level }) => level);
  return levels.length === 0 ? 2 : Math.min(...levels);
}

/** Where the document ends, or the first of several incidents that it tells of. */
function textEnd({ text, examined: { reading } }: Page): number {
  const [next] = reading.postmortem.furtherIncidents;
  const place = next?.places[0];
  return place === undefined ? text.length : lineStart(text, place.from);
}

/** Before the rule that parts the last lines from the document. */
function footStart({ text, examined: { outline } }: Page): number {
  const rule = outline.bodies.at(-1)?.findLast(({ kind }) => kind === 'rule');
  return rule === undefined ? text.length : lineStart(text, rule.from);
}

/** Behind the nearest section that comes before it in the order, else before the nearest that comes after. */
function placeFor(
  page: Page,
  sections: readonly Section[],
  name: SectionName,
  level: number,
  wantedOrder: readonly TemplateHeading[],
): number {
  const own = wantedOrder.flatMap(({ names }) => names);
  const order = own.includes(name) ? own : ORDER;
  const rank = order.indexOf(name);
  const top = sections.flatMap((section, index) =>
    section.kind === 'heading' && section.level <= level && section.names.length > 0 ? [index] : [],
  );
  const ranked = top.map((index) => ({
    index,
    rank: Math.min(...(sections[index]?.names ?? []).map((each) => rankOf(order, each))),
  }));
  const before = ranked.filter((each) => each.rank <= rank).toSorted((a, b) => b.rank - a.rank || b.index - a.index)[0];
  if (before !== undefined) {
    const next = sections.findIndex((section, index) => index > before.index && section.level <= level);
    return sections[next]?.from ?? textEnd(page);
  }
  const after = ranked
    .filter((each) => each.rank > rank && each.rank < order.length)
    .toSorted((a, b) => a.rank - b.rank || a.index - b.index)[0];
  return sections[after?.index ?? -1]?.from ?? textEnd(page);
}

function rankOf(order: readonly SectionName[], name: SectionName): number {
  const rank = order.indexOf(name);
  return rank < 0 ? order.length : rank;
}

/** A block of its own before an offset at which a heading or the end of the text stands. */
export function insertSection(page: Page, at: number, block: string): Splice {
  const { text } = page;
  const before = text.slice(Math.max(0, at - 200), at).replace(/\r\n?/g, '\n');
  if (at >= text.length) {
    const lead = text.trim() === '' ? '' : /\n\s*\n$/.test(before) ? '' : before.endsWith('\n') ? '\n' : '\n\n';
    const end = before.endsWith('\n') || text === '' ? '\n' : '';
    return { from: at, to: at, insert: `${lead}${block}${end}` };
  }
  const start = lineStart(text, at);
  const lead = start === 0 || /\n[ \t]*\n$/.test(before) || (at <= 200 && before.trim() === '') ? '' : '\n';
  return { from: start, to: start, insert: `${lead}${block}\n\n` };
}
