import { instantNames, valueOf } from '../model/index.ts';
import { affectedServices } from '../measure/affected-services.ts';
import { isAnchor } from '../measure/anchors.ts';
import type { Measurement } from '../measure/measurement.ts';
import type { Incident } from '../measure/metric.ts';
import { serviceImpacts } from '../measure/service-impacts.ts';
import { actionRecordsOf, type ActionWords } from './action-record.ts';
import { countingOf } from './counting-of.ts';
import { factorRecordsOf, type HouseFactors } from './factor-records.ts';
import type { IncidentRecord, MeasuredNumber } from './incident-record.ts';
import { linkTokensOf } from './link-tokens.ts';
import { plainLine } from './plain-line.ts';
import { startOf } from './start-of.ts';

/** What a team has settled, and how reading understands words; both are handed in. */
export interface RecordContext extends ActionWords {
  /** The team of each service, by its name in the house; never a person. */
  readonly teams: ReadonlyMap<string, string>;
  readonly factors: HouseFactors;
}

/** One document with what was measured in it. */
export interface Recorded {
  /** As the caller names it, usually a path. */
  readonly file: string;
  readonly incident: Incident;
  readonly measurements: readonly Measurement[];
  /** The template that the document is written in, where the caller knows it. */
  readonly template: string | null;
}

/**
 * What learning keeps of one post-mortem. It holds no text but names and short lines, and nobody's name.
 *
 * @example recordOf({ file: 'a.md', incident, measurements: measure(reading, context), template: null }, house).start // { at: …, from: 'impactStart' }
 */
export function recordOf({ file, incident, measurements, template }: Recorded, context: RecordContext): IncidentRecord {
  const { reading, anchors } = incident;
  const { postmortem } = reading;
  const start = startOf(postmortem, anchors);
  const services = affectedServices(incident).map(({ name, service }) =>
    plainLine(service?.name ?? name, LONGEST_NAME),
  );
  const severity = valueOf(postmortem.severity);
  return {
    file,
    title: lineOf(valueOf(postmortem.title), 200),
    incidentId: lineOf(valueOf(postmortem.incidentId), LONGEST_NAME),
    counting: countingOf(reading, start !== null),
    start,
    severity:
      severity === null
        ? null
        : {
            written: plainLine(severity.written, 60),
            level: context.levelOf(severity.written) ?? severity.level ?? null,
          },
    services,
    teams: [...new Set(services.flatMap((service) => context.teams.get(service) ?? []))],
    template,
    language: postmortem.language,
    factors: factorRecordsOf(postmortem, context.factors),
    anchors: instantNames.filter((name) => isAnchor(anchors[name])),
    numbers: measurements.filter(isTelling).map(numberOf),
    impacts: serviceImpacts(incident).map(({ service, ...impact }) => ({
      service: lineOf(service, LONGEST_NAME),
      ...impact,
    })),
    actions: actionRecordsOf(reading, start?.day ?? null, context),
    links: linkTokensOf(postmortem),
  };
}

const LONGEST_NAME = 120;

function lineOf(text: string | null, longest: number): string | null {
  return text === null ? null : plainLine(text, longest);
}

/** What is neither known nor stated is missing from the numbers; figures count it as unknown. */
function isTelling({ isHouse, result, stated }: Measurement): boolean {
  return (
    isHouse &&
    (result.state === 'known' || result.state === 'open' || result.state === 'invalid' || stated !== undefined)
  );
}

function numberOf({ metric, definition, isHouse, unit, subject, result, stated }: Measurement): MeasuredNumber {
  return {
    metric,
    definition,
    isHouse,
    unit,
    ...(subject !== undefined && { subject: plainLine(subject, LONGEST_NAME) }),
    state: result.state,
    value: result.state === 'known' ? result.value : result.state === 'open' ? result.atLeast : null,
    reason: 'reason' in result ? result.reason : null,
    stated: stated === undefined ? null : { value: stated.value, verdict: stated.verdict },
  };
}
