import { personNamed, type RecordedService, type Settings, type TemplateForm } from '@debrief/core';
import type { RecordInput } from './record-document.ts';
import type { FoundSettings } from './settings-file.ts';
import { allTemplates } from './template-files.ts';

/** What a house has settled, as far as records depend on it. */
export async function recordInputOf(found: FoundSettings, cwd: string, now: number): Promise<RecordInput> {
  const { settings, languages } = found;
  const services = settings.services.map((service) => ({
    name: service.name,
    aliases: service.aliases,
    team: teamOf(settings, service.owner),
  }));
  return {
    languages,
    measuring: { now, zone: found.file === null ? null : settings.zone, definitions: {}, services: settings.services },
    services,
    factors: settings.factors,
    scale: settings.severity.scale,
    templates: await formsOf(found, cwd),
  };
}

/** A team, or the team of the person who is named; never the person. */
function teamOf(settings: Settings, owner: string | undefined): RecordedService['team'] {
  if (owner === undefined) return null;
  const entry = personNamed(settings, owner);
  if (entry?.kind === 'team') return entry.team.name;
  if (entry?.kind === 'person') return entry.person.team ?? null;
  return settings.people.find(({ team }) => team?.toLowerCase() === owner.toLowerCase())?.team ?? null;
}

async function formsOf(found: FoundSettings, cwd: string): Promise<readonly TemplateForm[]> {
  const { headingsOf } = await import('@debrief/core/write');
  return allTemplates(found, cwd).map((template) => ({
    name: template.name,
    headings: headingsOf(template)
      .filter(({ level }) => level > 1)
      .map(({ heading }) => heading),
  }));
}
