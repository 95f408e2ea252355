import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clashesIn, fileNameOf, idSchemes, newIncidentId } from '../src/index.ts';

const at = '2026-05-01T10:02:33Z';

function idOf(scheme: string, title = 'Mail delayed', taken: readonly string[] = [], instant = at): string {
  const made = newIncidentId(scheme, { at: instant, title, taken });
  return made.problem === undefined ? made.id : `${made.problem}: ${made.message}`;
}

describe('a new id follows its scheme', () => {
  test.each([
    ['date-time-slug', '2026-05-01-1002-mail-delayed'],
    ['executive', 'INC-20260501-001'],
    ['blameless', 'incident-2026-05-01'],
    ['service-levels', 'INC-2026-0501-1002'],
    ['alert', 'INCIDENT-20260501-1002-mail-delayed'],
    ['compact', 'INC-2026-05-01-001'],
    ['INC-{date:YYYY}-{counter:4}', 'INC-2026-0001'],
    ['{date:DD.MM.YYYY}_{counter}', '01.05.2026_1'],
    ['PM-{counter}', 'PM-1'],
    ['障害-{date}', '障害-20260501'],
  ])('%s: %s', (scheme, id) => {
    expect(idOf(scheme)).toBe(id);
  });

  test.each(['2026-05-01T10:02Z', '2026-05-01T10:02:33.123456Z'])('at %s', (instant) => {
    expect(idOf('service-levels', 'x', [], instant)).toBe('INC-2026-0501-1002');
  });

  test.each([
    ['', 'would give every incident the same id'],
    ['INC', 'would give every incident the same id'],
    ['INC-{week}', 'holds {week}'],
    ['INC-{counter:0}', 'holds {counter:0}'],
    ['INC-{counter:99999}', 'holds {counter:99999}'],
    ['{date:YYYY-YYYY}', 'holds {date:YYYY-YYYY}'],
    ['{date:HH}', 'holds {date:HH}'],
    ['{slug}{slug}', 'holds {slug} twice'],
    ['{slug', 'holds a sign that an id cannot have'],
    ['../{slug}', 'holds a sign that an id cannot have'],
    ['a|b{slug}', 'holds a sign that an id cannot have'],
    ['-{slug}', 'begins with a sign'],
    ['.{slug}', 'begins with a sign'],
    [`${'a'.repeat(100)}{slug}`, 'is longer than 100 characters'],
    ['constructor', 'would give every incident the same id'],
  ])('%j is refused: %s', (scheme, reason) => {
    const made = newIncidentId(scheme, { at, title: '', taken: [] });
    expect(made).toMatchObject({ problem: 'scheme', message: expect.stringContaining(reason) });
  });

  test.each(['', '2026-05-01', '2026-02-30T10:00:00Z', '2026-05-01T24:00:00Z', '2026-05-01T10:00:00+02:00', 'now'])(
    'no instant: %j',
    (instant) => {
      expect(newIncidentId('alert', { at: instant, title: '', taken: [] })).toMatchObject({ problem: 'instant' });
    },
  );
});

describe('a counter goes on', () => {
  test.each<[string, readonly string[], string]>([
    ['executive', ['INC-20260501-001', 'INC-20260501-004', 'INC-20260430-009'], 'INC-20260501-005'],
    ['executive', ['inc-20260501-001'], 'INC-20260501-002'],
    ['executive', ['INC–20260501–001'], 'INC-20260501-002'],
    ['executive', ['INC-20260501-0x7', 'XINC-20260501-050', 'INC-20260501-050-b', 'INC-7'], 'INC-20260501-001'],
    ['executive', ['INC-20260501-999'], 'INC-20260501-1000'],
    ['PM-{counter}', ['PM-1', 'PM-12', 'PM-3'], 'PM-13'],
    ['PM-{counter}', ['PM-999999999999'], 'PM-1000000000000'],
    ['PM-{counter}', ['PM-999999999999', 'PM-1000000000000'], 'PM-1000000000000-2'],
    ['PM-{counter}', ['PM-99999999999999999999999'], 'PM-1'],
    ['{date:YYYY}-{counter}', ['2026-4', '2025-9'], '2026-5'],
    ['{counter:2}-{slug}', ['07-other-thing', '05-mail-delayed'], '08-mail-delayed'],
    ['{counter:2}-{time}', ['07-1300', '05-0000'], '08-1002'],
    ['a.b-{counter}', ['axb-7', 'a.b-2'], 'a.b-3'],
    ['⑴-{counter}', ['⑴-2'], '⑴-3'],
  ])('%s after %j: %s', (scheme, taken, id) => {
    expect(idOf(scheme, undefined, taken)).toBe(id);
  });

  test('a clash without a counter gets a number behind it', () => {
    const first = idOf('blameless');
    const second = idOf('blameless', 'x', [first]);
    expect([first, second, idOf('blameless', 'x', [first, second.toUpperCase()])]).toEqual([
      'incident-2026-05-01',
      'incident-2026-05-01-2',
      'incident-2026-05-01-3',
    ]);
  });

  test('among many, in time', () => {
    const taken = Array.from({ length: 50_000 }, (_, number) => `${number}-${'1-'.repeat(90)}`);
    expect(idOf('{counter}-{slug}', 'a', taken)).toBe('1-a');
  });

  const parts = fc.constantFrom(
    '{date}',
    '{date:YYYY}',
    '{time}',
    '{counter}',
    '{counter:3}',
    '{slug}',
    'INC',
    '-',
    '.',
  );
  const schemes = fc.oneof(
    fc.constantFrom(...Object.keys(idSchemes)),
    fc.array(parts, { maxLength: 6 }).map((pieces) => pieces.join('')),
  );
  test.each([[{ seed: 3, numRuns: 400 }], [{ numRuns: 100 }]])('ids made one after the other differ, %j', (run) => {
    fc.assert(
      fc.property(
        schemes,
        fc.array(fc.string({ unit: 'binary', maxLength: 50 }), { maxLength: 8 }),
        (scheme, titles) => {
          const taken: string[] = [];
          for (const title of titles) {
            const made = newIncidentId(scheme, { at, title, taken });
            if (made.problem !== undefined) return;
            taken.push(made.id);
          }
          expect(clashesIn(taken)).toEqual([]);
        },
      ),
      run,
    );
  });
});

