import type { MeasuredNumber } from './incident-record.ts';
import type { DatedRecord } from './scope.ts';

/** The durations of an incident that figures show, the one that comparisons settle on first. */
export const durationMetrics = [
  'time-to-resolve',
  'time-to-mitigate',
  'time-to-detect',
  'time-to-acknowledge',
  'time-to-diagnose',
  'impact-duration',
] as const;

/** Minutes of one incident under the house's definition. */
export interface Duration {
  readonly record: DatedRecord;
  readonly minutes: number;
  readonly open: boolean;
  readonly definition: string;
}

/** The minutes of a metric in those records that tell it, and how many do not. */
export function durationsIn(
  records: readonly DatedRecord[],
  metric: string,
): { readonly told: readonly Duration[]; readonly unknown: number } {
  const told = records.flatMap((record) => {
    const number = record.numbers.find((each) => each.metric === metric && isTold(each));
    return number === undefined || number.value === null
      ? []
      : [{ record, minutes: number.value, open: number.state === 'open', definition: number.definition }];
  });
  return { told, unknown: records.length - told.length };
}

function isTold({ isHouse, unit, subject, state, value }: MeasuredNumber): boolean {
  return (
    isHouse &&
    unit === 'minutes' &&
    subject === undefined &&
    (state === 'known' || state === 'open') &&
    value !== null &&
    Number.isFinite(value)
  );
}

/** `Time to resolve` */
export function titleOfMetric(metric: string): string {
  const words = metric.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
