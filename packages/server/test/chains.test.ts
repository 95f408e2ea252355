import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { checkpointText, parseCheckpoint } from '../src/audit/checkpoint.ts';
import { verifyAudit } from '../src/audit/verify-audit.ts';
import { breakSentence } from '../src/chain/chain-break.ts';
import { auditVerifyCommand } from '../src/operation/audit-verify-command.ts';
import { changePostmortem } from '../src/postmortem/change-postmortem.ts';
import { createPostmortem } from '../src/postmortem/create-postmortem.ts';
import { verifyRevisions } from '../src/revision/verify-revisions.ts';
import type { Store } from '../src/store/store.ts';
import { contextOf, type OpenedStore, openStore, storeKinds } from './with-store.ts';

const textAt = (turn: number) => `# Kite ${turn}\n\n## Action items\n\n- [ ] Add an alert\n`;

/** Two documents of four revisions each. */
async function filled(kind: Store['kind']): Promise<OpenedStore & { readonly ids: readonly string[] }> {
  const opened = await openStore(kind);
  const context = contextOf(opened.store);
  const ids: string[] = [];
  for (const name of ['a.md', 'b.md']) {
    const { id } = await createPostmortem(context, { text: textAt(1) + name, fileName: name, reason: 'First' });
    ids.push(id);
    for (let turn = 2; turn <= 4; turn += 1)
      await changePostmortem(context, {
        id,
        base: turn - 1,
        edit: { kind: 'text', text: textAt(turn) + name },
        reason: `${turn}`,
      });
  }
  return { ...opened, ids: ids.toSorted(), [Symbol.asyncDispose]: () => opened[Symbol.asyncDispose]() };
}

/** What somebody does who has the database itself in hand. */
async function tamper(store: Store, ...statements: readonly string[]): Promise<void> {
  await store.write(async (transaction) => {
    for (const table of ['audit', 'revisions'])
      for (const statement of store.kind === 'sqlite'
        ? [`drop trigger if exists "${table} without update"`, `drop trigger if exists "${table} without delete"`]
        : [`drop trigger if exists "${table} without change" on "${table}"`])
        await sql.raw(statement).execute(transaction);
    for (const statement of statements) await sql.raw(statement).execute(transaction);
  });
}

async function auditBreak(store: Store, expected: string | null = null) {
  const verdict = await verifyAudit(store.read, { expect: expected === null ? null : parseCheckpoint(expected) });
  return verdict.state === 'broken' ? [verdict.at.position, verdict.at.reason] : null;
}

async function revisionBreak(store: Store) {
  const verdict = await verifyRevisions(store.read);
  return verdict.state === 'broken' ? [verdict.at.postmortem, verdict.at.position, verdict.at.reason] : null;
}

async function run(...args: readonly string[]): Promise<readonly [status: number, said: string]> {
  const said: string[] = [];
  const stream = { write: (text: string) => said.push(text) };
  const status = await auditVerifyCommand(args, { stdout: stream, stderr: stream, env: {}, cwd: () => '/' });
  return [status, said.join('')];
}

