import { beside } from './beside.ts';
import { isHouseDefinition } from './house-definition.ts';
import { type LevelRow, levelRows, type LevelValue } from './level-rows.ts';
import type { Measurement, Result } from './measurement.ts';
import type { Incident, Metric } from './metric.ts';
import { invalid, unknown } from './refusal.ts';
import { toldAvailability } from './told-availability.ts';

const NAME = 'availability-change';

/** By how many percentage points availability fell. */
export const availabilityChange: Metric = {
  name: NAME,
  title: 'change of availability',
  unit: 'percentagePoints',
  about: 'By how many percentage points availability in the incident lay below what it usually is.',
  definitions: [
    {
      id: `${NAME}/points`,
      title: 'percentage points between normal and incident',
      formula: 'incident − normal',
      usedBy: ['service-levels template'],
    },
    {
      id: `${NAME}/from-objective`,
      title: 'percentage points between the objective and the incident',
      formula: 'incident − objective',
      usedBy: ['alert template'],
    },
  ],
  disagreement:
    '“−4.7 %” mostly means percentage points: from 99.9 % to 95.2 % are −4.7 points, which is 4.7 % of 99.9 only by chance. Both sides have to be over the same window, and few documents name it.',
  sources: ['Template of service levels, table “Availability Impact”'],
  measure: (incident) => [
    ...levelRows(incident.reading, 'availability').map((row) => ofRow(incident, row)),
    ...ofSentence(incident),
  ],
};

function measurement(incident: Incident, definition: string, result: Result): Measurement {
  const isHouse = isHouseDefinition(incident.context, availabilityChange, definition);
  return {
    metric: NAME,
    definition: `${NAME}/${definition}`,
    isHouse,
    unit: 'percentagePoints',
    result,
    places: [],
    notes: [],
  };
}

function ofRow(incident: Incident, row: LevelRow): Measurement {
  const [normal, told] = [row.normal.find(isPercent), row.incident.find(isPercent)];
  const definition = row.isObjective ? 'from-objective' : 'points';
  const common = {
    ...(row.subject === '' ? {} : { subject: row.subject }),
    places: [...row.places, ...row.changePlaces],
  };
  if (normal === undefined || told === undefined) {
    const missing = normal === undefined ? 'how available it usually is' : 'how available it was in the incident';
    return {
      ...measurement(incident, definition, unknown('noPercentage', `The row does not state ${missing}.`)),
      ...common,
    };
  }
  const value = points(normal.value, told.value);
  if (value === null) return { ...measurement(incident, definition, outOfRange), ...common };
  const window =
    row.window === null
      ? 'The row names no window; the difference holds only if both sides are over the same one.'
      : `As stated, “${row.window}”.`;
  return {
    ...measurement(incident, definition, { state: 'known', value }),
    ...common,
    ...statedChange(row, value, normal.value),
    notes: [window],
  };
}

/** `-4.7%` and `4.7 points` are the same loss; a percentage may also be meant of the normal value. */
function statedChange({ change, changePlaces }: LevelRow, value: number, normal: number): Pick<Measurement, 'stated'> {
  if (change === null || (change.unit !== 'percent' && change.unit !== 'percentagePoints')) return {};
  const stated = value < 0 ? -Math.abs(change.value) : change.value;
  const relative = (value / normal) * 100;
  const what = `the row itself gives ${value} percentage points`;
  const common = { stated, written: change.written, places: changePlaces, tolerance: change.rounding, what };
  return { stated: beside({ ...common, value, others: change.unit === 'percent' ? [relative] : [] }) };
}

function ofSentence(incident: Incident): readonly Measurement[] {
  const told = toldAvailability(incident.reading);
  if (told === null || told.normal === null) return [];
  const value = points(told.normal.value, told.incident.value);
  const result: Result = value === null ? outOfRange : { state: 'known', value };
  const window =
    told.window === null
      ? 'The sentence names no window; the difference holds only if both sides are over the same one.'
      : `As stated, “${told.window}”.`;
  return [{ ...measurement(incident, 'points', result), places: told.places, notes: value === null ? [] : [window] }];
}

const outOfRange = invalid('outOfRange', 'An availability lies between 0 and 100 %.');

function isPercent({ unit }: LevelValue): boolean {
  return unit === 'percent';
}

function isShare(value: number): boolean {
  return value >= 0 && value <= 100;
}

/** Rounded to what can be written, so that 95.2 − 99.9 is −4.7. */
function points(normal: number, incident: number): number | null {
  return isShare(normal) && isShare(incident) ? Number((incident - normal).toFixed(9)) : null;
}
