import {
  type CheckContext,
  checkReading,
  type Finding,
  levelOf,
  type MeasureContext,
  type Reading,
  type RuleLevels,
  type SeverityScale,
  type StageName,
  stageOf,
  valueOf,
} from '@debrief/core';

/** What a house has settled, as far as checking depends on it. It is copied to workers, so it holds no functions. */
export interface CheckHouse {
  readonly measuring: MeasureContext;
  readonly scale: SeverityScale | undefined;
  /** Names, handles and addresses, as the roster writes them. */
  readonly people: readonly string[];
  readonly teams: readonly string[];
  /** Levels by rule, at each stage; a rule that is not named keeps its own. */
  readonly levels: Readonly<Record<StageName, RuleLevels>>;
}

/** What is asked of one document; ids and names of the post-mortems that are known come with it. */
export interface CheckAsked extends Pick<CheckContext, 'knownIncidents' | 'idElsewhere'> {
  /** Null takes the stage that the document tells. */
  readonly stage: StageName | null;
}

export interface CheckedReading {
  readonly name: string;
  readonly stage: StageName;
  readonly findings: readonly Finding[];
}

/**
 * Everything that there is to ask about one document: it is measured, held against itself and checked.
 *
 * @param name the path as a user would write it
 * @example checkedOf('kite.md', read(text), house, { stage: null, knownIncidents: null }) // { name: 'kite.md', stage: 'draft', findings: […] }
 */
export function checkedOf(
  name: string,
  reading: Reading,
  { measuring, scale, people, teams, levels }: CheckHouse,
  { stage: asked, ...known }: CheckAsked,
): CheckedReading {
  const stage = asked ?? stageOf(reading);
  const severity = valueOf(reading.postmortem.severity)?.written;
  const findings = checkReading(reading, measuring, {
    now: measuring.now,
    stage,
    severityLevel: severity === undefined ? null : levelOf(scale, severity),
    people,
    teams,
    levels: levels[stage],
    ...known,
  });
  return { name, stage, findings };
}
