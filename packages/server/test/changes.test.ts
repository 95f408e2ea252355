import { substanceOf } from '@debrief/core/write';
import { read } from '@debrief/core';
import { describe, expect, test } from 'vitest';
import { sha256 } from '../src/hash.ts';
import { revisionHash } from '../src/revision/append-revision.ts';
import type { Store } from '../src/store/store.ts';
import { storeKinds } from './with-store.ts';
import { type Asker, draftOf, fine, openLife, publishedBy, REPORT, rewrite, tick } from './with-life.ts';

const SECRET = `ghp_${'a1B2c3D4e5F6'.repeat(3)}`;

describe.each(storeKinds)('changes through the API on %s', (kind) => {
  test('a conflict answers both texts and keeps neither', async () => {
    await using site = await openLife(kind);
    const [kim, ana] = [await site.person('Kim'), await site.person('Ana')];
    const id = await draftOf(kim);
    const [theirs, yours] = ['stopped', 'halted'].map((word) => REPORT.replace('stood still', word));
    await fine(rewrite(kim, id, { base: 1, text: theirs ?? '' }));
    expect(await rewrite(ana, id, { base: 1, text: yours ?? '' })).toMatchObject({
      status: 409,
      body: { code: 'conflict', revision: 2, theirs, yours, touching: [{}] },
    });
    expect((await fine(kim.ask('GET', `/postmortems/${id}/revisions`))).revisions).toHaveLength(2);
  });

  test('edits of different places both stay, and nothing else changes', async () => {
    await using site = await openLife(kind);
    const [kim, ana] = [await site.person('Kim'), await site.person('Ana')];
    const text = REPORT.replaceAll('\n', '\r\n');
    const id = await draftOf(kim, text);
    await fine(rewrite(kim, id, { base: 1, text: REPORT.replace('four minutes', '4 minutes') }));
    const second = await fine(rewrite(ana, id, { base: 1, text: REPORT.replace('1,200', '1,450') }));
    expect(second.text).toBe(text.replace('four minutes', '4 minutes').replace('1,200', '1,450'));
    const splices = [{ from: text.indexOf('Ravi'), to: text.indexOf('Ravi') + 4, insert: 'Noor' }];
    const third = await fine(
      kim.ask('PATCH', `/postmortems/${id}`, { base: 1, edit: { kind: 'splices', splices }, reason: 'Owner' }),
    );
    expect(third.text).toBe(second.text.replace('Ravi', 'Noor'));
    expect(await chainFaults(site.store, id)).toEqual([]);
  });

  test('the same text sent twice is kept once, even where others have written since', async () => {
    await using site = await openLife(kind);
    const [kim, ana] = [await site.person('Kim'), await site.person('Ana')];
    const id = await draftOf(kim);
    const text = REPORT.replace('four minutes', '4 minutes');
    const first = await fine(rewrite(kim, id, { base: 1, text }));
    expect(await fine(rewrite(kim, id, { base: 1, text }))).toEqual(first);
    const next = await fine(rewrite(ana, id, { base: 2, text: text.replace('4 minutes', 'five minutes') }));
    expect(await fine(rewrite(kim, id, { base: 1, text }))).toEqual(next);
    expect((await fine(kim.ask('GET', `/postmortems/${id}/revisions`))).revisions).toHaveLength(3);
  });

  test('bad edits are refused with a stable code and change nothing', async () => {
    await using site = await openLife(kind);
    const kim = await site.person('Kim');
    const id = await draftOf(kim);
    const patch = (edit: unknown, base: unknown = 1) => kim.ask('PATCH', `/postmortems/${id}`, { base, edit });
    expect(await patch(spliceAt(0, 1_000_000))).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
    expect(await patch(spliceAt(9, 3))).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
    expect(await patch({ kind: 'text', text: 'a\0b' })).toMatchObject({ status: 400 });
    expect(await patch({ kind: 'text', text: 'half \ud800 of one' })).toMatchObject({ status: 400 });
    expect(await patch({ kind: 'text', text: 'x' }, 9)).toMatchObject({ status: 404, body: { code: 'not-found' } });
    expect(await patch({ kind: 'change', change: { kind: 'tickAction', action: { id: 'AI-9' } } })).toMatchObject({
      status: 422,
      body: { code: 'change-refused', refusal: 'not-found' },
    });
    expect(await patch({ kind: 'text', text: '障害'.repeat(1_000_000) })).toMatchObject({
      status: 413,
      body: { code: 'too-large' },
    });
    const halves = { kind: 'splices', splices: [{ from: 0, to: 0, insert: '🚨' }] };
    const alarmed = await fine(patch(halves));
    // Half of a character is left where a splice cuts through one.
    expect(await patch({ kind: 'splices', splices: [{ from: 1, to: 2, insert: '' }] }, alarmed.revision)).toMatchObject(
      {
        status: 400,
        body: { code: 'invalid-request', offset: 0 },
      },
    );
    expect((await fine(kim.ask('GET', `/postmortems/${id}/revisions`))).revisions).toHaveLength(2);
  });

  test('a credential is asked about, also at creation, and never repeated', async () => {
    await using site = await openLife(kind);
    const kim = await site.person('Kim');
    const text = REPORT.replace('a migration held', `a migration held (${SECRET})`);
    const refused = await kim.ask('POST', '/postmortems', { text, fileName: 'kite.md' });
    expect(refused).toMatchObject({
      status: 409,
      body: { code: 'secret-found', secrets: [{ kind: 'github-token', line: 32 }] },
    });
    expect(JSON.stringify(refused.body)).not.toContain(SECRET);
    const { from, to } = refused.body.secrets[0].place;
    expect(text.slice(from, to)).toBe(SECRET);

    const id = await draftOf(kim);
    expect(await rewrite(kim, id, { base: 1, text })).toMatchObject({ status: 409, body: { code: 'secret-found' } });
    const change = { kind: 'addEvent', event: { at: '10:12', text: `Logged in with ${SECRET}` } };
    const add = { base: 1, edit: { kind: 'change', change } };
    expect(await kim.ask('PATCH', `/postmortems/${id}`, add)).toMatchObject({ status: 409 });
    const kept = await fine(kim.ask('PATCH', `/postmortems/${id}`, { ...add, acceptSecrets: true }));
    // What is there already is not asked about again.
    await fine(rewrite(kim, id, { base: kept.revision, text: kept.text.replace('four', '4') }));
    const audit = await site.store.read.selectFrom('audit').select('detail').execute();
    expect(audit.some(({ detail }) => detail.includes('github-token'))).toBe(true);
    expect(audit.some(({ detail }) => detail.includes(SECRET))).toBe(false);
  });

  test('history, difference and restoring', async () => {
    await using site = await openLife(kind);
    const [kim, ana] = [await site.person('Kim'), await site.person('Ana')];
    const id = await draftOf(kim, REPORT.replaceAll('\n', '\r\n'));
    await fine(rewrite(ana, id, { base: 1, text: REPORT.replace('four minutes', '4 minutes'), reason: 'Digits' }));
    await fine(tick(kim, id, 2, 'AI-1'));
    const history = await fine(kim.ask('GET', `/postmortems/${id}/revisions?limit=2`));
    expect(history).toMatchObject({
      revisions: [
        { number: 3, authors: [{ name: 'Kim' }], changesSubstance: false },
        { number: 2, base: 1, authors: [{ name: 'Ana' }], reason: 'Digits', changesSubstance: true, line: 'main' },
      ],
      next: 2,
    });
    const rest = await fine(kim.ask('GET', `/postmortems/${id}/revisions?before=2`));
    expect(rest).toMatchObject({ revisions: [{ number: 1, base: null }], next: null });

    const { lines } = await fine(kim.ask('GET', `/postmortems/${id}/diff?from=1&to=2`));
    const changed = lines.filter(({ kind: each }: { kind: string }) => each === 'removed' || each === 'added');
    expect(changed).toMatchObject([
      { kind: 'removed', parts: [{ isChanged: false }, { text: 'four', isChanged: true }, { isChanged: false }] },
      { kind: 'added', parts: [{ isChanged: false }, { text: '4', isChanged: true }, { isChanged: false }] },
    ]);
    expect(await kim.ask('GET', `/postmortems/${id}/diff?from=1&to=9`)).toMatchObject({ status: 404 });

    const restore = `/postmortems/${id}/revisions/1/restore`;
    expect(await kim.ask('POST', restore, { base: 2 })).toMatchObject({ status: 412, body: { code: 'stale' } });
    const restored = await fine(kim.ask('POST', restore, { base: 3, reason: 'As it was' }));
    expect(restored).toMatchObject({ revision: 4, text: REPORT.replaceAll('\n', '\r\n') });
    expect(await chainFaults(site.store, id)).toEqual([]);
  });
});

