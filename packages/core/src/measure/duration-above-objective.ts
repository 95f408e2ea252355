import { valueOf } from '../model/index.ts';
import { affectedServices } from './affected-services.ts';
import { beside } from './beside.ts';
import { budgetRatio } from './budget-ratio.ts';
import { type ErrorBuckets, errorBuckets } from './error-buckets.ts';
import { isHouseDefinition } from './house-definition.ts';
import type { Measurement, Result } from './measurement.ts';
import type { Incident, Metric } from './metric.ts';
import { unknown } from './refusal.ts';
import { type Quantity, writtenQuantities } from './written-quantity.ts';

const NAME = 'duration-above-objective';

/** For how long errors were above what the objective allows. */
export const durationAboveObjective: Metric = {
  name: NAME,
  title: 'duration above objective',
  unit: 'minutes',
  about: 'The length of all buckets of time in which more failed than the objective allows.',
  definitions: [
    {
      id: `${NAME}/of-buckets`,
      title: 'length of the buckets with an error ratio above 1 − target',
      formula: 'count(bad ÷ valid > 1 − target) × bucket width',
      usedBy: ['alert template'],
    },
  ],
  disagreement:
    'It depends on the width of the buckets: wide ones swallow short peaks, or stretch them. It is no share of the error budget, which counts how much failed and not how long.',
  sources: ['Alert template, “SLO Impact Calculation”'],
  measure: (incident) => {
    const buckets = errorBuckets(incident.reading);
    const stated = statedDuration(incident);
    if (buckets === null) return [{ ...measurement(incident, noBuckets), ...statedBeside(stated, null) }];
    const objectives = affectedServices(incident).flatMap(({ service }) =>
      (service?.slos ?? []).flatMap((objective) =>
        objective.indicator === 'availability' || objective.indicator === 'errorRate'
          ? [{ subject: `${service?.name ?? ''} · ${objective.name}`, target: objective.target }]
          : [],
      ),
    );
    if (objectives.length === 0) return [{ ...measurement(incident, noObjective), places: buckets.places }];
    return objectives.map(({ subject, target }) => ofBuckets(incident, buckets, stated, subject, target));
  },
};

const noBuckets = unknown(
  'noBuckets',
  'This needs the error rate of each bucket of time, with its width: add a JSON block such as { "bucket_seconds": 60, "error_rate_percent": [0.1, 15.3] }.',
);
const noObjective = unknown(
  'noObjective',
  'No affected service has an objective for errors. Name the service in the document and give it `slos` under `services` in debrief.yaml.',
);

function measurement(incident: Incident, result: Result): Measurement {
  const isHouse = isHouseDefinition(incident.context, durationAboveObjective, 'of-buckets');
  return { metric: NAME, definition: `${NAME}/of-buckets`, isHouse, unit: 'minutes', result, places: [], notes: [] };
}

/** Minutes of the buckets in which more failed than a target allows, or why there are none to count. */
function minutesAbove({ width, ratios }: ErrorBuckets, target: number): Result {
  const allowed = budgetRatio(target);
  if (typeof allowed !== 'number') return { state: 'unknown', ...allowed };
  return { state: 'known', value: (ratios.filter((ratio) => ratio > allowed).length * width) / 60_000 };
}

function ofBuckets(
  incident: Incident,
  buckets: ErrorBuckets,
  stated: Stated | null,
  subject: string,
  target: number,
): Measurement {
  const result = minutesAbove(buckets, target);
  return {
    ...measurement(incident, result),
    ...statedBeside(stated, result.state === 'known' ? result.value : null),
    subject,
    places: buckets.places,
    notes: [`In buckets of ${buckets.width / 1_000} s; another width gives another length.`],
  };
}

interface Stated extends Quantity {
  readonly written: string;
  readonly places: Measurement['places'];
}

function statedDuration({ reading }: Incident): Stated | null {
  const { otherLabels, evidence } = reading.postmortem;
  const labelled = otherLabels.flatMap(({ label, value }) =>
    ABOVE.test(label.slice(0, 80)) ? [{ text: valueOf(value) ?? '', places: value.places }] : [],
  );
  const blocks = evidence.flatMap(({ kind, text }) => {
    const line = kind === 'log' || kind === 'note' ? LINE.exec((valueOf(text) ?? '').slice(0, 20_000)) : null;
    return line === null ? [] : [{ text: line[1] ?? '', places: text.places }];
  });
  for (const { text, places } of [...labelled, ...blocks]) {
    const found = writtenQuantities(text).find(({ unit }) => unit === 'milliseconds');
    if (found !== undefined) return { ...found, written: text.slice(found.from, found.to), places };
  }
  return null;
}

const ABOVE = /\bduration\s(?:above|over|outside)\s(?:the\s)?(?:SLO|objective)\b/i;
const LINE = /\bduration\s(?:above|over|outside)\s(?:the\s)?(?:SLO|objective)\s?:([^\n]{1,60})/i;

function statedBeside(stated: Stated | null, value: number | null): Pick<Measurement, 'stated'> {
  if (stated === null) return {};
  const what = `the buckets of the document give ${value ?? '?'} minutes`;
  const minutes = { stated: stated.value / 60_000, tolerance: Math.max(1, stated.rounding / 60_000) };
  return { stated: beside({ ...minutes, value, written: stated.written, places: stated.places, what }) };
}
