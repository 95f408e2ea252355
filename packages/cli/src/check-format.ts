import type { Finding } from '@debrief/core';
import type { CheckTotals } from './check-totals.ts';
import type { CheckedDocument, LocatedFinding } from './located-finding.ts';

export const checkFormatNames = ['text', 'json', 'sarif', 'junit', 'github', 'markdown'] as const;
export type CheckFormatName = (typeof checkFormatNames)[number];

export const findingLevels = ['error', 'warning', 'info'] as const;
export type FindingLevel = Finding['level'];

/** How findings are shown. It is copied to workers. */
export interface CheckLook {
  readonly format: CheckFormatName;
  readonly color: boolean;
  readonly width: number;
  /** Whether reason and source stand with each finding. */
  readonly explain: boolean;
  /** From which level on the command fails; null for never. */
  readonly failOn: FindingLevel | null;
}

/** A finding that was made ready to print where its document was read. */
export interface PrintedFinding {
  readonly rule: string;
  readonly level: FindingLevel;
  readonly fingerprint: string;
  readonly output: string;
}

/** One form of output, put together piece by piece so that no more than one document is held. */
export interface CheckFormat {
  readonly begin: () => string | Promise<string>;
  readonly finding: (finding: LocatedFinding, document: CheckedDocument, look: CheckLook) => string;
  /** A document with those of its findings that are told; empty where the form has nothing to say about it. */
  readonly document: (name: string, findings: readonly PrintedFinding[], look: CheckLook) => string;
  /** What stands between two documents. */
  readonly between: string;
  readonly end: (totals: CheckTotals) => string;
}

/** Whether a level is at or above the one from which the command fails. */
export function isFailing(level: FindingLevel, failOn: FindingLevel | null): boolean {
  return failOn !== null && findingLevels.indexOf(level) <= findingLevels.indexOf(failOn);
}
