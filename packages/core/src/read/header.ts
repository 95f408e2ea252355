import { absent, type Field, type Known, type People, type Place, type Severity } from '../model/index.ts';
import { codedSeverityLevel } from '../model/severity-code.ts';
import { fold, type LabelName } from '../vocabulary/index.ts';
import { type Context, knownField, mapField, textField, unknown } from './context.ts';
import type { Labelled } from './labels.ts';
import { isWithin, type Outline } from './outline.ts';
import { itemPlace, listedIn } from './listed.ts';
import { areSilent } from './silence.ts';
import { splitPlaces } from './split.ts';
import { idInFileName, idInTitle } from './title-id.ts';

/** Labels by what they mean, those of the header first. */
export type LabelIndex = ReadonlyMap<LabelName, readonly Labelled[]>;

/** Sections whose labels speak of something else than the incident as a whole. */
const INNER_SECTIONS = [
  'lessons',
  'wentWell',
  'wentWrong',
  'lucky',
  'relatedIncidents',
  'prevention',
  'appendix',
  'glossary',
] as const;

export function indexLabels(outline: Outline, labels: readonly Labelled[]): LabelIndex {
  const index = new Map<LabelName, Labelled[]>();
  for (const label of labels) {
    const inSummary = outline.sections[label.section]?.names.includes('summary') === true;
    const isMeeting = label.form !== 'frontMatter' && isWithin(outline.sections, label.section, 'followUp');
    for (const meaning of label.names) {
      const name =
        isMeeting && meaning === 'date' ? 'reviewDate' : inSummary && meaning === 'whatHappened' ? 'summary' : meaning;
      const known = index.get(name);
      if (known === undefined) index.set(name, [label]);
      else known.push(label);
    }
  }
  const inner = outline.sections.map((_section, at) =>
    INNER_SECTIONS.some((name) => isWithin(outline.sections, at, name)),
  );
  const isInner = ({ section, form }: Labelled): boolean =>
    form !== 'frontMatter' && form !== 'foot' && inner[section] === true;
  for (const [name, found] of index) {
    if (found.some(isInner)) index.set(name, [...found.filter((label) => !isInner(label)), ...found.filter(isInner)]);
  }
  return index;
}

/** The first label of that meaning with a known value; else the first that says why it is not known. */
export function firstField(context: Context, index: LabelIndex, ...names: readonly LabelName[]): Field<string> {
  let fallback: Field<string> = absent;
  for (const name of names) {
    for (const label of index.get(name) ?? []) {
      const own = textField(context, label.value);
      const below = own.state === 'unknown' ? textBelow(context, label) : own;
      const field = below.state === 'known' || own === absent ? below : own;
      if (field.state === 'known') return field;
      if (fallback === absent) fallback = field === absent ? unknown('empty', '', label.labelPlace) : field;
    }
  }
  return fallback;
}

function textBelow(context: Context, label: Labelled): Field<string> {
  const place = firstBelow(label);
  const field = textField(context, place);
  return field.state === 'known' && place !== null && areSilent(context, label.children.slice(0, 1))
    ? unknown('placeholder', field.written, place)
    : field;
}

/** What stands below a label that has no value beside it: a paragraph, the only item of a list, or the whole list. */
function firstBelow({ children }: Labelled): Place | null {
  const [first] = children;
  if (first?.kind === 'paragraph') return first;
  if (first?.kind !== 'list') return null;
  const [item, ...more] = first.items;
  return item === undefined ? null : more.length === 0 ? itemPlace(item) : { from: item.content, to: first.to };
}

/** No longer title is looked through for what a template left open. */
const LONGEST_TITLE = 2_000;

const GENERIC_TITLE =
  /^(?:post ?mortem|incident|outage|report|review|template|rapport|informe|relatorio|vorlage|modele|plantilla|mal|de|d|for|the|a| )+$/;

