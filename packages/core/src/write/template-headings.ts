import type { SectionName } from '../model/index.ts';
import { read } from '../read/index.ts';
import { type Language, languages, ownLanguage } from '../vocabulary/index.ts';
import { draft } from './draft.ts';
import type { Template } from './template.ts';

/** A heading of a template, as an empty draft prints it. */
export interface TemplateHeading {
  readonly level: number;
  readonly heading: string;
  readonly names: readonly SectionName[];
}

/** The headings of an empty draft, in order, with the sections that they name. */
export function headingsOf(template: Template): readonly TemplateHeading[] {
  return read(draft(template, {}), { languages: withOwnWords(template, languages) })
    .sections.filter(({ kind }) => kind === 'heading')
    .map(({ level, heading, names }) => ({ level, heading, names }));
}

/** The vocabulary with the words that a template's front matter gives to its own headings. */
export function withOwnWords(
  { sections }: Pick<Template, 'sections'>,
  known: readonly Language[],
): readonly Language[] {
  return Object.keys(sections).length === 0 ? known : [ownLanguage({ sections }).language, ...known];
}
