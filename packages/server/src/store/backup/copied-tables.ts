export interface CopiedTable {
  readonly name: string;
  /** The columns of its key, by which it is read in pages. */
  readonly key: readonly string[];
  /** A column that names another row of the same table: it is filled in when all rows are there. */
  readonly own?: string;
}

/** What a backup holds, in an order in which each row finds what it names. */
export const copiedTables: readonly CopiedTable[] = [
  { name: 'people', key: ['id'] },
  { name: 'accounts', key: ['id'] },
  { name: 'invitations', key: ['id'] },
  { name: 'tokens', key: ['id'] },
  { name: 'settings', key: ['number'] },
  { name: 'texts', key: ['hash'] },
  { name: 'postmortems', key: ['id'], own: 'mergedInto' },
  { name: 'revisions', key: ['postmortem', 'number'] },
  { name: 'projections', key: ['postmortem'] },
  { name: 'projectedServices', key: ['postmortem', 'name'] },
  { name: 'projectedFactors', key: ['postmortem', 'name'] },
  { name: 'actionItems', key: ['postmortem', 'id'] },
  { name: 'approvals', key: ['id'] },
  { name: 'reviewRequests', key: ['id'] },
  { name: 'comments', key: ['id'], own: 'parent' },
  { name: 'files', key: ['hash'] },
  { name: 'attachments', key: ['postmortem', 'path'] },
  { name: 'audit', key: ['sequence'] },
  { name: 'outbox', key: ['id'] },
  { name: 'answers', key: ['actor', 'key'] },
];

/** Whoever was signed in signs in again: a session that was ended since must not come back. */
export const leftOutTables: readonly string[] = ['sessions', 'verifications'];
