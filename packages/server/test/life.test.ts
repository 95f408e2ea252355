import { describe, expect, test } from 'vitest';
import { approvalGaps } from '../src/life/approval-gaps.ts';
import { mayPublish } from '../src/life/may-publish.ts';
import { substanceAuthors } from '../src/life/substance-authors.ts';
import { storeKinds } from './with-store.ts';
import { draftOf, fine, openLife, publishedBy, REPORT, rewrite, tick } from './with-life.ts';

const ROSTER = (address: string): string => `review:
  approvers:
    SEV2: { count: 2, roles: [manager] }
people:
  - name: Mo Lindqvist
    addresses: [${address}]
    roles: [manager]
`;

function by(...people: readonly string[]) {
  return people.map((person) => ({ person, roles: [] }));
}

describe('what approvals lack', () => {
  const policy = { count: 1, roles: [] };

  test.each([
    ['nobody has approved', by(), ['kim'], policy, ['too-few-approvals', 'seen-by-author-alone']],
    ['the sole author alone', by('kim'), ['kim'], policy, ['too-few-approvals', 'seen-by-author-alone']],
    ['somebody else', by('ana'), ['kim'], policy, []],
    ['one of two authors: nobody else saw her words', by('kim'), ['kim', 'ana'], policy, ['seen-by-author-alone']],
    ['two authors, each other’s words', by('kim', 'ana'), ['kim', 'ana'], policy, []],
    ['somebody who is neither of two authors', by('ravi'), ['kim', 'ana'], policy, []],
    ['twice the same person', by('ana', 'ana'), ['kim'], { count: 2, roles: [] }, ['too-few-approvals']],
    ['what a machine wrote', by('ana'), [], policy, []],
    ['without the role', by('ana'), ['kim'], { count: 1, roles: ['manager'] }, ['role-missing']],
  ] as const)('%s', (_, approvals, authors, asked, reasons) => {
    expect(approvalGaps({ approvals, authors, policy: asked }).map(({ reason }) => reason)).toEqual(reasons);
  });

  test('one person with two roles fills both', () => {
    const approvals = [{ person: 'ana', roles: ['Manager', 'security'] }];
    const asked = { count: 1, roles: ['manager', 'Security'] };
    expect(approvalGaps({ approvals, authors: ['kim'], policy: asked })).toEqual([]);
  });

  test('publishing names all that is missing at once', () => {
    const finding = { rule: 'complete/summary', message: '', question: '', place: { from: 0, to: 0 } };
    const answer = mayPublish({
      state: 'draft',
      isCorrection: false,
      findings: [finding],
      approvals: [],
      authors: [],
      policy,
    });
    expect(answer).toEqual({
      allowed: false,
      reasons: [
        { reason: 'not-in-this-state', state: 'draft' },
        { reason: 'too-few-approvals', needed: 1, have: 0 },
        { reason: 'findings', findings: [finding] },
      ],
    });
  });

  test('who ticks an action has not written the analysis', () => {
    const revisions = [
      { number: 1, line: 'main', base: null, substanceHash: 'a', authors: ['kim'] },
      { number: 2, line: 'main', base: 1, substanceHash: 'a', authors: ['ana'] },
      { number: 3, line: 'correction', base: 2, substanceHash: 'b', authors: ['ravi'] },
    ] as const;
    expect(substanceAuthors(revisions, 2)).toEqual(['kim']);
    expect(substanceAuthors(revisions, 3)).toEqual(['ravi']);
  });
});