describe('a title becomes a slug', () => {
  test.each([
    ['Café São José: 502s, again!', 'cafe-sao-jose-502s-again'],
    ['Große Störung an der Straße', 'grosse-storung-an-der-strasse'],
    ['Ærlig fejl på Østbanen', 'aerlig-fejl-pa-ostbanen'],
    ['İstanbul', 'istanbul'],
    ['ﬁle ½ ²', 'file-1-2-2'],
    ["Ana's cache didn't warm", 'anas-cache-didnt-warm'],
    ['../../x', 'x'],
    ['-rf', 'rf'],
    ['a\r\nb\0c\u2028d', 'a-b-c-d'],
    ['🔥🔥', 'incident'],
    ['!!! --- ???', 'incident'],
    ['', 'incident'],
    ['障害発生', 'incident'],
    ['障害 DB 停止', 'db'],
    ['x'.repeat(300), 'x'.repeat(40)],
    [`one two three ${'four '.repeat(60)}`, 'one-two-three-four-four-four-four-four'],
    ['\uD800', 'incident'],
    ['e\u0301'.repeat(3), 'eee'],
  ])('%j: %s', (title, slug) => {
    expect(idOf('{slug}', title)).toBe(slug);
  });

  test.each([[{ seed: 5, numRuns: 1000 }], [{ numRuns: 200 }]])('that is safe anywhere, %j', (run) => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (title) => {
        const slug = idOf('{slug}', title);
        expect(slug).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
        expect(slug.length).toBeLessThanOrEqual(40);
      }),
      run,
    );
  });
});

describe('an id becomes the name of a file', () => {
  test.each([
    ['INC-2026-05-01-007', 'INC-2026-05-01-007.md'],
    ['障害-2026', '障害-2026.md'],
    ['INC 7/8: "mail"', 'INC-7-8-mail.md'],
    ['../../etc/passwd', 'etc-passwd.md'],
    ['C:\\x', 'C-x.md'],
    ['.hidden', 'hidden.md'],
    ['-rf', 'rf.md'],
    ['a.md', 'a.md'],
    ['a.', 'a.md'],
    ['a.-', 'a.md'],
    ['', 'incident.md'],
    ['...', 'incident.md'],
    ['\0\n', 'incident.md'],
    ['con', 'incident-con.md'],
    ['NUL.txt', 'incident-NUL.txt.md'],
    ['Com1', 'incident-Com1.md'],
    ['COM¹', 'incident-COM¹.md'],
    ['lpt9.', 'incident-lpt9.md'],
    ['conference', 'conference.md'],
    ['\u0301x', 'x.md'],
    ['x'.repeat(300), `${'x'.repeat(117)}.md`],
    ['障'.repeat(300), `${'障'.repeat(39)}.md`],
  ])('%j: %s', (id, name) => {
    expect(fileNameOf(id)).toBe(name);
  });

  test.each([[{ seed: 9, numRuns: 1000 }], [{ numRuns: 200 }]])('that every system takes, %j', (run) => {
    const ids = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc
        .array(fc.constantFrom('con', 'aux', '.', '-', '/', 'é', '𝒳', '.md', ' ', 'x'.repeat(60)))
        .map((all) => all.join('')),
    );
    fc.assert(
      fc.property(ids, (id) => {
        const name = fileNameOf(id);
        expect(name).toMatch(/^[\p{L}\p{N}_][\p{L}\p{M}\p{N}._-]*\.md$/u);
        expect(name).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)\./i);
        expect(name).not.toMatch(/\.\.|[.-]\.md$/);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(120);
        expect(fileNameOf(name)).toBe(name);
      }),
      run,
    );
  });
});

describe('clashes', () => {
  test('are told by id, with all their places', () => {
    const ids = ['INC-1', 'INC-2', ' inc-1', '', 'INC–2', '', 'INC-3', 'INC-1'];
    expect(clashesIn(ids)).toEqual([
      { id: 'INC-1', at: [0, 2, 7] },
      { id: 'INC-2', at: [1, 4] },
    ]);
  });

  test('are none among none', () => {
    expect(clashesIn([])).toEqual([]);
    expect(clashesIn(['__proto__', 'constructor'])).toEqual([]);
  });
});
