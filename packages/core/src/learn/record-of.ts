import { fold } from '../model/fold.ts';
import { instantNames, type Reading, valueOf } from '../model/index.ts';
import { type Anchors, isAnchor } from '../measure/anchors.ts';
import type { Measurement } from '../measure/measurement.ts';
import { actionRecordsOf, type ActionWords } from './action-record.ts';
import { countingOf } from './counting-of.ts';
import { factorRecordsOf, type HouseFactors } from './factor-records.ts';
import { impactRecordsOf } from './impact-records.ts';
import type { IncidentRecord, MeasuredNumber } from './incident-record.ts';
import { linkTokensOf } from './link-tokens.ts';
import { startOf } from './start-of.ts';

/** A service as far as records need it. `team` is a team, never a person. */
export interface RecordedService {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly team: string | null;
}

/** What a team has settled, and how reading understands words; both are handed in. */
export interface RecordContext extends ActionWords {
  readonly services: readonly RecordedService[];
  readonly factors: HouseFactors;
}

/** One document with what was measured in it. */
export interface Recorded {
  /** As the caller names it, usually a path. */
  readonly file: string;
  readonly reading: Reading;
  readonly anchors: Anchors;
  readonly measurements: readonly Measurement[];
  /** The template that the document is written in, where the caller knows it. */
  readonly template: string | null;
}

/**
 * What learning keeps of one post-mortem. It holds no text but names and short lines, and nobody's name.
 *
 * @example recordOf({ file: 'a.md', reading, anchors, measurements, template: null }, context).start // { at: …, from: 'impactStart' }
 */
export function recordOf(document: Recorded, context: RecordContext): IncidentRecord {
  const { file, reading, anchors, measurements, template } = document;
  const { postmortem } = reading;
  const start = startOf(postmortem, anchors);
  const canonical = (written: string): string => serviceNamed(context.services, written)?.name ?? written.slice(0, 120);
  const numbers = measurements.filter(isTelling).map(numberOf);
  const named = postmortem.impact.services.flatMap(({ name }) =>
    name.state === 'known' ? [canonical(name.value)] : [],
  );
  const services = distinct(named);
  const severity = valueOf(postmortem.severity);
  return {
    file,
    title: valueOf(postmortem.title)?.slice(0, 200) ?? null,
    incidentId: valueOf(postmortem.incidentId)?.slice(0, 120) ?? null,
    counting: countingOf(reading, start !== null),
    start,
    severity:
      severity === null
        ? null
        : {
            written: severity.written.slice(0, 60),
            level: context.levelOf(severity.written) ?? severity.level ?? null,
          },
    services,
    teams: distinct(services.flatMap((service) => serviceNamed(context.services, service)?.team ?? [])),
    template,
    language: postmortem.language,
    factors: factorRecordsOf(postmortem, context.factors),
    anchors: instantNames.filter((name) => isAnchor(anchors[name])),
    numbers,
    impacts: impactRecordsOf(postmortem, anchors, numbers, canonical),
    actions: actionRecordsOf(reading, start?.day ?? null, context),
    links: linkTokensOf(postmortem),
  };
}

/** What is neither known nor stated is missing from the numbers; figures count it as unknown. */
function isTelling({ isHouse, result, stated }: Measurement): boolean {
  return (
    isHouse &&
    (result.state === 'known' || result.state === 'open' || result.state === 'invalid' || stated !== undefined)
  );
}

function serviceNamed(services: readonly RecordedService[], written: string): RecordedService | undefined {
  const key = fold(written.slice(0, 120));
  return services.find(({ name, aliases }) => [name, ...aliases].some((each) => fold(each) === key));
}

const MOST_SERVICES = 40;

/** The names in their order; of those that differ in case or marks only, the first. */
function distinct(names: readonly string[]): readonly string[] {
  const found = new Map<string, string>();
  for (const name of names) if (!found.has(fold(name))) found.set(fold(name), name);
  return [...found.values()].slice(0, MOST_SERVICES);
}

function numberOf({ metric, definition, isHouse, unit, subject, result, stated }: Measurement): MeasuredNumber {
  return {
    metric,
    definition,
    isHouse,
    unit,
    ...(subject !== undefined && { subject: subject.slice(0, 120) }),
    state: result.state,
    value: result.state === 'known' ? result.value : result.state === 'open' ? result.atLeast : null,
    reason: 'reason' in result ? result.reason : null,
    stated: stated === undefined ? null : { value: stated.value, verdict: stated.verdict },
  };
}
