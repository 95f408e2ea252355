import { isHouseDefinition } from './house-definition.ts';
import { type IncidentBudgetAnswer, incidentBudgets } from './incident-budgets.ts';
import type { Measurement, Result } from './measurement.ts';
import type { Incident, Metric } from './metric.ts';

const NAME = 'service-level-compliance';

/** Whether an objective held over its window, and how good the service was. */
export const serviceLevelCompliance: Metric = {
  name: NAME,
  title: 'service level compliance',
  unit: 'percent',
  about: 'How good the service was over the window of its objective, and whether that is what was promised.',
  definitions: [
    {
      id: `${NAME}/in-window`,
      title: 'share that was good in the window, with what is known to have been bad',
      formula: '1 − bad ÷ window, against the target',
      usedBy: ['executive template', 'SRE workbook'],
    },
  ],
  disagreement:
    'By requests and by time the same incident gives two figures, and so do a rolling window and a calendar month. An objective can be missed over 30 days and held in both months.',
  sources: ['SRE workbook, “Implementing SLOs”: https://sre.google/workbook/implementing-slos'],
  measure: (incident) => incidentBudgets(incident).map((answer) => complianceOf(incident, answer)),
};

function complianceOf(incident: Incident, answer: IncidentBudgetAnswer): Measurement {
  const common = {
    metric: NAME,
    definition: `${NAME}/in-window`,
    isHouse: isHouseDefinition(incident.context, serviceLevelCompliance, 'in-window'),
    unit: 'percent',
  } as const;
  if ('refused' in answer) {
    const named = answer.subject === undefined ? {} : { subject: answer.subject };
    return { ...common, ...named, result: answer.refused, places: [], notes: [] };
  }
  const { around, objective, time, affected, knowsEarlier } = answer;
  const { availability, remaining } = around.budget;
  const isMissed = remaining < 0;
  const verdict = isMissed
    ? `Missed: ${objective.target} % was promised.`
    : time.end === null
      ? `Not missed so far: ${objective.target} % was promised.`
      : `Held: ${objective.target} % was promised.`;
  const known = knowsEarlier
    ? 'Earlier incidents in the window are counted.'
    : 'Only this incident is counted; with others in the window the service was less good.';
  const result: Result = { state: 'known', value: availability * 100 };
  return {
    ...common,
    subject: answer.subject,
    from: time.start,
    ...(time.end === null ? {} : { to: time.end }),
    result,
    places: [...time.start.places, ...(time.end?.places ?? []), ...affected.places],
    notes: [verdict, known, ...answer.notes],
  };
}
