import { personNamed, type Settings, type TemplateForm } from '@debrief/core';
import type { RecordInput } from './record-document.ts';
import type { FoundSettings } from './settings-file.ts';
import { allTemplates } from './template-files.ts';

/** What a house has settled, as far as records depend on it, without its templates. */
export type Settled = Omit<RecordInput, 'templates'>;

export function settledOf({ settings, languages, file }: FoundSettings, now: number): Settled {
  const teams = settings.services.flatMap(({ name, owner }) => {
    const team = teamOf(settings, owner);
    return team === null ? [] : [[name, team] as const];
  });
  return {
    languages,
    measuring: {
      now,
      zone: file === null ? null : settings.zone,
      definitions: settings.metrics,
      services: settings.services,
    },
    teams: new Map(teams),
    factors: settings.factors,
    scale: settings.severity.scale,
  };
}

/** A team, or the team of the person who is named; never the person. */
function teamOf(settings: Settings, owner: string | undefined): string | null {
  if (owner === undefined) return null;
  const entry = personNamed(settings, owner);
  if (entry?.kind === 'team') return entry.team.name;
  if (entry?.kind === 'person') return entry.person.team ?? null;
  return settings.people.find(({ team }) => team?.toLowerCase() === owner.toLowerCase())?.team ?? null;
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
