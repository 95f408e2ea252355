import type { RuleLevels, StageName } from '../model/finding.ts';
import type { Service, Settings } from './settings.ts';
import type { SeverityScale } from './severity-scale.ts';

/** What a house has settled, as far as checking depends on it. It is copied to workers, so it holds no functions. */
export interface CheckHouse {
  readonly measuring: {
    /** Milliseconds since 1970-01-01T00:00Z. */
    readonly now: number;
    /** The zone of clocks that name none; null where the team has settled nothing. */
    readonly zone: string | null;
    readonly definitions: Readonly<Record<string, string>>;
    readonly services: readonly Service[];
  };
  readonly scale: SeverityScale | undefined;
  /** Names, handles and addresses, as the roster writes them. */
  readonly people: readonly string[];
  readonly teams: readonly string[];
  /** Levels of rules and of their groups, at all stages and at one. */
  readonly rules: RuleLevels;
  readonly stages: Readonly<Partial<Record<StageName, RuleLevels>>>;
}

/**
 * What checking needs of a team's settings. No rule is loaded for it.
 *
 * @example checkHouseOf(defaultSettings, { zone: null, now: Date.now() }).people // []
 */
export function checkHouseOf(settings: Settings, when: Pick<CheckHouse['measuring'], 'now' | 'zone'>): CheckHouse {
  const { people, teams, services, metrics: definitions, severity, rules, stages } = settings;
  return {
    measuring: { now: when.now, zone: when.zone, definitions, services },
    scale: severity.scale,
    people: people.flatMap(({ name, handles, addresses }) => [name, ...handles, ...addresses]),
    teams: teams.flatMap(({ name, handles }) => [name, ...handles]),
    rules,
    stages,
  };
}
