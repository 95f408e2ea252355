import { recordHouseOf, type RecordHouse, type TemplateForm } from '@debrief/core';
import type { FoundSettings } from './settings-file.ts';
import { allTemplates } from './template-files.ts';

/** What a house has settled, as far as records depend on it, without its templates. */
export type Settled = Omit<RecordHouse, 'templates'>;

export function settledOf({ settings, languages, file }: FoundSettings, now: number): Settled {
  const { templates: _, ...settled } = recordHouseOf(settings, {
    languages,
    templates: [],
    zone: file === null ? null : settings.zone,
    now,
  });
  return settled;
}

/** The headings of every template that a document may be written in. Filling empty drafts takes a while. */
export async function formsOf(found: FoundSettings, cwd: string): Promise<readonly TemplateForm[]> {
  const { headingsOf } = await import('@debrief/core/write');
  return allTemplates(found, cwd).map((template) => ({
    name: template.name,
    headings: headingsOf(template)
      .filter(({ level }) => level > 1)
      .map(({ heading }) => heading),
  }));
}
