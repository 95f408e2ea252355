import { type Change, type Field, type Place, type Refusal, type Splice } from '../model/index.ts';
import { textField } from '../read/context.ts';
import { durationMinutes } from '../read/duration.ts';
import { spanOf } from '../read/gather.ts';
import { nameOf } from '../read/labels.ts';
import type { Examined } from '../read/read.ts';
import { fieldsAt, type FieldSpec, fieldSpecs } from './field-specs.ts';
import { fillLabel, headingEnd, newLabel } from './label-line.ts';
import { newSection } from './new-section.ts';
import { below, lineStart, lineStop, type Page, standingOf, withoutLines } from './page.ts';
import { refusal } from './refusal.ts';
import type { Template } from './template.ts';
import type { Plan } from './verify.ts';
import { emptyAt, replaceAt } from './write-at.ts';
import { normalized, waysToWrite } from './written-value.ts';

type SetField = Extract<Change, { kind: 'setField' }>;

/**
 * What is worked out from a value: days from the date; and once the title is there, the example whys of a template are
 * no longer taken for examples.
 */
const FOLLOWING: Readonly<Partial<Record<SetField['field'], readonly string[]>>> = {
  date: ['instants', 'timeline[].at', 'timeline[].until'],
  title: ['instants', 'timeline[].at', 'timeline[].until', 'causes.whys'],
};

/** How to give a header or section value other words. */
export function setField(page: Page, { field, value }: SetField, template?: Template): Plan | Refusal {
  const spec = fieldSpecs[field];
  const may = [
    spec.path,
    ...(spec.also ?? []),
    'headerFields',
    'otherLabels',
    'impact.points',
    'detection.points',
    'prevention.points',
  ];
  const found = fieldsAt(page.examined.reading.postmortem, spec.path);
  if (value === null || value.length === 0) return emptyField(page, spec, found, may);
  const values = typeof value === 'string' ? [value] : value;
  if (values.length > 1 && spec.form !== 'list')
    return refusal('invalid-value', `The field ${field} holds one value. Give it as one text.`);
  if (spec.form !== 'prose' && values.some((each) => /[\r\n]/.test(each.trim())))
    return refusal('invalid-value', `The field ${field} stands on one line. Leave out the line break.`);
  const wanted = wantedOf(page, spec, values);
  if (wanted === null) {
    const help = spec.form === 'minutes' ? 'Write it as 45 minutes or 1 h 20 min.' : 'Write the day as YYYY-MM-DD.';
    return refusal('invalid-value', `“${values[0]?.slice(0, 80) ?? ''}” cannot be read as ${field}. ${help}`);
  }
  return {
    ways: ways(page, spec, found, values, template),
    expect: {
      may,
      follow: FOLLOWING[field] ?? [],
      sections: spec.form === 'prose' || field === 'title',
      reached: (after) => reached(fieldsAt(after.reading.postmortem, spec.path), wanted),
    },
  };
}

function reached(fields: readonly Field<unknown>[], wanted: readonly string[]): string | null {
  const read = fields.flatMap((each) => (each.state === 'known' ? [shown(each)] : []));
  if (read.length === wanted.length && read.every((each, index) => each === wanted[index])) return null;
  const [first] = fields;
  return read.length === 0
    ? `it would be read as ${first?.state === 'unknown' ? `unknown (${first.reason})` : 'not applicable'}`
    : `it would be read as “${read.join(', ').slice(0, 80)}”`;
}

/** What a known field says, in one string. */
function shown({ value }: { readonly value: unknown }): string {
  if (typeof value === 'object' && value !== null && 'written' in value) return String(value.written);
  return String(value);
}

function wantedOf(
  { examined: { context } }: Page,
  spec: FieldSpec,
  values: readonly string[],
): readonly string[] | null {
  const plain = values.map(normalized);
  if (spec.path === 'date') return /^\d{4}-\d{2}-\d{2}$/.test(plain[0] ?? '') ? plain : null;
  if (spec.form !== 'minutes') return plain;
  const [length = ''] = plain;
  const minutes = durationMinutes(
    context.lexicon,
    /^\d+$/.test(length) ? `${length} minutes` : length,
    context.dayFirst,
  );
  return minutes === null ? null : [String(minutes)];
}

function* ways(
  page: Page,
  spec: FieldSpec,
  found: readonly Field<unknown>[],
  values: readonly string[],
  template: Template | undefined,
): Generator<readonly Splice[]> {
  const places = found.flatMap(({ places: [place], ...field }) =>
    place !== undefined &&
    'written' in field &&
    (field.state !== 'known' || field.source === 'text' || field.source === 'pinned' || spec.path === 'title')
      ? [place]
      : [],
  );
  const site = spec.form === 'prose' ? 'prose' : 'line';
  if (spec.path === 'date') yield* dayWays(page, places[0], values[0] ?? '');
  if (spec.form === 'list' && places.length > 0) yield* listWays(page, places, values);
  const [place] = places;
  const texts =
    spec.form === 'minutes' && /^\d+$/.test(values[0]?.trim() ?? '')
      ? [`${values[0]} minutes`, values[0] ?? '']
      : [values.join(', ')];
  for (const text of texts) {
    if (place !== undefined && places.length === 1) yield* replaceAt(page, place, text, site);
    for (const label of page.examined.index.get(spec.label) ?? []) {
      if (label.value === null) yield* fillLabel(page, label, text);
      else if (place === undefined) yield* replaceAt(page, label.value, text, 'line');
    }
    if (spec.form === 'prose') yield* sectionWays(page, spec, text, template);
    if (spec.path !== 'title' && !/[\r\n]/.test(text)) yield* newLabel(page, spec.label, text, spec.homes);
  }
  if (spec.path === 'title') yield* titleWays(page, values[0] ?? '');
}

