import type { StageName } from '@debrief/core';
import type { Baseline } from './baseline.ts';
import type { DocumentCheck } from './check-document.ts';
import { type CheckLook, type FindingLevel, isFailing } from './check-format.ts';
import { checkFormats } from './check-formats.ts';
import type { CheckTotals } from './check-totals.ts';
import type { FoundFile } from './find-files.ts';

/** What is written of a run, and what is counted. */
export interface CheckReport {
  readonly begin: () => Promise<void>;
  readonly document: (check: DocumentCheck, file: FoundFile) => Promise<void>;
  /** @param unread how many documents could not be read */
  readonly end: (unread: number) => Promise<CheckTotals>;
  /** Whether a finding is at the level from which the command fails. */
  readonly fails: () => boolean;
}

/** A report in the form that was asked for, without what the baseline knows. */
export function checkReport(
  look: CheckLook,
  baseline: Pick<Baseline, 'unknown'> | null,
  write: (text: string) => Promise<void>,
): CheckReport {
  const format = checkFormats[look.format];
  const levels: Record<FindingLevel, number> = { error: 0, warning: 0, info: 0 };
  const stages: Record<StageName, number> = { draft: 0, review: 0, published: 0 };
  const counts = { documents: 0, withFindings: 0, known: 0, fixed: 0 };
  let isFirst = true;
  return {
    begin: async () => write(await format.begin()),
    document: async ({ stage, findings, fixed }, { name, file }) => {
      const told = baseline === null ? findings : baseline.unknown(file, findings);
      counts.documents += 1;
      counts.withFindings += told.length === 0 ? 0 : 1;
      counts.known += findings.length - told.length;
      counts.fixed += fixed.length;
      stages[stage] += 1;
      for (const { level } of told) levels[level] += 1;
      const shown = format.document(name, told, look);
      if (shown === '') return;
      await write(isFirst ? shown : `${format.between}${shown}`);
      isFirst = false;
    },
    end: async (unread) => {
      const totals = { ...counts, levels, stages, unread };
      await write(format.end(totals));
      return totals;
    },
    fails: () =>
      (Object.keys(levels) as FindingLevel[]).some((level) => levels[level] > 0 && isFailing(level, look.failOn)),
  };
}
