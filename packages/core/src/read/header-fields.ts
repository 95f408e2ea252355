import { type Field, type Place, type SectionName, sectionNames } from '../model/index.ts';
import { type Context, textField } from './context.ts';
import type { Labelled } from './labels.ts';
import { itemPlace } from './listed.ts';
import type { Outline } from './outline.ts';

const SECTION_NAMES: ReadonlySet<string> = new Set(sectionNames);

/** Sections whose content a label may hold instead; a label of a list (`Action items:`) is not its content. */
const NEVER: ReadonlySet<SectionName> = new Set<SectionName>([
  'timeline',
  'signOff',
  'metrics',
  'fiveWhys',
  'contributingFactors',
  'wentWell',
  'wentWrong',
  'lucky',
  'communication',
  'evidence',
]);

/**
 * Header values under the name of the section whose content they hold: `**Impact:** …` above the first section, in the
 * front matter or at the foot, and labels that name a topic of a heading with two topics.
 */
export function headerFieldsOf(
  context: Context,
  outline: Outline,
  labels: readonly Labelled[],
): Partial<Record<SectionName, Field<string>>> {
  const zone = headerZone(outline);
  const fields: Partial<Record<SectionName, Field<string>>> = {};
  for (const label of labels) {
    const name = label.names.find((candidate): candidate is SectionName => SECTION_NAMES.has(candidate));
    if (
      name === undefined ||
      NEVER.has(name) ||
      fields[name]?.state === 'known' ||
      label.form === 'heading' ||
      label.nested
    )
      continue;
    const section = outline.sections[label.section];
    const isCarried = section !== undefined && CARRIED_OVER.test(section.heading);
    const isTopic = section !== undefined && section.names.length > 1 && section.names.includes(name);
    if (label.form !== 'frontMatter' && !zone.has(label.section) && !isTopic && label.form !== 'foot') continue;
    if (section?.names.includes(name) === true && !isTopic) continue;
    const place = contentOf(context, label, section?.names.length === 0 || isCarried);
    const field = textField(context, place);
    if (field.state === 'known' || fields[name] === undefined) fields[name] = field;
  }
  return fields;
}

/** The words behind a label; else, in the header proper, the paragraph or list below it. */
function contentOf(context: Context, { value, form, children }: Labelled, isHeader: boolean): Place | null {
  if (value !== null && textField(context, value).state === 'known') return value;
  const [first] = children;
  if ((form !== 'line' && form !== 'foot') || first === undefined) return value;
  if (first.kind === 'paragraph') return first;
  const [item] = first.kind === 'list' && isHeader ? first.items : [];
  return item === undefined ? value : itemPlace(item);
}

/** Where a conversion put what the new template has no place for: its own lines stood in the header before. */
const CARRIED_OVER = /^carried over from /i;

/** Front matter, preamble, the title's own section, and sections without a canonical name before the first that has one. */
function headerZone({ sections }: Outline): ReadonlySet<number> {
  const zone = new Set<number>();
  for (const [index, section] of sections.entries()) {
    const isHeader =
      section.kind !== 'heading' ||
      section.names.length === 0 ||
      (section.names.length === 1 && section.names[0] === 'summary');
    if (!isHeader) break;
    zone.add(index);
    if (section.names.length > 0) break;
  }
  for (const [index, { heading }] of sections.entries()) if (CARRIED_OVER.test(heading)) zone.add(index);
  return zone;
}