/** Another day before the same clock. */
function* dayWays({ text }: Page, place: Place | undefined, day: string): Generator<readonly Splice[]> {
  const old = place === undefined ? null : /\d{4}-\d{2}-\d{2}/.exec(text.slice(place.from, place.to));
  if (place === undefined || old === null) return;
  const from = place.from + old.index;
  yield [{ from, to: from + old[0].length, insert: day.trim() }];
}

/** Below the heading that asks for it, or in a section of its own. */
function* sectionWays(
  page: Page,
  spec: FieldSpec,
  text: string,
  template: Template | undefined,
): Generator<readonly Splice[]> {
  const { context, outline } = page.examined;
  const { section } = spec;
  for (const [index, { kind, names, heading, headingPlace }] of outline.sections.entries()) {
    const asks =
      kind === 'heading' &&
      ((section !== undefined && names.includes(section)) || nameOf(context, heading).includes(spec.label));
    if (!asks) continue;
    const body = outline.bodies[index] ?? [];
    const last = body.at(-1);
    const span = spanOf(body);
    if (span !== null && textField(context, span).state !== 'known') yield* replaceAt(page, span, text, 'prose');
    if (span !== null) continue;
    const at = last === undefined ? headingEnd(page, headingPlace) : last.to;
    for (const written of waysToWrite(text, 'prose')) yield [below(page, at, `\n${written}`)];
  }
  if (section === undefined || outline.sections.some(({ names }) => names.includes(section))) return;
  for (const written of waysToWrite(text, 'prose')) yield* newSection(page, { name: section }, written, template);
}

function* titleWays(page: Page, title: string): Generator<readonly Splice[]> {
  const start =
    page.examined.frontMatter.end > 0 ? page.examined.frontMatter.end : page.text.startsWith('\uFEFF') ? 1 : 0;
  for (const written of waysToWrite(title, 'heading')) {
    const line = `# ${written}\n\n`;
    yield [{ from: start, to: start, insert: line }];
  }
}

/** Several names: on one line with commas between them, or one list item each. */
function* listWays(page: Page, places: readonly Place[], values: readonly string[]): Generator<readonly Splice[]> {
  const { text } = page;
  const [first] = places;
  const last = places.at(-1);
  if (first === undefined || last === undefined) return;
  const from = Math.min(...places.map((place) => place.from));
  const to = Math.max(...places.map((place) => place.to));
  if (!/[\r\n]/.test(text.slice(from, to))) yield* replaceAt(page, { from, to }, values.join(', '), 'line');
  const items = places.map((place) => standingOf(page, place));
  if (items.some(({ item }) => item === null)) return;
  const changed: Splice[] = [];
  for (const [index, place] of places.entries()) {
    const value = values[index];
    const item = items[index]?.item;
    if (item === null || item === undefined) return;
    if (value === undefined) changed.push(withoutLines(page, item));
    else if (text.slice(place.from, place.to) !== value)
      changed.push(...([...replaceAt(page, place, value, 'line')][0] ?? []));
  }
  const more = values.slice(places.length).map((value) => {
    const margin = text.slice(lineStart(text, last.from), last.from);
    return `${margin.replace(/(?<![*_`[])[*_`[]+$/, '')}${[...waysToWrite(value, 'line')][0] ?? value}`;
  });
  yield more.length === 0 ? changed : [...changed, below(page, lineStop(text, last.to), more.join('\n'))];
}

function emptyField(
  page: Page,
  spec: FieldSpec,
  found: readonly Field<unknown>[],
  may: readonly string[],
): Plan | Refusal {
  if (spec.path === 'title') return refusal('no-place', 'A post-mortem keeps its title. Give it another one instead.');
  const elsewhere = found.some(
    (each) => each.state === 'known' && (each.source === 'derived' || each.source === 'fileName'),
  );
  if (elsewhere)
    return refusal(
      'no-place',
      'It is worked out from other words: the title, the timeline or the file name. Change those.',
    );
  const known = found.filter(({ state }) => state !== 'unknown');
  const places = known.flatMap(({ places: [place] }) => (place === undefined ? [] : [place]));
  const from = Math.min(...places.map((place) => place.from));
  const to = Math.max(...places.map((place) => place.to));
  return {
    ways: places.length === 0 ? [[]] : emptyAt(page, { from, to }),
    expect: {
      may,
      reached: (after: Examined) =>
        fieldsAt(after.reading.postmortem, spec.path).some(({ state }) => state === 'known')
          ? 'it would still have a value from another place'
          : null,
    },
  };
}
