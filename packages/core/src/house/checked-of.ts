import { checkReading } from './check-reading.ts';
import type { CheckContext } from '../check/rule.ts';
import { stageOf } from '../check/stage-of.ts';
import { type Finding, type Reading, type StageName, valueOf } from '../model/index.ts';
import type { CheckHouse } from '../workspace/check-house.ts';
import { levelOf } from '../workspace/severity-scale.ts';
import { houseLevels } from './house-levels.ts';

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
  house: CheckHouse,
  { stage: asked, ...known }: CheckAsked,
): CheckedReading {
  const { measuring, scale, people, teams } = house;
  const stage = asked ?? stageOf(reading);
  const severity = valueOf(reading.postmortem.severity)?.written;
  const findings = checkReading(reading, measuring, {
    now: measuring.now,
    stage,
    severityLevel: severity === undefined ? null : levelOf(scale, severity),
    people,
    teams,
    levels: houseLevels(house, stage),
    ...known,
  });
  return { name, stage, findings };
}
