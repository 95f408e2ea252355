import type { Store } from '../store.ts';

/** How a column differs between the databases; all others are the same. */
type ColumnKind = 'flag' | 'time';

export interface CopiedTable {
  readonly name: string;
  /** The columns of its key, by which it is read in pages. */
  readonly key: readonly string[];
  readonly kinds?: Readonly<Record<string, ColumnKind>>;
  /** A column that names another row of the same table: it is filled in when all rows are there. */
  readonly own?: string;
}

const TIMES = { createdAt: 'time', updatedAt: 'time' } as const;

/** What a backup holds, in an order in which each row finds what it names. */
export const copiedTables: readonly CopiedTable[] = [
  { name: 'people', key: ['id'], kinds: { ...TIMES, emailVerified: 'flag' } },
  { name: 'accounts', key: ['id'], kinds: { ...TIMES, accessTokenExpiresAt: 'time', refreshTokenExpiresAt: 'time' } },
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

type Row = Readonly<Record<string, unknown>>;

/** A row of one database as the other one takes it. */
export function rowFor(kind: Store['kind'], { kinds = {} }: CopiedTable, row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => {
      const columnKind = kinds[column];
      return [column, value === null || columnKind === undefined ? value : CONVERT[kind][columnKind](value)];
    }),
  );
}

const CONVERT: Readonly<Record<Store['kind'], Readonly<Record<ColumnKind, (value: unknown) => unknown>>>> = {
  sqlite: {
    flag: Number,
    time: (value) => (value instanceof Date ? value.toISOString() : value),
  },
  postgres: { flag: Boolean, time: (value) => value },
};