/** The first heading of level 1, else the front matter's title, else a title line. */
export function titleOf(context: Context, outline: Outline, index: LabelIndex): Field<string> {
  const headings = outline.sections.filter(({ kind }) => kind === 'heading');
  const first =
    headings.find(({ level }) => level === 1) ??
    (headings[0]?.names.length === 0 && isHeadingLine(context, headings[0].from) ? headings[0] : undefined);
  const labelled = (form: 'frontMatter' | 'other'): Field<string> => {
    const label = (index.get('title') ?? []).find(
      (candidate) => (candidate.form === 'frontMatter') === (form === 'frontMatter'),
    );
    return textField(context, label?.value);
  };
  if (first !== undefined && first.names.length === 0) {
    const field = textField(context, first.headingPlace);
    if (field.state !== 'known') return field;
    // A bracket behind a backslash is meant as one.
    const unescaped = field.written.replaceAll(/\\[\s\S]/g, '');
    const hole =
      /\[[^\]\d]{2,60}\](?!\()|\{\{|<[^<>]{3,60}>/.test(unescaped.slice(0, LONGEST_TITLE)) &&
      !/^\[[^\]]*\]\(/.test(field.written);
    if (!hole && !isGenericTemplate(field.value)) return withoutGenre(context, field);
    const own = labelled('frontMatter');
    return own.state === 'known' ? own : unknown('placeholder', field.written, first.headingPlace);
  }
  const own = labelled('frontMatter');
  return own.state === 'known' ? own : labelled('other');
}

/** `Post-Mortem: Checkout down` is titled `Checkout down`. */
function withoutGenre(context: Context, field: Known<string>): Known<string> {
  const genre = GENRE.exec(field.written)?.[0];
  const place = field.places[0];
  if (genre === undefined || place === undefined) return field;
  const rest = textField(context, { from: place.from + genre.length, to: place.to }, field.source);
  return rest.state === 'known' ? rest : field;
}

const GENRE =
  /^(?:incident |outage )?(?:post[ -]?mortem|retrospective|incident report|outage report|incident review)(?: report)?\s?(?::|\s[—–-])\s+(?=\S)/i;

function isHeadingLine(context: Context, at: number): boolean {
  return context.flat[at] === '#';
}

function isGenericTemplate(title: string): boolean {
  const folded = fold(title);
  return /template|modele|plantilla|vorlage|\bmal\b/.test(folded) && GENERIC_TITLE.test(folded);
}

/** The labelled id, else one that the title begins with, else one in the file's name. */
export function incidentIdOf(
  context: Context,
  index: LabelIndex,
  title: Field<string>,
  fileName: string | undefined,
): Field<string> {
  const labelled = firstField(context, index, 'incidentId');
  if (labelled.state === 'known') return labelled;
  if (title.state === 'known') {
    const at = title.places[0]?.from ?? 0;
    const isBehindGenre = /[:—–-]\s*$/.test(context.flat.slice(Math.max(0, at - 3), at));
    const id = idInTitle(title.written, isBehindGenre);
    if (id !== null) {
      const from = at + title.written.indexOf(id);
      return knownField(context, id, { from, to: from + id.length }, 'derived');
    }
  }
  const inName = fileName === undefined ? null : idInFileName(fileName);
  return inName === null ? labelled : { state: 'known', value: inName, written: '', places: [], source: 'fileName' };
}

/** The severity as written, with its level where the scale is known. */
export function severityOf(context: Context, index: LabelIndex): Field<Severity> {
  return mapField(firstField(context, index, 'severity'), (written) => {
    const level = severityLevel(context, written);
    return level === null ? { written } : { written, level };
  });
}

/** P0 → 1 … P4 → 5, SEV1 → 1 … SEV5 → 5, SEV0 → 1, Critical → 1 … Low → 4. */
function severityLevel(context: Context, written: string): number | null {
  const coded = codedSeverityLevel(written);
  if (coded !== null) return coded;
  for (const word of fold(written).split(' ').slice(0, 4)) {
    const level = context.lexicon.severities.get(word);
    if (level !== undefined) return level;
  }
  return null;
}

/** First words of a status that is the document's. */
const DOCUMENT_STATUS =
  /^[^\p{L}]*(?:draft|(?:in|under|for|ready for|awaiting|pending) review|review(?:ed|ing)?|final(?:ized|ised)?|published|approved|archived|borrador|en revisi[oó]n|brouillon|en relecture|entwurf|in pr[uü]fung|utkast|rascunho|em revis[aã]o|publicad[oa]|publi[eé]|ver[oö]ffentlicht|publisert|草稿|下書き|レビュー|審査|已发布|公開)(?![\p{L}])/iu;

/** The status of the incident and that of the document, told apart by their words where one label serves for both. */
export function statusOf(
  context: Context,
  index: LabelIndex,
): { readonly incident: Field<string>; readonly document: Field<string> } {
  const labelled = (index.get('status') ?? []).map(({ value }) => mapField(textField(context, value), withoutBrackets));
  const known = labelled.filter((field): field is Known<string> => field.state === 'known');
  const first = known[0] ?? mapField(firstField(context, index, 'status'), withoutBrackets);
  const document = mapField(firstField(context, index, 'documentStatus'), withoutBrackets);
  if (first.state !== 'known' || !DOCUMENT_STATUS.test(first.value)) return { incident: first, document };
  if (document.state === 'known') return { incident: first, document };
  return { incident: known.find(({ value }) => !DOCUMENT_STATUS.test(value)) ?? absent, document: first };
}

/** `[Resolved]`: a template's brackets that stayed around a word that was filled in. */
function withoutBrackets(status: string): string {
  return /^\[([^[\]]+)\]$/.exec(status)?.[1] ?? status;
}

/** Names as fields, one for each name of a list or of a line with separators. */
function namesOf(context: Context, index: LabelIndex, ...names: readonly LabelName[]): readonly Field<string>[] {
  const labels = names.flatMap((name) => (index.get(name) ?? []).slice(0, names.length > 1 ? 2 : 20));
  const found = labels.flatMap((label) => namesAt(context, label));
  const known = found.filter((field): field is Known<string> => field.state === 'known');
  const unique = [...new Map(known.map((field) => [field.value, field] as const).toReversed()).values()].toReversed();
  return unique.length > 0 ? unique : found.slice(0, 1);
}

function namesAt(context: Context, label: Labelled): readonly Field<string>[] {
  if (label.value === null) return listedIn(context, label.children).map(({ text }) => text);
  return splitPlaces(context, withoutDate(context, label.value)).map((place) => textField(context, place));
}

/** `@ana (Date: 2026-03-02)` in a sign-off: the date is not part of the name. */
function withoutDate({ flat }: Context, { from, to }: Place): Place {
  const dated = DATED.exec(flat.slice(from, to));
  return dated === null ? { from, to } : { from, to: from + dated.index };
}

const DATED = /(?<!\s)\s*[(（](?:date|datum|fecha|dato|data)\s*[:：][^()（）]{0,30}[)）]\s*$/i;

export function peopleOf(context: Context, index: LabelIndex, distribution: People['distribution']): People {
  const reporter = firstField(context, index, 'reporter');
  return {
    commander: firstField(context, index, 'commander'),
    technicalLead: firstField(context, index, 'technicalLead'),
    authors: namesOf(context, index, 'author'),
    reporter,
    responders: namesOf(context, index, 'responders'),
    reviewers: namesOf(context, index, 'reviewers'),
    approvers: namesOf(context, index, 'approvers'),
    attendees: namesOf(context, index, 'attendees'),
    distribution,
  };
}
