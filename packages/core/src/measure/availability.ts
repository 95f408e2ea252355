import type { Place } from '../model/index.ts';
import { isHouseDefinition } from './house-definition.ts';
import { type IncidentBudgetAnswer, incidentBudgets } from './incident-budgets.ts';
import { type LevelRow, levelRows } from './level-rows.ts';
import type { Measurement, Result } from './measurement.ts';
import type { Incident, Metric } from './metric.ts';
import { invalid, unknown } from './refusal.ts';
import { toldAvailability } from './told-availability.ts';
import { requestShare, toldRequests } from './told-requests.ts';
import type { Quantity } from './written-quantity.ts';

const NAME = 'availability';

/** The share of time, or of requests, that was good. */
export const availability: Metric = {
  name: NAME,
  title: 'availability',
  unit: 'percent',
  about: 'The share of the time, or of the requests, in which the service did what it is there for.',
  definitions: [
    {
      id: `${NAME}/time-in-window`,
      title: 'share of the objective’s window that was good',
      formula: '1 − bad time ÷ window',
      usedBy: ['service-levels template', 'alert template', 'status pages'],
    },
    {
      id: `${NAME}/requests-in-incident`,
      title: 'share of the incident’s requests that were answered',
      formula: 'good ÷ valid',
      usedBy: ['SRE workbook'],
    },
    {
      id: `${NAME}/as-stated`,
      title: 'as the document’s table states it, over the window that it names',
      formula: 'stated',
      usedBy: ['service-levels template', 'alert template'],
    },
  ],
  disagreement:
    'Availability by time and by requests are not the same, and neither means anything without its window: 45 minutes down are 0 % of those 45 minutes, 96.9 % of the day and 99.9 % of the month.',
  sources: [
    'SRE workbook, “Implementing SLOs”: https://sre.google/workbook/implementing-slos',
    'Site Reliability Engineering, appendix A, availability table',
  ],
  measure: (incident) => [
    ...incidentBudgets(incident).map((answer) => inWindow(incident, answer)),
    ...ofRequests(incident),
    ...levelRows(incident.reading, 'availability').map((row) => ofRow(incident, row)),
    ...ofSentence(incident),
  ],
};

function measurement(incident: Incident, definition: string, result: Result): Measurement {
  const isHouse = isHouseDefinition(incident.context, availability, definition);
  return { metric: NAME, definition: `${NAME}/${definition}`, isHouse, unit: 'percent', result, places: [], notes: [] };
}

function inWindow(incident: Incident, answer: IncidentBudgetAnswer): Measurement {
  if ('refused' in answer) {
    const named = answer.subject === undefined ? {} : { subject: answer.subject };
    return { ...measurement(incident, 'time-in-window', answer.refused), ...named };
  }
  const { around, window, time, affected, subject, notes, knowsEarlier } = answer;
  const { minutes, windowMinutes } = around.budget;
  const good = (bad: number): number => (1 - bad / windowMinutes) * 100;
  const alone = knowsEarlier ? [] : ['Only this incident is counted.'];
  const isWeighted = minutes.weighted !== minutes.binary;
  const binary = isWeighted
    ? [`Weighted by the share that failed. Binary, every minute counted whole: ${good(minutes.binary).toFixed(4)} %.`]
    : [];
  return {
    ...measurement(incident, 'time-in-window', { state: 'known', value: good(minutes.weighted) }),
    subject,
    from: time.start,
    ...(time.end === null ? {} : { to: time.end }),
    places: [...time.start.places, ...(time.end?.places ?? []), ...affected.places],
    notes: [`Over ${window.name}.`, ...binary, ...alone, ...notes],
  };
}

function ofRequests(incident: Incident): readonly Measurement[] {
  const told = toldRequests(incident.reading);
  if (told === null) return [];
  const { bad, valid, places } = told;
  const result = requestShare(valid, (all) => 1 - bad / all);
  return [
    {
      ...measurement(incident, 'requests-in-incident', result),
      places,
      notes: ['Over the requests of the incident alone.'],
    },
  ];
}

function ofRow(incident: Incident, { incident: values, subject, window, places }: LevelRow): Measurement {
  const told = values.find(({ unit }) => unit === 'percent');
  return { ...asStated(incident, told, window, places), ...(subject === '' ? {} : { subject }) };
}

function ofSentence(incident: Incident): readonly Measurement[] {
  const told = toldAvailability(incident.reading);
  return told === null ? [] : [asStated(incident, told.incident, told.window, told.places)];
}

function asStated(
  incident: Incident,
  told: (Quantity & { readonly written: string }) | undefined,
  window: string | null,
  places: readonly Place[],
): Measurement {
  const common = { places };
  if (told === undefined) {
    const result = unknown('noPercentage', 'The row states no percentage.');
    return { ...measurement(incident, 'as-stated', result), ...common };
  }
  if (told.value < 0 || told.value > 100) {
    const result = invalid('outOfRange', `An availability lies between 0 and 100 %, not at ${told.written}.`);
    return { ...measurement(incident, 'as-stated', result), ...common };
  }
  const stated = {
    value: told.value,
    written: told.written,
    places,
    verdict: 'notCompared',
    tolerance: told.rounding,
  } as const;
  if (window !== null)
    return {
      ...measurement(incident, 'as-stated', { state: 'known', value: told.value }),
      ...common,
      notes: [`As stated, “${window}”.`],
    };
  const result = unknown(
    'noWindow',
    `“${told.written}” means nothing without a window: it may be of the incident, the day or the month, and each is another outage. Write over how long, such as “over 30 days”.`,
  );
  return { ...measurement(incident, 'as-stated', result), ...common, stated };
}
