import type { Approvers } from '@debrief/core';

/** An approval of exactly the words that stand there. */
export interface HeldApproval {
  readonly person: string;
  /** Of the roster, at the time of the approval. */
  readonly roles: readonly string[];
}

export interface ApprovalQuestion {
  readonly approvals: readonly HeldApproval[];
  /** The people who wrote words of what is approved; machines are none. */
  readonly authors: readonly string[];
  readonly policy: Approvers;
}

/** What approvals still lack. */
export type ApprovalGap =
  | { readonly reason: 'too-few-approvals'; readonly needed: number; readonly have: number }
  | { readonly reason: 'role-missing'; readonly role: string }
  | { readonly reason: 'seen-by-author-alone'; readonly author: string };

/**
 * What the policy still asks for; empty where approvals are enough. Every word has been looked at by somebody who did
 * not write it: the approval of a sole author counts for nothing, and that of one author among several leaves the words
 * of this one to the others.
 *
 * @example approvalGaps({ approvals: [], authors: ['kim'], policy: { count: 1, roles: [] } }) // [{ reason: 'too-few-approvals', needed: 1, have: 0 }, …]
 */
export function approvalGaps({ approvals, authors, policy }: ApprovalQuestion): readonly ApprovalGap[] {
  const writers = new Set(authors);
  const counted = new Map<string, HeldApproval>();
  for (const approval of approvals) {
    if (!isSoleAuthor(approval.person, authors)) counted.set(approval.person, approval);
  }
  const people = [...counted.keys()];
  const roles = new Set([...counted.values()].flatMap((approval) => approval.roles.map(keyOf)));
  const needed = Math.max(1, policy.count);
  return [
    ...(people.length < needed ? [{ reason: 'too-few-approvals', needed, have: people.length } as const] : []),
    ...[...new Set(policy.roles)]
      .filter((role) => !roles.has(keyOf(role)))
      .map((role) => ({ reason: 'role-missing', role }) as const),
    ...[...writers]
      .filter((author) => !people.some((person) => person !== author))
      .map((author) => ({ reason: 'seen-by-author-alone', author }) as const),
  ];
}

/** Whether nobody else has written on it. */
export function isSoleAuthor(person: string, authors: readonly string[]): boolean {
  return authors.length > 0 && authors.every((author) => author === person);
}

function keyOf(role: string): string {
  return role.trim().toLowerCase();
}
