import { recordOf } from '../learn/record-of.ts';
import type { IncidentRecord } from '../learn/incident-record.ts';
import { templateByHeadings } from '../learn/template-by-headings.ts';
import { anchorsOf } from '../measure/anchors.ts';
import { metrics } from '../measure/metrics.ts';
import type { Reading } from '../model/index.ts';
import { saysCancelled } from '../read/says-cancelled.ts';
import { writtenDay } from '../read/written-day.ts';
import { levelOf } from '../workspace/severity-scale.ts';
import type { RecordHouse } from './record-house.ts';

/** Figures over many incidents are about durations; service levels enter by their impacts. */
const durations = metrics.filter(({ unit }) => unit === 'minutes');

/**
 * What learning keeps of one document, as a team has settled it.
 *
 * @param file as the caller names the document: a path, or an id
 * @example recordedOf('kite.md', read(text), house).severity // { written: 'SEV2', level: 2 }
 */
export function recordedOf(file: string, reading: Reading, house: RecordHouse): IncidentRecord {
  const { languages, measuring, teams, factors, scale, templates } = house;
  const incident = { reading, anchors: anchorsOf(reading, measuring), context: measuring };
  return recordOf(
    {
      file,
      incident,
      measurements: durations.flatMap((metric) => metric.measure(incident)),
      template: templateByHeadings(reading, templates),
    },
    {
      teams,
      factors,
      dayIn: (written) => writtenDay(written, languages),
      levelOf: (written) => levelOf(scale, written),
      isCancelled: (status) => saysCancelled(status, languages),
    },
  );
}