describe.each(storeKinds)('approval on %s', (kind) => {
  test('falls when a word of the analysis changes, holds when an action is ticked, and comes back with the words', async () => {
    await using site = await openLife(kind);
    const [kim, ana] = [await site.person('Kim'), await site.person('Ana')];
    const id = await draftOf(kim);
    await fine(kim.ask('POST', `/postmortems/${id}/review-requests`, { people: [ana.id] }));
    const approved = await fine(ana.ask('POST', `/postmortems/${id}/approvals`, { revision: 1 }));
    expect(approved).toMatchObject({ state: 'approved', publish: { allowed: true } });
    expect(approved.requests).toMatchObject([{ person: { name: 'Ana' }, askedBy: { name: 'Kim' } }]);
    expect(approved.requests[0].answeredAt).not.toBeNull();

    await fine(tick(kim, id, 1, 'AI-1'));
    const life = `/postmortems/${id}/life`;
    expect(await fine(kim.ask('GET', life))).toMatchObject({ state: 'approved', approvals: [{ holds: true }] });

    const { text } = await fine(kim.ask('GET', `/postmortems/${id}`));
    await fine(rewrite(kim, id, { base: 2, text: text.replace('without a bound for', 'for') }));
    const fallen = await fine(kim.ask('GET', life));
    expect(fallen).toMatchObject({
      state: 'review',
      approvals: [{ name: 'Ana', holds: false }],
      publish: { allowed: false, reasons: [{ reason: 'too-few-approvals', needed: 1, have: 0 }, {}] },
    });
    expect(await kim.ask('POST', `/postmortems/${id}/publish`, {})).toMatchObject({
      status: 409,
      body: { code: 'not-approved' },
    });

    await fine(rewrite(kim, id, { base: 3, text }));
    expect(await fine(kim.ask('GET', life))).toMatchObject({ state: 'approved', approvals: [{ holds: true }] });
    await fine(kim.ask('POST', `/postmortems/${id}/publish`, { revision: 4 }));
    expect(await fine(kim.ask('GET', life))).toMatchObject({ state: 'published', published: 4 });
  });

  test('a sole author cannot approve; two authors need each other or somebody else', async () => {
    await using site = await openLife(kind);
    const [kim, ana] = [await site.person('Kim', 'admin'), await site.person('Ana')];
    const id = await draftOf(kim);
    await fine(kim.ask('POST', `/postmortems/${id}/review-requests`, {}));
    expect(await kim.ask('POST', `/postmortems/${id}/approvals`, { revision: 1 })).toMatchObject({
      status: 403,
      body: { code: 'not-allowed', reason: 'sole-author' },
    });
    expect(await fine(kim.ask('GET', `/postmortems/${id}/life`))).toMatchObject({ approve: 'sole-author' });
    // Following up makes nobody an author.
    await fine(tick(ana, id, 1, 'AI-1'));
    expect(await kim.ask('POST', `/postmortems/${id}/approvals`, { revision: 2 })).toMatchObject({ status: 403 });
    const { text } = await fine(ana.ask('GET', `/postmortems/${id}`));
    await fine(rewrite(ana, id, { base: 2, text: text.replace('four minutes', '4 minutes') }));
    const one = await fine(kim.ask('POST', `/postmortems/${id}/approvals`, { revision: 3 }));
    expect(one).toMatchObject({
      state: 'review',
      publish: { reasons: [{ reason: 'seen-by-author-alone', author: kim.id }] },
    });
    const both = await fine(ana.ask('POST', `/postmortems/${id}/approvals`, { revision: 3 }));
    expect(both).toMatchObject({ state: 'approved', publish: { allowed: true } });
  });

  test('of words that have changed meanwhile is stale; withdrawn it counts no more; given twice it is one', async () => {
    await using site = await openLife(kind);
    const [kim, ana] = [await site.person('Kim'), await site.person('Ana')];
    const id = await draftOf(kim);
    expect(await ana.ask('POST', `/postmortems/${id}/approvals`, { revision: 1 })).toMatchObject({
      status: 409,
      body: { code: 'not-in-this-state' },
    });
    await fine(kim.ask('POST', `/postmortems/${id}/review-requests`, {}));
    await fine(rewrite(kim, id, { base: 1, text: REPORT.replace('four minutes', '4 minutes') }));
    expect(await ana.ask('POST', `/postmortems/${id}/approvals`, { revision: 1 })).toMatchObject({
      status: 412,
      body: { code: 'stale', revision: 2 },
    });
    await fine(ana.ask('POST', `/postmortems/${id}/approvals`, { revision: 2 }));
    const twice = await fine(ana.ask('POST', `/postmortems/${id}/approvals`, { revision: 2 }));
    expect(twice.approvals).toHaveLength(1);
    expect(twice.approve).toBe(('allowed' as never) === twice.approve ? 'allowed' : 'approved-already');
    const withdrawn = await fine(ana.ask('DELETE', `/postmortems/${id}/approvals`));
    expect(withdrawn).toMatchObject({ state: 'review', approvals: [] });
    expect(await ana.ask('DELETE', `/postmortems/${id}/approvals`)).toMatchObject({ status: 404 });
  });

  test('follows the policy of the severity: how many, and which roles by the address in the roster', async () => {
    await using site = await openLife(kind);
    const [kim, ana, mo] = [await site.person('Kim'), await site.person('Ana'), await site.person('Mo Lindqvist')];
    // A name alone gives no role: people choose theirs.
    const impostor = await site.person('Mo Lindqvist');
    await site.settle(ROSTER(`${mo.id}@example.test`));
    const id = await draftOf(kim);
    await fine(kim.ask('POST', `/postmortems/${id}/review-requests`, {}));
    await fine(ana.ask('POST', `/postmortems/${id}/approvals`, { revision: 1 }));
    const without = await fine(impostor.ask('POST', `/postmortems/${id}/approvals`, { revision: 1 }));
    expect(without).toMatchObject({
      state: 'review',
      publish: { reasons: [{ reason: 'role-missing', role: 'manager' }] },
    });
    expect(await fine(mo.ask('POST', `/postmortems/${id}/approvals`, { revision: 1 }))).toMatchObject({
      state: 'approved',
      policy: { count: 2, roles: ['manager'] },
    });
  });

  test('is asked of named people, who find it in their list until they have answered', async () => {
    await using site = await openLife(kind);
    const [kim, ana, viewer] = [
      await site.person('Kim'),
      await site.person('Ana'),
      await site.person('Vera', 'viewer'),
    ];
    const id = await draftOf(kim);
    expect(await kim.ask('POST', `/postmortems/${id}/review-requests`, { people: ['nobody-here'] })).toMatchObject({
      status: 400,
    });
    expect(await viewer.ask('POST', `/postmortems/${id}/review-requests`, {})).toMatchObject({ status: 403 });
    await fine(kim.ask('POST', `/postmortems/${id}/review-requests`, { people: [ana.id, ana.id] }));
    await fine(kim.ask('POST', `/postmortems/${id}/review-requests`, { people: [ana.id] }));
    const open = await fine(ana.ask('GET', '/review-requests'));
    expect(open.requests).toMatchObject([{ postmortem: id, title: 'Kite feed stood still', askedBy: 'Kim' }]);
    expect((await fine(viewer.ask('GET', '/review-requests'))).requests).toEqual([]);
    await fine(ana.ask('POST', `/postmortems/${id}/approvals`, { revision: 1 }));
    expect((await fine(ana.ask('GET', '/review-requests'))).requests).toEqual([]);
  });
});

