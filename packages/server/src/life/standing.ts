import { type Approvers, approversFor, type SeverityLevel } from '@debrief/core';
import type { Kysely } from 'kysely';
import type { House } from '../settings/house.ts';
import type { Tables } from '../store/tables.ts';
import type { ApprovalQuestion } from './approval-gaps.ts';
import { peopleWhoWrote } from './substance-authors.ts';

/** An approval as it is kept, with whether it holds for the words that stand there now. */
export interface StandingApproval {
  readonly person: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly revision: number;
  readonly at: string;
  readonly holds: boolean;
}

export interface Standing {
  /** The newest of each person; those that were withdrawn are left out. */
  readonly approvals: readonly StandingApproval[];
  readonly question: ApprovalQuestion;
}

/**
 * How approvals stand for a revision, or for a text that is about to be one.
 *
 * @param about its substance, and the revision whose authors count
 */
export async function standingOf(
  database: Kysely<Tables>,
  house: House,
  {
    id,
    revision,
    substanceHash,
    severityLevel,
  }: {
    readonly id: string;
    readonly revision: number;
    readonly substanceHash: string;
    readonly severityLevel: number | null;
  },
): Promise<Standing> {
  const approvals = await approvalsOf(database, id, substanceHash);
  return {
    approvals,
    question: {
      approvals: approvals.filter(({ holds }) => holds),
      authors: await peopleWhoWrote(database, id, revision),
      policy: policyFor(house, severityLevel),
    },
  };
}

function policyFor({ settings }: House, level: number | null): Approvers {
  return approversFor(settings, level as SeverityLevel | null);
}

async function approvalsOf(
  database: Kysely<Tables>,
  postmortem: string,
  substanceHash: string,
): Promise<readonly StandingApproval[]> {
  const rows = await database
    .selectFrom('approvals')
    .innerJoin('people', 'people.id', 'approvals.person')
    .select([
      'approvals.person',
      'people.name',
      'approvals.roles',
      'approvals.revision',
      'approvals.at',
      'approvals.substanceHash',
    ])
    .where('approvals.postmortem', '=', postmortem)
    .where('approvals.withdrawnAt', 'is', null)
    .orderBy('approvals.at')
    .execute();
  const byPerson = new Map<string, StandingApproval>();
  for (const { substanceHash: approved, roles, ...row } of rows) {
    const holds = approved === substanceHash;
    // One that holds again, since the text went back, counts before a newer one that does not.
    if (holds || byPerson.get(row.person)?.holds !== true)
      byPerson.set(row.person, { ...row, roles: JSON.parse(roles) as readonly string[], holds });
  }
  return [...byPerson.values()];
}
