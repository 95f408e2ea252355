import type { Finding } from '@debrief/core';
import { fingerprintOf } from './finding-fingerprint.ts';
import { type Position, positionsIn, type Positions } from './positions.ts';

/** A finding with all that printing it takes. */
export interface LocatedFinding extends Finding {
  readonly start: Position;
  readonly end: Position;
  readonly fingerprint: string;
  /** Which of the findings of one document with this fingerprint, from 1. */
  readonly occurrence: number;
}

/** A document that was checked. */
export interface CheckedDocument {
  /** The path as a user would write it. */
  readonly name: string;
  readonly text: string;
  readonly positions: Positions;
}

export function checkedDocument(name: string, text: string): CheckedDocument {
  return { name, text, positions: positionsIn(text) };
}

/** Findings with their lines and columns, in their order. */
export function locate({ text, positions }: CheckedDocument, findings: readonly Finding[]): readonly LocatedFinding[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const fingerprint = fingerprintOf(text, finding);
    const occurrence = (seen.get(fingerprint) ?? 0) + 1;
    seen.set(fingerprint, occurrence);
    const { from, to } = finding.place;
    return { ...finding, start: positions.of(from), end: positions.of(to), fingerprint, occurrence };
  });
}
