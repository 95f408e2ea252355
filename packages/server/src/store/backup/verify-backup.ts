import Database from 'better-sqlite3';
import { auditHash, FIRST_HASH } from '../../audit/append-audit.ts';
import { sha256 } from '../../hash.ts';
import { revisionHash } from '../../revision/append-revision.ts';

export interface VerifiedBackup {
  readonly postmortems: number;
  readonly revisions: number;
  readonly files: number;
  readonly auditEntries: number;
  /** What does not fit, one sentence each; empty where all does. */
  readonly faults: readonly string[];
}

const MOST_FAULTS = 20;

type Revision = Parameters<typeof revisionHash>[0] & { readonly hash: string };
type Entry = Parameters<typeof auditHash>[0] & { readonly hash: string };

/**
 * Looks whether a backup is whole: the pages of the file, every text and file against its hash, and both kinds of chains
 * from end to end.
 */
export function verifyBackup(file: string): VerifiedBackup {
  const database = new Database(file, { readonly: true, fileMustExist: true });
  try {
    const faults = [
      ...pageFaults(database),
      ...hashFaults(database),
      ...chainFaults(database),
      ...auditFaults(database),
    ];
    const count = (table: string): number =>
      (database.prepare(`select count(*) as "n" from "${table}"`).get() as { readonly n: number }).n;
    return {
      postmortems: count('postmortems'),
      revisions: count('revisions'),
      files: count('files'),
      auditEntries: count('audit'),
      faults: faults.slice(0, MOST_FAULTS),
    };
  } finally {
    database.close();
  }
}

function* pageFaults(database: Database.Database): Generator<string> {
  const [result] = database.pragma('integrity_check(1)') as readonly { readonly integrity_check: string }[];
  if (result?.integrity_check !== 'ok') yield `The file is damaged: ${result?.integrity_check ?? 'no answer'}.`;
  const orphans = database.pragma('foreign_key_check') as readonly { readonly table: string }[];
  for (const { table } of orphans.slice(0, MOST_FAULTS)) yield `A row of ${table} names one that is not there.`;
}

function* hashFaults(database: Database.Database): Generator<string> {
  for (const [table, column] of [
    ['texts', 'text'],
    ['files', 'bytes'],
  ] as const) {
    const rows = database.prepare(
      `select "hash", "${column}" as "content" from "${table}" where "${column}" is not null`,
    );
    for (const { hash, content } of rows.iterate() as Iterable<{ readonly hash: string; readonly content: string }>)
      if (sha256(content) !== hash) yield `The content of ${hash} in ${table} is not what its hash says.`;
  }
}

function* chainFaults(database: Database.Database): Generator<string> {
  let before = { postmortem: '', number: 0, hash: FIRST_HASH };
  const rows = database.prepare('select * from "revisions" order by "postmortem", "number"');
  for (const row of rows.iterate() as Iterable<Revision>) {
    const { postmortem, number, previousHash, hash } = row;
    const isFirst = postmortem !== before.postmortem;
    const expected = isFirst ? FIRST_HASH : before.hash;
    const isNext = number === (isFirst ? 1 : before.number + 1);
    if (!isNext || previousHash !== expected || revisionHash(row) !== hash)
      yield `The history of ${postmortem} is broken at revision ${number}.`;
    before = { postmortem, number, hash };
  }
  const heads = database.prepare(
    `select "id" from "postmortems" where not exists
       (select 1 from "revisions" where "postmortem" = "id" and "number" = "head")`,
  );
  for (const { id } of heads.iterate() as Iterable<{ readonly id: string }>)
    yield `The newest revision of ${id} is not there.`;
}

function* auditFaults(database: Database.Database): Generator<string> {
  let before = { sequence: 0, hash: FIRST_HASH };
  for (const row of database.prepare('select * from "audit" order by "sequence"').iterate() as Iterable<Entry>) {
    const { sequence, previousHash, hash } = row;
    if (sequence !== before.sequence + 1 || previousHash !== before.hash || auditHash(row) !== hash)
      yield `The audit is broken at entry ${sequence}.`;
    before = { sequence, hash };
  }
}
