import type { PostmortemState } from '../store/tables.ts';
import { type ApprovalGap, approvalGaps, type ApprovalQuestion } from './approval-gaps.ts';
import type { BlockingFinding } from './blocking-findings.ts';

export interface PublishQuestion extends ApprovalQuestion {
  readonly state: PostmortemState;
  /** Whether it is about a correction of what is published. */
  readonly isCorrection: boolean;
  /** Of level error at the stage `published`. */
  readonly findings: readonly BlockingFinding[];
}

export type PublishReason =
  | ApprovalGap
  | { readonly reason: 'not-in-this-state'; readonly state: PostmortemState }
  | { readonly reason: 'findings'; readonly findings: readonly BlockingFinding[] };

/** All that stands in the way, so that nobody has to ask again after the first of it is done. */
export type PublishAnswer =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly reasons: readonly PublishReason[] };

/**
 * Whether a post-mortem, or a correction of it, may be published.
 *
 * @example mayPublish({ state: 'draft', … }) // { allowed: false, reasons: [{ reason: 'not-in-this-state', state: 'draft' }, …] }
 */
export function mayPublish({ state, isCorrection, findings, ...question }: PublishQuestion): PublishAnswer {
  const isInState = isCorrection ? state === 'published' : state === 'review' || state === 'approved';
  const reasons: readonly PublishReason[] = [
    ...(isInState ? [] : [{ reason: 'not-in-this-state', state } as const]),
    ...approvalGaps(question),
    ...(findings.length > 0 ? [{ reason: 'findings', findings } as const] : []),
  ];
  return reasons.length === 0 ? { allowed: true } : { allowed: false, reasons };
}