describe.each(storeKinds)('the way of a document on %s', (kind) => {
  test('findings of level error block publishing, and review where the team says so', async () => {
    await using site = await openLife(kind);
    const [kim, ana] = [await site.person('Kim'), await site.person('Ana')];
    const text = REPORT.replace('2026-05-01', '2026-02-31');
    const id = await draftOf(kim, text);
    const blocked = await kim.ask('POST', `/postmortems/${id}/review-requests`, {});
    expect(blocked).toMatchObject({ status: 409, body: { code: 'findings-block', stage: 'review' } });
    expect(blocked.body.findings[0]).toMatchObject({ rule: 'structure/impossible-date' });
    await site.settle('stages:\n  review:\n    structure/impossible-date: info\n');
    await fine(kim.ask('POST', `/postmortems/${id}/review-requests`, {}));
    await fine(ana.ask('POST', `/postmortems/${id}/approvals`, { revision: 1 }));
    expect(await kim.ask('POST', `/postmortems/${id}/publish`, {})).toMatchObject({
      status: 409,
      body: { code: 'findings-block', stage: 'published' },
    });
  });

  test('a draft is not published, and only a published one archived', async () => {
    await using site = await openLife(kind);
    const [kim, ana] = [await site.person('Kim'), await site.person('Ana')];
    const id = await draftOf(kim);
    expect(await kim.ask('POST', `/postmortems/${id}/publish`, {})).toMatchObject({
      status: 409,
      body: { code: 'not-in-this-state' },
    });
    expect(await kim.ask('POST', `/postmortems/${id}/archive`)).toMatchObject({ status: 409 });
    expect(await kim.ask('POST', `/postmortems/${id}/reopen`)).toMatchObject({ status: 409 });
    const other = await publishedBy(kim, ana);
    expect(await fine(kim.ask('POST', `/postmortems/${other}/archive`))).toMatchObject({ state: 'archived' });
    expect(await tick(kim, other, 1, 'AI-1')).toMatchObject({ status: 409, body: { code: 'not-in-this-state' } });
    expect(await fine(kim.ask('POST', `/postmortems/${other}/reopen`))).toMatchObject({ state: 'published' });
  });

  test('what is dismissed or merged is never counted, and comes back when it is reopened', async () => {
    await using site = await openLife(kind);
    const kim = await site.person('Kim');
    const [id, into] = [await draftOf(kim), await draftOf(kim)];
    const counting = async (): Promise<string> => {
      const { record } = await site.store.read
        .selectFrom('projections')
        .select('record')
        .where('postmortem', '=', id)
        .executeTakeFirstOrThrow();
      return JSON.parse(record).counting as string;
    };
    expect(await counting()).toBe('counted');
    expect(await kim.ask('POST', `/postmortems/${id}/dismiss`, { reason: '' })).toMatchObject({ status: 400 });
    const dismissed = await fine(kim.ask('POST', `/postmortems/${id}/dismiss`, { reason: 'A test alert' }));
    expect(dismissed).toMatchObject({ state: 'dismissed', stateReason: 'A test alert' });
    expect(await counting()).toBe('dismissed');
    expect(await kim.ask('POST', `/postmortems/${id}/merge`, { into })).toMatchObject({ status: 409 });
    await fine(kim.ask('POST', `/postmortems/${id}/reopen`));
    expect(await counting()).toBe('counted');
    expect(await kim.ask('POST', `/postmortems/${id}/merge`, { into: id })).toMatchObject({ status: 400 });
    const merged = await fine(kim.ask('POST', `/postmortems/${id}/merge`, { into }));
    expect(merged).toMatchObject({ state: 'merged', mergedInto: into });
    expect(await counting()).toBe('merged');
    // Nothing is merged in a circle.
    expect(await kim.ask('POST', `/postmortems/${into}/merge`, { into: id })).toMatchObject({ status: 409 });
  });

  test('a correction goes on beside what readers see, and takes the follow-ups in when it is published', async () => {
    await using site = await openLife(kind);
    const [kim, ana] = [await site.person('Kim'), await site.person('Ana')];
    const id = await publishedBy(kim, ana);
    const corrected = REPORT.replace('1,200 customers', '1,450 customers');
    const begun = await fine(rewrite(kim, id, { base: 1, text: corrected }));
    expect(begun).toMatchObject({ line: 'correction', revision: 2 });
    expect((await fine(ana.ask('GET', `/postmortems/${id}`))).text).toBe(REPORT);
    const ticked = await fine(tick(ana, id, 1, 'AI-1'));
    expect(ticked).toMatchObject({ line: 'main', revision: 3 });

    expect(await kim.ask('POST', `/postmortems/${id}/correction/publish`, {})).toMatchObject({
      status: 409,
      body: { code: 'not-approved' },
    });
    expect(await kim.ask('POST', `/postmortems/${id}/archive`)).toMatchObject({ status: 409 });
    expect(await kim.ask('POST', `/postmortems/${id}/approvals`, { revision: 2 })).toMatchObject({ status: 403 });
    const life = await fine(ana.ask('POST', `/postmortems/${id}/approvals`, { revision: 2 }));
    expect(life).toMatchObject({ state: 'published', revision: 2, publish: { allowed: true } });
    const settled = await fine(kim.ask('POST', `/postmortems/${id}/correction/publish`, { revision: 2 }));
    expect(settled).toMatchObject({ line: 'main', revision: 4 });
    expect(settled.text).toBe(ticked.text.replace('1,200 customers', '1,450 customers'));
    expect(await fine(kim.ask('GET', `/postmortems/${id}/life`))).toMatchObject({ published: 4, correction: null });
    const actions = await site.store.read.selectFrom('actionItems').select('state').orderBy('position').execute();
    expect(actions).toEqual([{ state: 'done' }, { state: 'open' }]);
  });

  test('a correction that is discarded stays in the history and leaves the numbers whole', async () => {
    await using site = await openLife(kind);
    const [kim, ana] = [await site.person('Kim'), await site.person('Ana')];
    const id = await publishedBy(kim, ana);
    await fine(rewrite(kim, id, { base: 1, text: REPORT.replace('1,200', '1,450') }));
    await fine(rewrite(kim, id, { base: 2, text: REPORT.replace('1,200', '1,500') }));
    expect(await fine(kim.ask('POST', `/postmortems/${id}/correction/discard`))).toMatchObject({ correction: null });
    expect(await fine(tick(kim, id, 1, 'AI-2'))).toMatchObject({ revision: 4, line: 'main' });
    // Who still edits the discarded words sees both texts; an edit elsewhere begins another correction.
    expect(await rewrite(kim, id, { base: 3, text: REPORT.replace('1,200', '1,501') })).toMatchObject({ status: 409 });
    const elsewhere = REPORT.replace('1,200', '1,500').replace('four minutes', '4 minutes');
    const next = await fine(rewrite(kim, id, { base: 3, text: elsewhere }));
    expect(next).toMatchObject({ line: 'correction', revision: 5 });
    expect(next.text).toContain('1,200');
    const { revisions } = await fine(kim.ask('GET', `/postmortems/${id}/revisions`));
    expect(revisions.map(({ number }: { number: number }) => number)).toEqual([5, 4, 3, 2, 1]);
  });
});
