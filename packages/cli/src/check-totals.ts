import type { StageName } from '@debrief/core';
import type { FindingLevel } from './check-format.ts';

/** What came of a run. */
export interface CheckTotals {
  readonly documents: number;
  readonly withFindings: number;
  readonly levels: Readonly<Record<FindingLevel, number>>;
  readonly stages: Readonly<Record<StageName, number>>;
  /** Findings that the baseline knows; they are not among the others. */
  readonly known: number;
  readonly fixed: number;
  /** Documents that could not be read. */
  readonly unread: number;
}

/** The line at the end of a run. */
export function totalsLine({ documents, withFindings, levels, known, fixed, unread }: CheckTotals): string {
  const counted = [
    count(levels.error, 'error'),
    count(levels.warning, 'warning'),
    levels.info === 0 ? '' : `${levels.info} info`,
  ].filter(Boolean);
  const found =
    counted.length === 0
      ? 'nothing to ask'
      : `${counted.join(', ')} in ${documents === withFindings ? '' : `${withFindings} of `}`;
  const checked = `${documents} ${documents === 1 ? 'document' : 'documents'}`;
  const more = [
    known === 0 ? '' : `${known} known from the baseline`,
    fixed === 0 ? '' : `${fixed} fixed`,
    unread === 0 ? '' : `${unread} not read`,
  ].filter(Boolean);
  return `${[counted.length === 0 ? `${checked} checked, ${found}` : `${found}${checked}`, ...more].join(' · ')}\n`;
}

function count(number: number, noun: string): string {
  return number === 0 ? '' : `${number} ${noun}${number === 1 ? '' : 's'}`;
}
