import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import { languages, ownLanguage, type TemplateForm } from '@debrief/core';
import { headingsOf } from '@debrief/core/write';
import { parseTemplate, type Template } from '@debrief/core/draft';
import { readSettings } from '@debrief/core/workspace';
import { sha256 } from '../hash.ts';
import type { House } from './house.ts';

const TEMPLATE_NAMES = ['executive', 'blameless', 'service-levels', 'alert', 'compact'] as const;

/** The templates that come with Debrief, by name. */
export const builtInTemplates: ReadonlyMap<string, Template> = new Map(
  TEMPLATE_NAMES.map((name) => [name, templateOf(name)]),
);

/** The headings of each template; filling their empty drafts takes a while, so it is done once. */
let forms: readonly TemplateForm[] | null = null;

/**
 * What follows from the text of a `debrief.yaml`; faults in it leave the defaults in force.
 *
 * @param text null where the team has settled nothing
 */
export function houseOf(text: string | null): House {
  const { settings } = readSettings(text ?? '');
  const own = Object.keys(settings.vocabulary).length === 0 ? null : ownLanguage(settings.vocabulary).language;
  forms ??= [...builtInTemplates.values()].map((template) => ({
    name: template.name,
    headings: headingsOf(template)
      .filter(({ level }) => level > 1)
      .map(({ heading }) => heading),
  }));
  return {
    settings,
    hash: sha256(text ?? ''),
    languages: own === null ? languages : [own, ...languages],
    forms,
    zone: text === null ? null : settings.zone,
  };
}

function templateOf(name: string): Template {
  const file = fileURLToPath(import.meta.resolve(`@debrief/core/templates/${name}.md`));
  const parsed = parseTemplate(name, fs.readFileSync(file, 'utf8'));
  if (!parsed.ok) throw new Error(`the template ${name} cannot be used: ${parsed.faults[0]?.message}`);
  return parsed.template;
}
