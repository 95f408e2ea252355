import type { MeasureContext } from '../measure/context.ts';
import type { TemplateForm } from '../learn/template-by-headings.ts';
import type { Language } from '../vocabulary/index.ts';
import { personNamed } from '../workspace/roster.ts';
import type { Settings } from '../workspace/settings.ts';
import type { SeverityScale } from '../workspace/severity-scale.ts';

/** What a team has settled, as far as records depend on it. It is copied to workers, so it holds no functions. */
export interface RecordHouse {
  readonly languages: readonly Language[];
  readonly measuring: MeasureContext;
  /** The team of each service, by its name. */
  readonly teams: ReadonlyMap<string, string>;
  readonly factors: Readonly<Record<string, readonly string[]>>;
  readonly scale: SeverityScale | undefined;
  readonly templates: readonly TemplateForm[];
}

/**
 * What making records needs of a team's settings.
 *
 * @param zone the zone of clocks that name none; null where the team has settled nothing
 * @param now milliseconds since 1970-01-01T00:00Z
 */
export function recordHouseOf(
  settings: Settings,
  {
    languages,
    templates,
    zone,
    now,
  }: {
    readonly languages: readonly Language[];
    readonly templates: readonly TemplateForm[];
    readonly zone: string | null;
    readonly now: number;
  },
): RecordHouse {
  const teams = settings.services.flatMap(({ name, owner }) => {
    const team = teamOf(settings, owner);
    return team === null ? [] : [[name, team] as const];
  });
  return {
    languages,
    measuring: { now, zone, definitions: settings.metrics, services: settings.services },
    teams: new Map(teams),
    factors: settings.factors,
    scale: settings.severity.scale,
    templates,
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
