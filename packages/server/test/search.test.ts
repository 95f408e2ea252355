import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createApp } from '../src/http/create-app.ts';
import { changePostmortem } from '../src/postmortem/change-postmortem.ts';
import { createPostmortem } from '../src/postmortem/create-postmortem.ts';
import { type PostmortemSearch, searchPostmortems } from '../src/search/search-postmortems.ts';
import { addPerson, contextOf, openStore, storeKinds } from './with-store.ts';

interface Written {
  readonly title: string;
  readonly severity?: string;
  readonly day?: string;
  readonly id?: string;
  readonly service?: string;
  readonly body?: string;
  readonly isDone?: boolean;
}

function textOf({
  title,
  severity = 'SEV2',
  day = '2026-05-01',
  id,
  service,
  body = '',
  isDone = false,
}: Written): string {
  return [
    `# ${title}`,
    '',
    `**Severity:** ${severity}`,
    `**Date:** ${day}`,
    ...(id === undefined ? [] : [`**Incident ID:** ${id}`]),
    ...(service === undefined ? [] : [`**Affected services:** ${service}`]),
    '',
    '## Summary',
    '',
    body,
    '',
    '## Timeline',
    '',
    '- 10:02 impact starts',
    '',
    '## Action items',
    '',
    `- [${isDone ? 'x' : ' '}] Add an alert`,
    '',
  ].join('\n');
}

async function withTexts(kind: 'sqlite' | 'postgres', written: readonly Written[]) {
  const opened = await openStore(kind);
  const context = contextOf(opened.store);
  const ids: string[] = [];
  for (const each of written) {
    const made = await createPostmortem(context, { text: textOf(each), fileName: 'kite.md', reason: 'First' });
    ids.push(made.id);
  }
  return {
    ...opened,
    context,
    ids,
    titles: async (search: PostmortemSearch | string) => {
      const page = await searchPostmortems(context, typeof search === 'string' ? { text: search } : search);
      return page.items.map(({ title }) => title);
    },
    [Symbol.asyncDispose]: () => opened[Symbol.asyncDispose](),
  };
}

const FEW: readonly Written[] = [
  {
    title: 'Kite feed stood still',
    service: 'kite-feed',
    id: 'INC-2041',
    body: 'The café queue ran full.',
    day: '2026-05-01',
  },
  {
    title: 'Checkout was slow',
    severity: 'SEV1',
    service: 'checkout',
    body: 'A kite flew by. Größe ﬁne.',
    day: '2026-05-03',
    isDone: true,
  },
  {
    title: '決済が止まった',
    severity: 'SEV3',
    service: 'payments',
    body: '障害対応した。リトライが足りない。',
    day: '2026-05-02',
  },
  {
    title: 'Drill of the kite feed',
    severity: 'SEV4',
    service: 'kite-feed',
    body: 'Only a drill; error_rate rose.',
    day: '2026-04-01',
  },
];

