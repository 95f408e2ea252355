import { dataValues, numberNamed } from '../data-values.ts';
import type { Contradiction, Statements } from './contradiction.ts';

const FAILED =
  /^(?:total_)?(?:(?:calls?|requests?|queries|transactions?|events?)_(?:failed|errors?)|failed_(?:calls?|requests?|queries|transactions?|events?))(?:_count)?$/i;
const SUCCEEDED =
  /^(?:total_)?(?:(?:calls?|requests?|queries|transactions?|events?)_(?:succeeded|successful|ok)|success(?:ful)?_(?:calls?|requests?|queries|transactions?|events?))(?:_count)?$/i;
const PEAK = /^(?:(?:error|failure)_rate_(?:peak|max)|(?:peak|max)_(?:error|failure)_rate)(?:_percent)?$/i;

/** The mean of anything is at most its peak: a share of failed calls above the stated peak cannot be (`metrics.md` §12.2). */
export function meanAbovePeak({ reading }: Statements): readonly Contradiction[] {
  const values = dataValues(reading);
  const [failed, succeeded, peak] = [FAILED, SUCCEEDED, PEAK].map((names) => numberNamed(values, names));
  if (failed === null || succeeded === null || peak === null) return [];
  if (failed === undefined || succeeded === undefined || peak === undefined) return [];
  const all = failed.value + succeeded.value;
  if (!(failed.value >= 0 && succeeded.value >= 0 && all > 0 && peak.value >= 0)) return [];
  const mean = (100 * failed.value) / all;
  // Up to 1 the peak may be written as a share of one; only what is wrong either way is told.
  const highest = peak.value <= 1 ? peak.value * 100 : peak.value;
  if (mean <= highest + 0.05) return [];
  return [
    {
      id: 'mean-above-peak',
      message: `${counted(failed.value)} of ${counted(all)} failed, which is ${percent(mean)} over the whole incident, but the peak is stated as ${percent(highest)}. A mean cannot lie above its peak.`,
      question: 'Over which time was the peak taken, and do both count the same calls?',
      places: [failed.place, succeeded.place, peak.place],
    },
  ];
}

function counted(value: number): string {
  return String(Math.round(value)).replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
}

function percent(value: number): string {
  return `${Math.round(value * 10) / 10}%`;
}
