import { type Field, type Place, type Reading, type ServiceLevelRow, valueOf } from '../model/index.ts';
import { onceFor } from '../model/once-for.ts';
import { toldWindow } from './told-window.ts';
import { type Quantity, writtenQuantities } from './written-quantity.ts';

/** A number of a service-level row, with the percentile that it is of, where one is told. */
export interface LevelValue extends Quantity {
  readonly written: string;
  readonly percentile?: string;
}

/** A row that tells how something stood normally and in the incident, with its numbers read. */
export interface LevelRow {
  readonly indicator: ServiceLevelRow['indicator'];
  readonly subject: string;
  readonly normal: readonly LevelValue[];
  /** Whether `normal` is what was promised (`SLO: 99.9%`) rather than how it usually stood. */
  readonly isObjective: boolean;
  readonly incident: readonly LevelValue[];
  readonly change: LevelValue | null;
  /** Whether the number is said to be the highest, not the mean. */
  readonly isPeak: boolean;
  /** `over 30 days`, `in March`: the stretch that the numbers are about, where the row tells one. */
  readonly window: string | null;
  readonly places: readonly Place[];
  readonly changePlaces: readonly Place[];
}

const PROMISED = /\((?:SLO|SLA|target)\b/i;
const PERCENTILE = /\b(p\d{2}(?:\.\d{1,2})?|median|mean|avg|average)\s?[:=]?\s?[<>≤≥~]?\s?$/iu;

/**
 * The service-level rows of a document with their numbers, for one indicator. Rows without a known number in the incident
 * are left out.
 *
 * @example levelRows(reading, 'latency')[0]?.incident[0] // { value: 5000, unit: 'milliseconds', … }
 */
export function levelRows(reading: Reading, indicator: ServiceLevelRow['indicator']): readonly LevelRow[] {
  return rowsOf(reading)(indicator);
}

const rowsOf = onceFor((reading: Reading) => {
  const known = new Map<ServiceLevelRow['indicator'], readonly LevelRow[]>();
  return (indicator: ServiceLevelRow['indicator']): readonly LevelRow[] => {
    const rows = known.get(indicator) ?? readRows(reading, indicator);
    known.set(indicator, rows);
    return rows;
  };
});

function readRows({ postmortem }: Reading, indicator: ServiceLevelRow['indicator']): readonly LevelRow[] {
  return postmortem.impact.levels
    .filter((row) => row.indicator === indicator)
    .slice(0, 200)
    .flatMap((row) => {
      const incident = valuesOf(row.incident);
      if (incident.length === 0) return [];
      const subject = valueOf(row.subject) ?? '';
      const written = [row.subject, row.normal, row.incident, row.change]
        .map((field) => valueOf(field) ?? '')
        .join(' ');
      return [
        {
          indicator,
          subject,
          normal: valuesOf(row.normal),
          isObjective: PROMISED.test(row.incident.state === 'known' ? row.incident.written : ''),
          incident,
          change: valuesOf(row.change)[0] ?? null,
          isPeak: /\b(?:peak|max(?:imum)?|worst|highest|up to|spike)/i.test(
            (valueOf(row.incident) ?? '').slice(0, 300),
          ),
          window: toldWindow(written),
          places: [...row.normal.places, ...row.incident.places],
          changePlaces: row.change.places,
        },
      ];
    });
}

function valuesOf(field: Field<string>): readonly LevelValue[] {
  const value = valueOf(field);
  if (value === null) return [];
  // What was promised stands in brackets behind the number, and is told as `normal`.
  const own = value.replace(/\((?:SLO|SLA|target|normal|baseline)\b[^()]{0,40}\)/gi, (all) => ' '.repeat(all.length));
  return writtenQuantities(own).map((quantity) => {
    const percentile = PERCENTILE.exec(own.slice(Math.max(0, quantity.from - 14), quantity.from))?.[1]?.toLowerCase();
    const written = own.slice(quantity.from, quantity.to);
    return { ...quantity, written, ...(percentile === undefined ? {} : { percentile }) };
  });
}