describe.each(storeKinds)('searching on %s', (kind) => {
  test('finds words, phrases, prefixes, names and what is folded', async () => {
    await using few = await withTexts(kind, FEW);
    const [feed, checkout, payments, drill] = FEW.map(({ title }) => title);
    expect(await few.titles('cafe')).toEqual([feed]);
    expect(await few.titles('CAFÉ')).toEqual([feed]);
    expect(await few.titles('grosse')).toEqual([checkout]);
    expect(await few.titles('fine')).toEqual([checkout]);
    expect(await few.titles('inc-2041')).toEqual([feed]);
    expect(await few.titles('"stood still"')).toEqual([feed]);
    expect(await few.titles('"still stood"')).toEqual([]);
    expect(await few.titles('check*')).toEqual([checkout]);
    expect(await few.titles('error_rate')).toEqual([drill]);
    expect(await few.titles('kite-feed -drill')).toEqual([feed]);
    expect(await few.titles('障害')).toEqual([payments]);
    expect(await few.titles('対応')).toEqual([payments]);
    expect(await few.titles('応')).toEqual([payments]);
    expect(await few.titles('ﾘﾄﾗｲ')).toEqual([payments]);
    expect(await few.titles('害応')).toEqual([]);
    expect(await few.titles('-drill')).toEqual([checkout, payments, feed]);
    expect(await few.titles('')).toEqual([checkout, payments, feed, drill]);
  });

  test('a word of the title weighs more than one of the text', async () => {
    await using few = await withTexts(kind, FEW);
    expect((await few.titles('kite')).at(-1)).toBe('Checkout was slow');
  });

  test('filters narrow, and facets count what the other filters let pass', async () => {
    await using few = await withTexts(kind, FEW);
    expect(await few.titles({ severities: [1, 4] })).toEqual(['Checkout was slow', 'Drill of the kite feed']);
    expect(await few.titles({ services: ['kite-feed'], text: 'kite' })).toHaveLength(2);
    expect(await few.titles({ from: '2026-05-02', to: '2026-05-02' })).toEqual(['決済が止まった']);
    expect(await few.titles({ openActions: true, text: 'kite', severities: [1] })).toEqual([]);
    expect(await few.titles({ states: ['published'] })).toEqual([]);
    const { facets } = await searchPostmortems(few.context, { text: 'kite', severities: [2], facets: true });
    expect(facets).toMatchObject({ total: 1, isComplete: true, openActions: 1 });
    expect(facets?.severities).toEqual([
      { value: 1, count: 1 },
      { value: 2, count: 1 },
      { value: 4, count: 1 },
    ]);
    expect(facets?.services).toEqual([{ value: 'kite-feed', count: 1 }]);
    expect(facets?.states).toEqual([{ value: 'draft', count: 1 }]);
  });

  test('highlights are places in text, never HTML', async () => {
    await using few = await withTexts(kind, [
      { title: '<b>Café</b> stood', body: 'Then the **café** & queue <script>alert(1)</script>.' },
    ]);
    const { items } = await searchPostmortems(few.context, { text: 'cafe queue' });
    const marked = [items[0]?.titleFound, items[0]?.snippet].map((found) =>
      found?.ranges.map(([from, to]) => found.text.slice(from, to)),
    );
    expect(marked).toEqual([['Café'], expect.arrayContaining(['café', 'queue'])]);
    expect(items[0]?.snippet?.text).toContain('<script>');
  });

  test('what was changed is found by its new words alone', async () => {
    await using few = await withTexts(kind, FEW.slice(0, 1));
    const [id = ''] = few.ids;
    const text = textOf({ title: 'Kite feed stood still' }).replace('Kite', 'Heron');
    await changePostmortem(few.context, { id, base: 1, edit: { kind: 'text', text }, reason: 'Renamed' });
    expect(await few.titles('heron')).toEqual(['Heron feed stood still']);
    expect(await few.titles('kite')).toEqual([]);
  });

  test('pages hold each row once, in one order', async () => {
    const written = Array.from({ length: 23 }, (_, index) => ({
      title: `Kite ${index} feed`,
      day: `2026-05-0${(index % 3) + 1}`,
    }));
    await using many = await withTexts(kind, written);
    for (const text of ['', 'kite', '-absent']) {
      const whole = await many.titles({ text, limit: 100 });
      const paged: string[] = [];
      let cursor: string | null = null;
      do {
        const page = await searchPostmortems(many.context, { text, limit: 5, cursor });
        paged.push(...page.items.map(({ title }) => title));
        cursor = page.next;
      } while (cursor !== null);
      expect(paged).toEqual(whole);
      expect(new Set(paged).size).toBe(23);
    }
  });

  test('S19: no text is an instruction to the database', async () => {
    await using few = await withTexts(kind, FEW);
    const hostile = [
      `' or 1=1 --`, `"; drop table "postmortems"; --`, `') union select "text" from "texts" --`, `1;vacuum`, '%27%20OR', '\\',
      `a' 'b`, `''`, `'":*&|!<->()`, 'kite AND', 'OR kite', 'NOT', 'NEAR(kite feed, 2)', 'title:kite', '{title body} : kite', '^kite', 'kite + feed',
      'kite*feed', '* *', '-*', '--', '-"', '"', '""', '"kite', 'kite"feed', '-"kite feed', '-(kite)', '()', '(((', 'kite:*', `kite' | 'x`, '!kite', '\u0000kite', 'ki\u0000te',
      '\ud800', '\u202ekite', '🪁', '%', '_', '$1', '?1', ':name', '@p', '('.repeat(500), `kite\n"feed\n`, 'ﷺ', '\u0301', 'İ', 'ß', 'a\u0301\u0302\u0303',
    ]; // prettier-ignore
    for (const text of hostile) {
      const page = await searchPostmortems(few.context, { text, facets: true });
      expect(page.items.length).toBeLessThanOrEqual(FEW.length);
    }
    for (const name of hostile.filter((each) => !each.includes('\u0000'))) {
      const page = await searchPostmortems(few.context, { services: [name], factors: [name], facets: true });
      expect(page.items).toEqual([]);
    }
    expect(await few.titles(`NEAR(kite feed, 2)`)).toEqual([]);
    expect(await few.titles('')).toHaveLength(FEW.length);
  });

  test('S19: a query longer than anybody types is refused at once', async () => {
    await using few = await withTexts(kind, FEW.slice(0, 1));
    for (const text of [
      'kite '.repeat(200_000),
      'x'.repeat(1_000_000),
      '"'.repeat(1_000_000),
      'a b '.repeat(40),
      '障'.repeat(900),
    ])
      await expect(searchPostmortems(few.context, { text })).rejects.toMatchObject({ code: 'invalid-request' });
    for (const cursor of ['x', '"', 'W10', Buffer.from('["rank",1,1]').toString('base64url'), 'é'.repeat(300)])
      await expect(searchPostmortems(few.context, { cursor })).rejects.toMatchObject({ code: 'invalid-request' });
  });

  test('any text whatever gives an answer', async () => {
    await using few = await withTexts(kind, FEW);
    const characters = fc.constantFrom(...Array.from(`kite "-*'&|!()<>:^~%;\\障害ﾘé\u0301\u0000 `), '\ud83d', '🪁');
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: characters, maxLength: 60 }), async (text) => {
        const { items } = await searchPostmortems(few.context, { text });
        for (const { titleFound, snippet } of items)
          for (const found of [titleFound, snippet])
            for (const [from, to] of found?.ranges ?? []) expect(found?.text.slice(from, to)).not.toBe('');
      }),
      { numRuns: 150 },
    );
  });

  test('through HTTP', async () => {
    await using few = await withTexts(kind, FEW);
    const { actor: _, ...surroundings } = few.context;
    const { token } = await addPerson(few.store, { name: 'Kim', role: 'viewer' });
    const app = createApp({ ...surroundings, report: (error) => expect.fail(String(error)) });
    const ask = async (query: string) =>
      app.request(`/api/v1/postmortems?${query}`, { headers: { authorization: `Bearer ${token}` } });
    const answer = await ask('text=kite&severity=2&severity=4&facets=true&limit=1');
    expect(answer.status).toBe(200);
    const page = (await answer.json()) as { readonly items: readonly unknown[]; readonly next: string };
    expect(page.items).toHaveLength(1);
    const next = await ask(`text=kite&severity=2&severity=4&limit=1&cursor=${page.next}`);
    expect(((await next.json()) as { readonly items: readonly unknown[] }).items).toHaveLength(1);
    for (const query of ['limit=0', 'severity=x', 'from=today', 'cursor=x', `text=${'x'.repeat(3_000)}`, 'state=gone'])
      expect((await ask(query)).status).toBe(400);
    expect((await app.request('/api/v1/postmortems')).status).toBe(401);
  });
});
