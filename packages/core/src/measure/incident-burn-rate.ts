import { burnAlertTimes } from './burn-alert-times.ts';
import { workbookAlerts } from './burn-alert.ts';
import { asObjective } from './budget-ratio.ts';
import { burnRate } from './burn-rate.ts';
import { isHouseDefinition } from './house-definition.ts';
import { type IncidentBudget, type IncidentBudgetAnswer, incidentBudgets } from './incident-budgets.ts';
import type { Measurement } from './measurement.ts';
import type { Incident, Metric } from './metric.ts';
import { minutesToExhaustion } from './minutes-to-exhaustion.ts';
import { notApplicable, unknown } from './refusal.ts';

const NAME = 'burn-rate';

/** How many times faster than allowed the error budget went while the incident lasted. */
export const incidentBurnRate: Metric = {
  name: NAME,
  title: 'burn rate',
  unit: 'ratio',
  about: 'How many times faster than the objective allows the error budget was used while the incident lasted.',
  definitions: [
    {
      id: `${NAME}/over-incident`,
      title: 'share that failed over the share that may fail, over the whole incident',
      formula: 'error ratio ÷ (1 − target)',
      usedBy: ['SRE workbook'],
    },
  ],
  disagreement:
    'A burn rate holds for the stretch that it is taken over. This one is the mean of the incident; the first minutes may have burned far faster, and alerts look back over hours of their own.',
  sources: ['SRE workbook, “Alerting on SLOs”: https://sre.google/workbook/alerting-on-slos'],
  measure: (incident) => {
    const seen = new Set<string>();
    return incidentBudgets(incident).flatMap((answer) => {
      // The rate does not depend on the window of the calendar in which a part of it fell.
      const subject = 'refused' in answer ? answer.subject : subjectOf(answer);
      if (subject !== undefined && seen.has(subject)) return [];
      if (subject !== undefined) seen.add(subject);
      return [burnOf(incident, answer, subject)];
    });
  },
};

function subjectOf({ subject, window }: IncidentBudget): string {
  return subject.slice(0, subject.length - window.name.length - 3);
}

function burnOf(incident: Incident, answer: IncidentBudgetAnswer, subject: string | undefined): Measurement {
  const common = {
    metric: NAME,
    definition: `${NAME}/over-incident`,
    isHouse: isHouseDefinition(incident.context, incidentBurnRate, 'over-incident'),
    unit: 'ratio',
    ...(subject === undefined ? {} : { subject }),
  } as const;
  if ('refused' in answer) return { ...common, result: answer.refused, places: [], notes: [] };
  const { affected, objective, time, notes } = answer;
  const places = [...time.start.places, ...(time.end?.places ?? []), ...affected.places];
  if (time.until === time.start.at) {
    const result = notApplicable('noDuration', 'The impact has no length, so nothing burned over it.');
    return { ...common, result, places, notes: [] };
  }
  const burn = burnRate({ errorRatio: affected.badShare, objective: asObjective(objective.target) });
  if (typeof burn !== 'number') return { ...common, result: unknown('noBudget', burn.reason), places, notes: [] };
  return {
    ...common,
    from: time.start,
    ...(time.end === null ? {} : { to: time.end }),
    result: { state: 'known', value: burn },
    places,
    notes: [...exhaustion(answer, burn), ...alertsOf(answer), ...notes.slice(time.notes.length, time.notes.length + 1)],
  };
}

function exhaustion({ objective, around }: IncidentBudget, burn: number): readonly string[] {
  const days = objective.window.kind === 'rolling' ? objective.window.days : around.budget.windowMinutes / 1440;
  const minutes = minutesToExhaustion({ burn, windowMinutes: days * 1440 });
  return minutes === null ? [] : [`At this rate a whole budget of ${rounded(days)} days lasts ${inWords(minutes)}.`];
}

/** What the alerts of the workbook would have done, for the objective that their thresholds are made for. */
function alertsOf({ affected, objective, time }: IncidentBudget): readonly string[] {
  if (objective.window.kind !== 'rolling' || objective.window.days !== 30) return [];
  const minutes = (time.until - time.start.at) / 60_000;
  return workbookAlerts.flatMap((alert) => {
    const times = burnAlertTimes({ objective: objective.target, errorRatio: affected.badShare, minutes, alert });
    if ('reason' in times) return [];
    const short = alert.short < 60 ? `${alert.short} min` : `${alert.short / 60} h`;
    const rule = `A ${alert.severity} at ${alert.threshold} × over ${alert.long / 60} h and ${short}`;
    return times.firesAfter === null
      ? [`${rule} would not have fired.`]
      : [`${rule} would have fired ${inWords(times.firesAfter)} after the start, at a constant error ratio.`];
  });
}

function inWords(minutes: number): string {
  if (minutes < 1) return `${rounded(minutes * 60)} s`;
  if (minutes < 120) return `${rounded(minutes)} min`;
  return minutes < 2_880 ? `${rounded(minutes / 60)} h` : `${rounded(minutes / 1440)} days`;
}

function rounded(value: number): number {
  return Number(value.toPrecision(3));
}
