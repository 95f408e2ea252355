import { sql } from 'kysely';
import { verifyAudit } from '../src/audit/verify-audit.ts';
import { breakSentence } from '../src/chain/chain-break.ts';
import { sha256 } from '../src/hash.ts';
import { verifyRevisions } from '../src/revision/verify-revisions.ts';
import type { Store } from '../src/store/store.ts';
import type { Acknowledged } from './acknowledged.ts';

/** Acknowledged writes that are not there as they were sent. */
export async function lostOf(store: Store, acknowledged: readonly Acknowledged[]): Promise<readonly Acknowledged[]> {
  const lost: Acknowledged[] = [];
  for (const each of acknowledged) {
    const row = await store.read
      .selectFrom('revisions')
      .innerJoin('texts', 'texts.hash', 'revisions.textHash')
      .select(['texts.text'])
      .where('revisions.postmortem', '=', each.id)
      .where('revisions.number', '=', each.revision)
      .executeTakeFirst();
    if (row === undefined || row.text === null || sha256(row.text) !== each.textHash) lost.push(each);
  }
  return lost;
}

/** What is written in one piece, and how many there are of which a part is missing. */
const HALVES: Readonly<Record<string, string>> = {
  'revisions without a text': `select count(*) as "count" from "revisions" r
    where not exists (select 1 from "texts" t where t."hash" = r."textHash" and t."text" is not null)`,
  'documents without revisions up to their head': `select count(*) as "count" from "postmortems" d
    where (select count(*) from "revisions" r where r."postmortem" = d."id") <> d."head"`,
  'documents whose projection is of another revision': `select count(*) as "count" from "postmortems" d
    where not exists (select 1 from "projections" p join "revisions" r
      on r."postmortem" = p."postmortem" and r."number" = p."revision" and r."textHash" = p."textHash"
      where p."postmortem" = d."id" and p."revision" = d."head")`,
  'documents without a row for searches': `select count(*) as "count" from "postmortems" d
    where not exists (select 1 from "searchRows" s where s."postmortem" = d."id")`,
  'documents without action items': `select count(*) as "count" from "postmortems" d
    where not exists (select 1 from "actionItems" a where a."postmortem" = d."id")`,
  'revisions without an entry in the audit': `select count(*) - (select count(*) from "audit" a
    where a."action" in ('postmortem.create', 'postmortem.change')) as "count" from "revisions" r`,
  'revisions that others are not told of': `select count(*) - (select count(*) from "outbox" o
    where o."event" in ('postmortem.created', 'postmortem.changed')) as "count" from "revisions" r`,
};

/** What is there in part only, in words. */
export async function halvesOf(store: Store): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [name, statement] of Object.entries(HALVES)) {
    const { rows } = await sql.raw<{ readonly count: number }>(statement).execute(store.read);
    if (rows[0]?.count !== 0) found.push(`${rows[0]?.count} ${name}`);
  }
  return found;
}

/** Where the chains break, in words. */
export async function breaksOf(store: Store): Promise<readonly string[]> {
  const verdicts = [await verifyAudit(store.read), await verifyRevisions(store.read)];
  return verdicts.flatMap((verdict) => (verdict.state === 'broken' ? [breakSentence(verdict.at)] : []));
}