describe.each(storeKinds)('chains on %s', (kind) => {
  test('are whole as they are written', async () => {
    await using opened = await filled(kind);
    expect(await verifyAudit(opened.store.read)).toMatchObject({ state: 'whole', entries: 8 });
    expect(await verifyRevisions(opened.store.read)).toEqual({ state: 'whole', documents: 2, revisions: 8 });
  });

  test.each(['at', 'actor', 'action', 'subject', 'detail', 'hash', 'previousHash'])(
    'an audit entry whose %s was changed is named',
    async (column) => {
      await using opened = await filled(kind);
      await tamper(opened.store, `update "audit" set "${column}" = "${column}" || 'x' where "sequence" = 5`);
      expect(await auditBreak(opened.store)).toEqual([5, column === 'previousHash' ? 'previous' : 'content']);
    },
  );

  test('an audit entry that was taken out, moved or put in is named', async () => {
    await using gone = await filled(kind);
    await tamper(gone.store, `delete from "audit" where "sequence" = 3`);
    expect(await auditBreak(gone.store)).toEqual([4, 'gap']);
    await using first = await filled(kind);
    await tamper(first.store, `delete from "audit" where "sequence" = 1`);
    expect(await auditBreak(first.store)).toEqual([2, 'gap']);
    await using closed = await filled(kind);
    await tamper(
      closed.store,
      `delete from "audit" where "sequence" = 3`,
      ...[4, 5, 6, 7, 8].map((at) => `update "audit" set "sequence" = ${at - 1} where "sequence" = ${at}`),
    );
    expect(await auditBreak(closed.store)).toEqual([3, 'previous']);
    await using moved = await filled(kind);
    await tamper(moved.store, ...[[3, 100], [4, 3], [100, 4]].map(([from, to]) => `update "audit" set "sequence" = ${to} where "sequence" = ${from}`)); // prettier-ignore
    expect(await auditBreak(moved.store)).toEqual([3, 'previous']);
    await using more = await filled(kind);
    await tamper(
      more.store,
      `insert into "audit" select "sequence" + 1, "at", "actor", "action", "subject", "detail", "previousHash", "hash" from "audit" where "sequence" = 8`,
    );
    expect(await auditBreak(more.store)).toEqual([9, 'previous']);
  });

  test('an end that was cut off is found by a checkpoint, and so is another chain', async () => {
    await using opened = await filled(kind);
    const verdict = await verifyAudit(opened.store.read);
    const checkpoint = verdict.state === 'whole' ? checkpointText(verdict.checkpoint) : '';
    await createPostmortem(contextOf(opened.store), { text: '# More\n', fileName: 'c.md', reason: '' });
    expect(await auditBreak(opened.store, checkpoint)).toBeNull();
    const other = checkpoint.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
    expect(await auditBreak(opened.store, other)).toEqual([8, 'replaced']);
    await tamper(opened.store, `delete from "audit" where "sequence" > 6`);
    expect(await auditBreak(opened.store)).toBeNull();
    expect(await auditBreak(opened.store, checkpoint)).toEqual([7, 'truncated']);
    await tamper(opened.store, `delete from "audit"`);
    expect(await auditBreak(opened.store, checkpoint)).toEqual([1, 'truncated']);
  });

  test.each(['authors', 'at', 'reason', 'line', 'substanceHash', 'hash', 'previousHash'])(
    'a revision whose %s was changed is named',
    async (column) => {
      await using opened = await filled(kind);
      const id = opened.ids[1] ?? '';
      await tamper(
        opened.store,
        `update "revisions" set "${column}" = "${column}" || 'x' where "postmortem" = '${id}' and "number" = 2`,
      );
      expect(await revisionBreak(opened.store)).toEqual([id, 2, column === 'previousHash' ? 'previous' : 'content']);
    },
  );

  test('a revision that is missing at the front, in the middle or at the end is named', async () => {
    for (const [number, position, reason] of [
      [1, 2, 'gap'],
      [2, 3, 'gap'],
      [4, 4, 'truncated'],
    ] as const) {
      await using opened = await filled(kind);
      const id = opened.ids[0] ?? '';
      await tamper(opened.store, `delete from "revisions" where "postmortem" = '${id}' and "number" = ${number}`);
      expect(await revisionBreak(opened.store)).toEqual([id, position, reason]);
    }
  });

  test('a text with another byte is named; one that was purged keeps its chain', async () => {
    await using opened = await filled(kind);
    const id = opened.ids[0] ?? '';
    const of = (number: number) =>
      `"hash" = (select "textHash" from "revisions" where "postmortem" = '${id}' and "number" = ${number})`;
    await tamper(opened.store, `update "texts" set "text" = null, "purgedAt" = '2026-01-01' where ${of(2)}`);
    expect(await revisionBreak(opened.store)).toBeNull();
    await tamper(
      opened.store,
      `update "texts" set "text" = replace("text", 'Add an alert', 'add an alert') where ${of(3)}`,
    );
    expect(await revisionBreak(opened.store)).toEqual([id, 3, 'text']);
    await tamper(opened.store, `update "texts" set "text" = null where ${of(3)}`);
    expect(await revisionBreak(opened.store)).toEqual([id, 3, 'no-text']);
  });

  test('the command prints a checkpoint, takes it back, and says where a chain breaks', async () => {
    await using opened = await filled(kind);
    const where =
      kind === 'sqlite' ? ['--data', opened.target.replace(/\/debrief\.db$/, '')] : ['--database-url', opened.target];
    const [status, said] = await run('verify', ...where);
    expect(status).toBe(0);
    expect(said).toContain('8 audit entries and 8 revisions of 2 documents: whole.');
    const checkpoint = /Checkpoint: (\S+)/.exec(said)?.[1] ?? '';
    expect(await run('verify', '--expect', checkpoint, ...where)).toEqual([0, said]);
    await tamper(opened.store, `delete from "audit" where "sequence" = 8`);
    const [cut, sentence] = await run('verify', `--expect=${checkpoint}`, ...where);
    expect([cut, sentence]).toEqual([1, expect.stringContaining('Audit entry 8: it is missing')]);
    expect((await run('verify', '--expect', 'x', ...where))[0]).toBe(2);
    expect((await run('verify', '--no-such-flag'))[0]).toBe(2);
    expect((await run())[0]).toBe(2);
    expect((await run('--help'))[0]).toBe(0);
  });
});

test('a break is said with its place', () => {
  expect(breakSentence({ chain: 'revisions', postmortem: 'p1', position: 3, reason: 'text' })).toBe(
    'Revision 3 of p1: its text was changed after it was written.',
  );
});