describe.each(storeKinds)('what is published on %s', (kind) => {
  test('keeps its words whatever is done to it', async () => {
    await using site = await openLife(kind);
    const [kim, ana] = [await site.person('Kim', 'admin'), await site.person('Ana', 'admin')];
    const other = await draftOf(kim);
    const id = await publishedBy(kim, ana);
    const comments = `/postmortems/${id}/comments`;
    const { comment } = await fine(kim.ask('POST', comments, { text: 'Hm' }));
    const text = REPORT.replace('four minutes', '4 minutes');
    const edit = { kind: 'text', text: '# Nothing happened\n' };
    const splices = { kind: 'splices', splices: [{ from: 0, to: 900, insert: 'x' }] };
    const change = { kind: 'setField', field: 'severity', value: 'SEV4' };
    const verbs: readonly (readonly [method: string, path: string, body?: unknown])[] = [
      ['PATCH', '', { base: 1, edit }],
      ['PATCH', '', { base: 1, edit: splices }],
      ['PATCH', '', { base: 1, edit: { kind: 'change', change } }],
      ['PATCH', '', { base: 1, edit: { kind: 'change', change: { kind: 'tickAction', action: { id: 'AI-1' } } } }],
      ['PATCH', '', { base: 1, edit: { ...edit, isExact: true }, acceptSecrets: true }],
      ['POST', '/revisions/1/restore', { base: 1 }],
      ['POST', '/review-requests', { people: [ana.id] }],
      ['POST', '/approvals', { revision: 1 }],
      ['DELETE', '/approvals'],
      ['POST', '/publish', {}],
      ['POST', '/correction/publish', {}],
      ['POST', '/correction/discard'],
      ['POST', '/comments', { text: 'Here', anchor: { revision: 1, place: { from: 2, to: 9 } } }],
      ['POST', `/comments/${comment}/answers`, { text: 'Yes' }],
      ['POST', `/comments/${comment}/resolve`],
      ['POST', `/comments/${comment}/reopen`],
      ['DELETE', `/comments/${comment}`],
      ['POST', '/archive'],
      ['POST', '/reopen'],
      ['POST', '/dismiss', { reason: 'Not one' }],
      ['POST', '/reopen'],
      ['POST', '/merge', { into: other }],
      ['POST', '/reopen'],
    ];
    const shown = async (): Promise<string> => (await fine(kim.ask('GET', `/postmortems/${id}?revision=shown`))).text;
    for (const round of [1, 2]) {
      for (const [method, path, body] of verbs) {
        const { status } = await kim.ask(method, `/postmortems/${id}${path}`, body);
        expect(status, `${method} ${path}`).toBeLessThan(500);
        expect((await fine(kim.ask('GET', `/postmortems/${id}?revision=1`))).text).toBe(REPORT);
        expect(substance(await shown()), `${method} ${path}`).toBe(substance(REPORT));
      }
      if (round === 1) await fine(rewrite(ana, id, { base: 1, text }));
    }
    expect(await chainFaults(site.store, id)).toEqual([]);
  });

  test('an importer’s or a stranger’s token does nothing without its scope', async () => {
    await using site = await openLife(kind);
    const [kim, vera] = [await site.person('Kim'), await site.person('Vera', 'viewer')];
    const id = await draftOf(kim);
    for (const [method, path, body] of [
      ['PATCH', '', { base: 1, edit: { kind: 'text', text: 'x' } }],
      ['POST', '/approvals', { revision: 1 }],
      ['POST', '/publish', {}],
      ['POST', '/dismiss', { reason: 'x' }],
    ] as const) {
      expect(await vera.ask(method, `/postmortems/${id}${path}`, body)).toMatchObject({ status: 403 });
      expect(await stranger(kim).ask(method, `/postmortems/${id}${path}`, body)).toMatchObject({ status: 403 });
    }

    function stranger(who: Asker): Pick<Asker, 'ask'> {
      return { ask: async (...asked) => (await site.scope(who, ['read']), who.ask(...asked)) };
    }
  });
});

function spliceAt(from: number, to: number) {
  return { kind: 'splices', splices: [{ from, to, insert: 'x' }] };
}

function substance(text: string): string {
  return substanceOf(read(text));
}

/** Where the chain of a document does not hold. */
async function chainFaults(store: Store, id: string): Promise<readonly number[]> {
  const rows = await store.read
    .selectFrom('revisions')
    .innerJoin('texts', 'texts.hash', 'revisions.textHash')
    .selectAll('revisions')
    .select('texts.text')
    .where('postmortem', '=', id)
    .orderBy('number')
    .execute();
  return rows.flatMap((row, index) => {
    const previous = rows[index - 1]?.hash ?? '0'.repeat(64);
    const isWhole =
      row.number === index + 1 &&
      row.previousHash === previous &&
      row.hash === revisionHash(row) &&
      row.textHash === sha256(row.text ?? '');
    return isWhole ? [] : [row.number];
  });
}
