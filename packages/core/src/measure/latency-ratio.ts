import { beside } from './beside.ts';
import { isHouseDefinition } from './house-definition.ts';
import { type LevelRow, levelRows, type LevelValue } from './level-rows.ts';
import type { Measurement, Result, Unit } from './measurement.ts';
import type { Incident, Metric } from './metric.ts';
import { invalid, type NoNumber, unknown } from './refusal.ts';

const NAME = 'latency-ratio';

/** How many times slower answers were. */
export const latencyRatio: Metric = {
  name: NAME,
  title: 'latency ratio',
  unit: 'ratio',
  about: 'How many times as long an answer took in the incident as it usually does.',
  definitions: [
    {
      id: `${NAME}/of-normal`,
      title: 'latency in the incident over normal latency, same percentile, same endpoint',
      formula: 'p95 in incident ÷ p95 normally',
      usedBy: ['service-levels template'],
    },
    {
      id: `${NAME}/of-objective`,
      title: 'latency in the incident over the latency that was promised',
      formula: 'p95 in incident ÷ objective',
      usedBy: ['alert template'],
    },
    {
      id: `${NAME}/added`,
      title: 'milliseconds that an answer took longer',
      formula: 'p95 in incident − p95 normally',
      usedBy: ['dashboards'],
    },
  ],
  disagreement:
    '“25x” and “increased by 2,400 %” are the same: 25 times as long is 24 times longer. Percentiles of several hosts cannot be averaged; they come from merged histograms.',
  sources: [
    'Template of service levels, table “Latency Impact”',
    'Prometheus, histograms and summaries: https://prometheus.io/docs/practices/histograms/',
  ],
  measure: (incident) => levelRows(incident.reading, 'latency').flatMap((row) => ofRow(incident, row)),
};

interface Pair {
  readonly normal: LevelValue;
  readonly told: LevelValue;
}

function ofRow(incident: Incident, row: LevelRow): readonly Measurement[] {
  const ratioName = row.isObjective ? 'of-objective' : 'of-normal';
  const pairs = pairsOf(row);
  const places = [...row.places, ...row.changePlaces];
  if (!Array.isArray(pairs))
    return [{ ...measurement(incident, ratioName, 'ratio', pairs as NoNumber), ...subjectOf(row.subject), places }];
  return (pairs as readonly Pair[]).flatMap(({ normal, told }) => {
    const common = { ...subjectOf(row.subject, told.percentile), places };
    const ratio = told.value / normal.value;
    const notes =
      told.percentile === undefined ? ['The row names no percentile; both sides are taken to be of the same one.'] : [];
    const limit =
      normal.limit === undefined && told.limit === undefined
        ? []
        : ['One side is written as a limit, so the ratio is one as well.'];
    return [
      {
        ...measurement(incident, ratioName, 'ratio', { state: 'known', value: ratio }),
        ...common,
        ...statedRatio(row, ratio, told.value - normal.value),
        notes: [...notes, ...limit],
      },
      {
        ...measurement(incident, 'added', 'milliseconds', {
          state: 'known',
          value: Number((told.value - normal.value).toFixed(6)),
        }),
        ...common,
      },
    ];
  });
}

function measurement(incident: Incident, definition: string, unit: Unit, result: Result): Measurement {
  const isHouse = isHouseDefinition(incident.context, latencyRatio, definition);
  return { metric: NAME, definition: `${NAME}/${definition}`, isHouse, unit, result, places: [], notes: [] };
}

function subjectOf(subject: string, percentile?: string): { readonly subject?: string } {
  const named = [subject, percentile].filter((part) => part !== undefined && part !== '').join(' · ');
  return named === '' ? {} : { subject: named };
}

function isTime({ unit }: LevelValue): boolean {
  return unit === 'milliseconds';
}

/** Values of the same percentile; a side that names none goes with whatever the other names. */
function pairsOf({ normal, incident }: LevelRow): readonly Pair[] | NoNumber {
  const [before, during] = [normal.filter(isTime), incident.filter(isTime)];
  if (before.length === 0 || during.length === 0)
    return unknown(
      'noLatency',
      `The row does not state how long an answer ${before.length === 0 ? 'usually takes' : 'took in the incident'}, with a unit such as ms or s.`,
    );
  const [one] = before;
  const pairs = during.flatMap((told) => {
    const same = before.find(({ percentile }) => percentile === told.percentile);
    const found =
      same ??
      (before.length === 1 && (one?.percentile === undefined || told.percentile === undefined) ? one : undefined);
    return found === undefined ? [] : [{ normal: found, told }];
  });
  if (pairs.length === 0)
    return invalid(
      'otherPercentile',
      'The two sides are of different percentiles, which cannot be compared. Give the same one for both.',
    );
  if (pairs.some(({ normal: side, told }) => side.value <= 0 || told.value < 0))
    return invalid(
      'noNormal',
      'A normal latency of nothing, or a negative one, has no ratio. Check the number and its unit.',
    );
  return pairs;
}

function statedRatio({ change, changePlaces }: LevelRow, ratio: number, added: number): Pick<Measurement, 'stated'> {
  if (change === null) return {};
  const { unit, written, rounding } = change;
  const what = `the two latencies of the row give ${Number(ratio.toPrecision(4))}x`;
  const common = { written, places: changePlaces, what };
  if (unit === 'times')
    return {
      stated: beside({ ...common, value: ratio, stated: change.value, tolerance: rounding, others: [ratio - 1] }),
    };
  if (unit === 'percent') {
    // “+2400 %” is by how much, “2500 %” of what; the sign does not tell them apart for sure.
    const tolerance = rounding / 100;
    return {
      stated: beside({ ...common, value: ratio, stated: 1 + change.value / 100, tolerance, others: [1 + ratio] }),
    };
  }
  if (unit !== 'milliseconds') return {};
  const tolerance = rounding / Math.max(1, added / ratio);
  const isSame = Math.abs(change.value - added) <= rounding;
  return {
    stated: {
      value: change.value,
      written,
      places: changePlaces,
      tolerance,
      verdict: isSame ? 'agreesWithOther' : 'notCompared',
    },
  };
}
