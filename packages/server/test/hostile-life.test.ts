import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { storeKinds } from './with-store.ts';
import { draftOf, fine, openLife } from './with-life.ts';

const ROUTES: readonly (readonly [method: string, path: string])[] = [
  ['PATCH', ''],
  ['GET', '/revisions'],
  ['GET', '/diff'],
  ['POST', '/revisions/1/restore'],
  ['GET', '/life'],
  ['POST', '/review-requests'],
  ['POST', '/approvals'],
  ['DELETE', '/approvals'],
  ['POST', '/publish'],
  ['POST', '/correction/publish'],
  ['POST', '/correction/discard'],
  ['POST', '/archive'],
  ['POST', '/reopen'],
  ['POST', '/dismiss'],
  ['POST', '/merge'],
  ['POST', '/comments'],
  ['POST', '/comments/aaaaaaaaaaaa/answers'],
  ['POST', '/comments/aaaaaaaaaaaa/resolve'],
  ['DELETE', '/comments/aaaaaaaaaaaa'],
];

const odd = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom('', '\0', '\ud800', '__proto__', '../..', '1', 'a'.repeat(500), '\u202e', "'; drop table people; --"),
);
const number = fc.oneof(fc.integer(), fc.double(), fc.constantFrom(0, 1, 2, -1, 2_147_483_648, 1e308));
const value = fc.oneof(odd, number, fc.boolean(), fc.constant(null), fc.array(odd, { maxLength: 3 }));
const place = fc.record({ from: number, to: number });
const splice = fc.record({ from: fc.nat(40), to: fc.nat(60), insert: odd });
const item = fc.record({ index: fc.oneof(fc.nat(3), number), text: odd, id: odd }, { requiredKeys: [] });
const change = fc.oneof(
  fc.record({ kind: fc.constantFrom('tickAction', 'untickAction', 'removeAction'), action: item }),
  fc.record({ kind: fc.constant('setField'), field: fc.constantFrom('title', 'severity', 'summary'), value }),
  fc.record({ kind: fc.constant('addEvent'), event: fc.record({ at: odd, text: odd }) }),
  fc.record({ kind: fc.constant('addSection'), heading: odd, section: odd }, { requiredKeys: ['kind'] }),
);
const edit = fc.oneof(
  fc.record({ kind: fc.constant('splices'), splices: fc.array(splice, { maxLength: 4 }) }),
  fc.record({ kind: fc.constant('text'), text: odd, isExact: fc.boolean() }, { requiredKeys: ['kind', 'text'] }),
  fc.record({ kind: fc.constant('change'), change }),
  value,
);
const body = fc.oneof(
  value,
  fc.record(
    {
      base: fc.oneof({ weight: 3, arbitrary: fc.constant(1) }, number),
      edit,
      reason: odd,
      revision: fc.oneof(fc.constant(1), number),
      people: fc.oneof(fc.array(odd, { maxLength: 3 }), value),
      text: odd,
      into: odd,
      anchor: fc.oneof(fc.record({ revision: fc.constant(1), place }), value),
      acceptSecrets: value,
    },
    { requiredKeys: [] },
  ),
);

describe.each(storeKinds)('whatever is sent on %s', (kind) => {
  test('is answered with a stable code and never with a fault of ours', async () => {
    await using site = await openLife(kind);
    const kim = await site.person('Kim', 'admin');
    const id = await draftOf(kim);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...ROUTES), body, odd, async ([method, path], sent, query) => {
        const asked = method === 'GET' ? `?before=${encodeURIComponent(query.toWellFormed())}&from=1` : '';
        const answer = await kim.ask(method, `/postmortems/${id}${path}${asked}`, method === 'GET' ? undefined : sent);
        expect(answer.status).toBeLessThan(500);
        const isFine = answer.status < 300;
        expect(isFine || typeof answer.body.code === 'string').toBe(true);
      }),
      { numRuns: 120 },
    );
    await fine(kim.ask('GET', `/postmortems/${id}`));
  });
});
