import type { ServiceLevelObjective } from '../model/index.ts';
import { onceFor } from '../model/once-for.ts';
import { affectedServices, type ServiceAffected } from './affected-services.ts';
import type { BadInterval, BudgetWindow, TimeInterval } from './bad-interval.ts';
import { budgetAround, type BudgetAround } from './budget-around.ts';
import { budgetWindows } from './budget-windows.ts';
import type { MeasuredService } from './context.ts';
import { impactTime, type ImpactTime } from './impact-time.ts';
import type { Incident } from './metric.ts';
import { type NoNumber, notApplicable, unknown } from './refusal.ts';
import { serviceNamed } from './service-named.ts';

/** The budget of one objective of one affected service, over one window that the incident touches. */
export interface IncidentBudget {
  /** `checkout · requests answered · 2026-01` */
  readonly subject: string;
  readonly affected: ServiceAffected;
  readonly objective: ServiceLevelObjective;
  readonly window: BudgetWindow;
  readonly time: ImpactTime;
  readonly around: BudgetAround;
  /** Whether earlier incidents were handed in; else nobody knows what was left before this one. */
  readonly knowsEarlier: boolean;
  readonly notes: readonly string[];
}

/** Why an objective, a service or the whole incident has no budget to tell of. */
interface NoIncidentBudget {
  readonly subject?: string;
  readonly refused: NoNumber;
}

export type IncidentBudgetAnswer = IncidentBudget | NoIncidentBudget;

const MOST_WINDOWS = 60;

/**
 * Every objective of every affected service, with the error budget around the incident for each window that it touches, or
 * why there is none and what to fill in.
 *
 * @example incidentBudgets(incident) // [{ subject: 'checkout · answered · 30 days to 2026-03-01T10:50Z', around, … }]
 */
export const incidentBudgets: (incident: Incident) => readonly IncidentBudgetAnswer[] = onceFor(budgetsOf);

function budgetsOf(incident: Incident): readonly IncidentBudgetAnswer[] {
  const affected = affectedServices(incident);
  if (affected.length === 0)
    return [
      {
        refused: unknown(
          'noService',
          incident.context.services.length === 0
            ? 'The document names no affected service. Name it under “Services”, and list it with its `slos` under `services` in debrief.yaml.'
            : 'The document names no affected service that debrief.yaml knows. Name it under “Services”, by its name or an alias.',
        ),
      },
    ];
  const time = impactTime(incident);
  return affected.flatMap((one): readonly IncidentBudgetAnswer[] => {
    if (one.service === null) return [{ subject: one.name, refused: unknownService(one.name) }];
    if (one.service.slos.length === 0) return [{ subject: one.service.name, refused: noObjective(one.service) }];
    return one.service.slos.flatMap((objective) => {
      const subject = `${one.service?.name ?? one.name} · ${objective.name}`;
      const refused = 'state' in time ? time : aboutOtherThings(objective);
      return 'state' in time || refused !== null
        ? [{ subject, refused: refused ?? unknown('noImpactStart', '') }]
        : overWindows(incident, one, objective, time, subject);
    });
  });
}

function unknownService(name: string): NoNumber {
  return unknown(
    'unknownService',
    `No service is called “${name.slice(0, 60)}”. Add it, or this name to the \`aliases\` of one, under \`services\` in debrief.yaml.`,
  );
}

function noObjective({ name }: MeasuredService): NoNumber {
  return notApplicable(
    'noObjective',
    `“${name}” has no service level objective. Give it one under \`slos\` in debrief.yaml, or name OpenSLO files under \`openslo\`.`,
  );
}

/** Failed requests do not say how many were slow, or how old data was. */
function aboutOtherThings({ indicator }: ServiceLevelObjective): NoNumber | null {
  if (indicator === 'availability' || indicator === 'errorRate') return null;
  const what = indicator === 'latency' ? 'which share of the requests was too slow' : 'for how long data was too old';
  return unknown(
    'shareNotTold',
    `This objective is about ${indicator}, and the document does not tell ${what}. The monitoring that the objective is measured with can.`,
  );
}

function overWindows(
  incident: Incident,
  affected: ServiceAffected,
  objective: ServiceLevelObjective,
  time: ImpactTime,
  subject: string,
): readonly IncidentBudgetAnswer[] {
  const interval: BadInterval = { from: time.start.at, to: time.until, badShare: affected.badShare };
  const { earlierImpacts, services } = incident.context;
  const earlier = (earlierImpacts ?? []).filter(
    ({ service }) => serviceNamed(services, service)?.name === affected.service?.name,
  );
  const weeks = (interval.to - interval.from) / (7 * 86_400_000);
  if (objective.window.kind === 'calendar' && weeks > MOST_WINDOWS)
    return [
      {
        subject,
        refused: unknown(
          'tooLong',
          'The impact lasts longer than a year, which is too long to set against windows of the calendar. Check its start and its end.',
        ),
      },
    ];
  return budgetWindows(objective.window, interval).map((window) => {
    const around = budgetAround({ objective, window, earlier, incident: [interval] });
    const named = `${subject} · ${window.name}`;
    if ('reason' in around) return { subject: named, refused: unknown(around.reason, around.message) };
    const notes = [...time.notes, ...notesOn(affected, objective, around), ...beyond(interval, window)];
    return {
      subject: named,
      affected,
      objective,
      window,
      time,
      around,
      knowsEarlier: earlierImpacts !== undefined,
      notes,
    };
  });
}

function notesOn(
  { shareFrom, badShare, from, name }: ServiceAffected,
  { timeSliceTarget }: ServiceLevelObjective,
  { budget }: BudgetAround,
): readonly string[] {
  const percent = `${Number((badShare * 100).toPrecision(4))} %`;
  const share = {
    assumed:
      'Which share of the requests failed is not told; the whole time counts as bad (binary), so this is the most it can be.',
    degradation: `${percent} of the requests are taken to have failed all the time, as the document tells.`,
    errorRate: `${percent} of the requests are taken to have failed all the time, from the error rate that the document gives for the incident.`,
    requests: `${percent} of the requests are taken to have failed all the time, from the requests that the document counts.`,
  }[shareFrom];
  const method = {
    weightedMinutes:
      'Weighted minutes: each counts by the share that failed. That stands for requests only where traffic is flat.',
    badSlices: `Time slices: one counts as bad where less than ${timeSliceTarget ?? 100} % of it was good.`,
    sliceRatios: 'Mean of slice ratios: each minute counts by the share that failed, whatever its traffic.',
    events: 'Requests were counted.',
  }[budget.method];
  const slices =
    budget.method === 'badSlices' && timeSliceTarget === undefined
      ? ['The objective gives no timeSliceTarget, so any failure makes a slice bad.']
      : [];
  const guessed =
    from === 'title'
      ? [`“${name}” is taken to be the affected service because the title or the summary names it.`]
      : [];
  return [share, method, ...slices, ...guessed];
}

function beyond({ from, to }: TimeInterval, window: TimeInterval): readonly string[] {
  const isPart = from < window.from || to > window.to;
  return isPart ? ['Only the part of the impact that lies in this window counts.'] : [];
}
