import { isHouseDefinition } from './house-definition.ts';
import { type LevelRow, levelRows } from './level-rows.ts';
import type { Measurement, Result } from './measurement.ts';
import type { Incident, Metric } from './metric.ts';
import { invalid, unknown } from './refusal.ts';
import { requestShare, toldRequests } from './told-requests.ts';

const NAME = 'error-rate';

/** The share of requests that failed, over the whole incident. */
export const errorRate: Metric = {
  name: NAME,
  title: 'error rate',
  unit: 'percent',
  about: 'The share of the requests that failed, over the whole incident.',
  definitions: [
    {
      id: `${NAME}/of-requests`,
      title: 'failed requests over all valid ones of the incident',
      formula: 'bad ÷ valid',
      usedBy: ['SRE workbook', 'service-levels template'],
    },
    {
      id: `${NAME}/as-stated`,
      title: 'as the document states it for the incident',
      formula: 'stated',
      usedBy: ['service-levels template', 'alert template'],
    },
  ],
  disagreement:
    'The mean over an incident is never above its peak. Whether refused, retried or slow requests are errors, and whether health checks are requests, is up to each service.',
  sources: ['SRE workbook, “Implementing SLOs”: https://sre.google/workbook/implementing-slos'],
  measure: (incident) => [
    ofRequests(incident),
    ...levelRows(incident.reading, 'errorRate').flatMap((row) => (row.isPeak ? [] : [asStated(incident, row)])),
  ],
};

function measurement(incident: Incident, definition: string, result: Result): Measurement {
  const isHouse = isHouseDefinition(incident.context, errorRate, definition);
  return { metric: NAME, definition: `${NAME}/${definition}`, isHouse, unit: 'percent', result, places: [], notes: [] };
}

function ofRequests(incident: Incident): Measurement {
  const told = toldRequests(incident.reading);
  if (told === null) {
    const message =
      'The document does not count its requests. Give how many failed and how many there were, such as “1,234 of 6,912 requests failed”.';
    return measurement(incident, 'of-requests', unknown('noRequestCounts', message));
  }
  const { bad, valid, places } = told;
  const result = requestShare(valid, (all) => bad / all);
  return {
    ...measurement(incident, 'of-requests', result),
    places,
    notes: valid === null ? [] : [`${bad} of ${valid} requests, the mean over the incident.`],
  };
}

function asStated(incident: Incident, { incident: values, subject, places, window }: LevelRow): Measurement {
  const told = values.find(({ unit }) => unit === 'percent');
  const common = { ...(subject === '' ? {} : { subject }), places };
  const result: Result =
    told === undefined
      ? unknown('noPercentage', 'The row states no percentage.')
      : told.value < 0 || told.value > 100
        ? invalid('outOfRange', `An error rate lies between 0 and 100 %, not at ${told.written}.`)
        : { state: 'known', value: told.value };
  const notes =
    window === null
      ? ['Over how long, and whether it is the mean or the peak, is not told.']
      : [`As stated, “${window}”.`];
  return { ...measurement(incident, 'as-stated', result), ...common, notes: result.state === 'known' ? notes : [] };
}
