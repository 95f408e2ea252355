import { type Place, valueOf } from '../model/index.ts';
import { dataNumbers } from './data-numbers.ts';
import { errorBuckets } from './error-buckets.ts';
import { isHouseDefinition } from './house-definition.ts';
import { levelRows } from './level-rows.ts';
import type { Measurement, Result } from './measurement.ts';
import type { Incident, Metric } from './metric.ts';
import { unknown } from './refusal.ts';
import { writtenQuantities } from './written-quantity.ts';

const NAME = 'error-rate-peak';

/** The worst error rate of any stretch of the incident. */
export const errorRatePeak: Metric = {
  name: NAME,
  title: 'peak error rate',
  unit: 'percent',
  about: 'The highest share of failed requests in any bucket of time of the incident.',
  definitions: [
    {
      id: `${NAME}/of-buckets`,
      title: 'greatest error rate of the buckets that the document holds',
      formula: 'max(bad ÷ valid of each bucket)',
      usedBy: ['dashboards'],
    },
    {
      id: `${NAME}/as-stated`,
      title: 'as the document states it',
      formula: 'stated',
      usedBy: ['service-levels template', 'alert template'],
    },
  ],
  disagreement:
    'A peak depends on the width of its buckets: the narrower, the higher. It is never below the mean over the incident.',
  sources: ['Template of service levels, “Key Metrics”'],
  measure: (incident) => {
    const all = [...ofBuckets(incident), ...stated(incident)];
    return all.length > 0 ? all : [measurement(incident, 'of-buckets', noPeak)];
  },
};

const noPeak = unknown(
  'noPeak',
  'The document tells no peak error rate. Where it matters, add it with the width of its buckets.',
);

function measurement(incident: Incident, definition: string, result: Result): Measurement {
  const isHouse = isHouseDefinition(incident.context, errorRatePeak, definition);
  return { metric: NAME, definition: `${NAME}/${definition}`, isHouse, unit: 'percent', result, places: [], notes: [] };
}

function ofBuckets(incident: Incident): readonly Measurement[] {
  const buckets = errorBuckets(incident.reading);
  if (buckets === null) return [];
  const value = buckets.ratios.reduce((most, ratio) => Math.max(most, ratio), 0) * 100;
  const notes = [`Of buckets of ${buckets.width / 1_000} s.`];
  return [{ ...measurement(incident, 'of-buckets', { state: 'known', value }), places: buckets.places, notes }];
}

interface Told {
  readonly value: number;
  readonly isPercent: boolean;
  readonly subject?: string;
  readonly places: readonly Place[];
}

function stated(incident: Incident): readonly Measurement[] {
  return [...fromData(incident), ...fromLines(incident), ...fromRows(incident)]
    .slice(0, 20)
    .map(({ value, isPercent, subject, places }) => {
      const result: Result =
        value < 0 || value > 100
          ? { state: 'invalid', reason: 'outOfRange', message: 'An error rate lies between 0 and 100 %.' }
          : isPercent
            ? { state: 'known', value }
            : unknown(
                'noUnit',
                `“${value}” may be a share or a percentage. Write it with %, or name the key error_rate_peak_percent.`,
              );
      const named = subject === undefined || subject === '' ? {} : { subject };
      const notes = ['The width of its buckets is not told.'];
      return { ...measurement(incident, 'as-stated', result), ...named, places, notes };
    });
}

function fromData({ reading }: Incident): readonly Told[] {
  return dataNumbers(reading).flatMap(({ key, value, place }) => {
    const name = key.slice(0, 80);
    if (
      typeof value !== 'number' ||
      !/error/i.test(name) ||
      !/rate|ratio|percent|pct/i.test(name) ||
      !/peak|max/i.test(name)
    )
      return [];
    if (/ratio/i.test(name)) return [{ value: value * 100, isPercent: true, places: [place] }];
    // A number up to 1 may be a share or a percentage; nobody can tell.
    return [{ value, isPercent: value > 1 || value === 0 || /percent|pct/i.test(name), places: [place] }];
  });
}

/** `Peak error rate: 12 %`, under a label or as a line of a block. */
function fromLines({ reading }: Incident): readonly Told[] {
  const { otherLabels, evidence } = reading.postmortem;
  const labelled = otherLabels.flatMap(({ label, value }) =>
    PEAK.test(label.slice(0, 80)) ? toldIn(valueOf(value) ?? '', value.places) : [],
  );
  const blocks = evidence.flatMap(({ kind, text }) => {
    const line = kind === 'log' || kind === 'note' ? LINE.exec((valueOf(text) ?? '').slice(0, 20_000)) : null;
    return line === null ? [] : toldIn(line[1] ?? '', text.places);
  });
  return [...labelled, ...blocks];
}

/** A row whose number is said to be a peak. */
function fromRows({ reading }: Incident): readonly Told[] {
  return levelRows(reading, 'errorRate').flatMap(({ isPeak, subject, incident, places }) => {
    const told = isPeak ? incident.find(({ unit }) => unit === 'percent') : undefined;
    return told === undefined ? [] : [{ value: told.value, isPercent: true, subject, places }];
  });
}

const PEAK = /\b(?:peak|max(?:imum)?)\serror\s?rate\b/i;
const LINE = /\b(?:peak|max(?:imum)?)\serror\s?rate\s?:([^\n]{1,60})/i;

function toldIn(written: string, places: readonly Place[]): readonly Told[] {
  const told = writtenQuantities(written).find(({ unit }) => unit === 'percent');
  return told === undefined ? [] : [{ value: told.value, isPercent: true, places }];
}
