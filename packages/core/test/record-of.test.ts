import { describe, expect, test } from 'vitest';
import {
  anchorsOf,
  measure,
  type MeasureContext,
  read,
  type RecordContext,
  recordOf,
  saysCancelled,
  templateByHeadings,
  writtenDay,
} from '../src/index.ts';
import { fixtures, markdownLike } from './texts.ts';
import fc from 'fast-check';

const measuring: MeasureContext = {
  now: Date.parse('2026-07-01T00:00Z'),
  zone: null,
  definitions: {},
  services: [
    { name: 'checkout', aliases: ['checkout-api', 'cafe till'], slos: [] },
    { name: 'search', aliases: [], slos: [] },
  ],
};

const house: RecordContext = {
  teams: new Map([['checkout', 'Payments']]),
  factors: { 'limit fixed in code': ['hard-coded limit', 'fixed pool'], __proto__x: [] },
  dayIn: (written) => writtenDay(written),
  levelOf: (written) => (/^p(\d)$/i.test(written) ? Number(written[1]) + 1 : null),
  isCancelled: (status) => saysCancelled(status),
};

function recordIn(text: string, context: RecordContext = house) {
  const reading = read(text);
  const anchors = anchorsOf(reading, measuring);
  return recordOf(
    {
      file: 'x/a.md',
      incident: { reading, anchors, context: measuring },
      measurements: measure(reading, measuring),
      template: null,
    },
    context,
  );
}

const FULL = `---
incident_id: INC-7
severity: SEV2
services: [Checkout-API, search, cafe till]
degradation: 40 % of requests failed
---
# Checkout refuses cards

## Timeline (UTC+2)

- 2026-03-04 00:30 Impact begins: first refused card
- 2026-03-04 00:41 Alert fires
- 2026-03-04 01:30 Impact ends
- 2026-03-04 01:40 Resolved

## Contributing factors

- The pool has a hard-coded limit
- No alert on pool use (process)
- Somebody's kite

## Action items

| Action | Owner | Due | Priority | Status | Verification |
|---|---|---|---|---|---|
| Remove the limit | @ana | 2026-04-01 | P1 | Done 2026-03-20 | [load test](https://example.org/1) |
| Update the runbook | @bo | 1 May 2026 | P2 | Open | |
| Drop it | | soon | | Won't do | |
| Alert on pool use | @bo | | P2 | done (2026-03-29) | |

## Related incidents

- INC-3: the same pool
- [Older](docs/2025-11-02-older.md)
- INC-7
`;

describe('the record of a document', () => {
  const record = recordIn(FULL);

  test('begins where the impact does, with the day and distance of its own clock', () => {
    expect(record.start).toEqual({
      at: Date.parse('2026-03-03T22:30Z'),
      day: '2026-03-04',
      hasClock: true,
      offsetMinutes: 120,
      from: 'impactStart',
    });
    expect(record.anchors).toEqual(['impactStart', 'alerted', 'detected', 'impactEnd', 'resolved']);
  });

  test('has services under the names of the house, once each, and their teams', () => {
    expect(record.services).toEqual(['checkout', 'search']);
    expect(record.teams).toEqual(['Payments']);
    expect(record.severity).toEqual({ written: 'SEV2', level: 2 });
  });

  test('has factors under the names of the house, of a group, or their own words', () => {
    expect(record.factors.map(({ name, from }) => [name, from])).toEqual([
      ['limit fixed in code', 'house'],
      ['monitoring gap', 'words'],
      ["Somebody's kite", 'text'],
    ]);
  });

  test('has impacts for each service, whole where the share that failed is not told of each', () => {
    const times = { from: Date.parse('2026-03-03T22:30Z'), to: Date.parse('2026-03-03T23:30Z'), badShare: 1 };
    expect(record.impacts).toEqual([
      { service: 'checkout', ...times },
      { service: 'search', ...times },
    ]);
  });

  test('has the share that failed where one service did', () => {
    const one = FULL.replace(/^services:.*$/m, 'services: checkout');
    expect(recordIn(one).impacts).toMatchObject([{ service: 'checkout', badShare: 0.4 }]);
  });

  test('has the house’s numbers that are told', () => {
    const told = record.numbers.map(({ metric, state, value }) => [metric, state, value]);
    expect(told).toContainEqual(['time-to-resolve', 'known', 70]);
    expect(told).toContainEqual(['impact-duration', 'known', 60]);
    expect(
      record.numbers.every(({ isHouse, state, stated }) => isHouse && (state !== 'unknown' || stated !== null)),
    ).toBe(true);
  });

  test('has action items with days and strength, and without a name', () => {
    expect(record.actions.map(({ text: _text, ...rest }) => rest)).toMatchObject([
      {
        state: 'done',
        created: '2026-03-04',
        due: '2026-04-01',
        done: '2026-03-20',
        verified: true,
        priority: { level: 2 },
        strength: 'strong',
      },
      { state: 'open', due: '2026-05-01', done: null, verified: false, strength: 'weak' },
      { state: 'cancelled', due: null, hasOwner: false },
      { state: 'done', done: '2026-03-29', verified: false, strength: 'intermediate' },
    ]);
    expect(JSON.stringify(record)).not.toMatch(/ana|@bo/);
  });

  test('has what could be ids of earlier incidents, without its own', () => {
    expect(record.links).toEqual(['inc-3', '2025-11-02-older']);
  });

  test('is plain data', () => {
    expect(JSON.parse(JSON.stringify(record))).toEqual(record);
  });
});

describe('when it began', () => {
  test.each([
    [
      'pinned',
      '---\ntimes: { impactStart: 2026-05-01T10:02+02:00 }\n---\n# A\n\n**Date:** 2026-05-03\n',
      '2026-05-01',
      'impactStart',
    ],
    [
      'detected',
      '# A\n\n**Date:** 2026-05-03\n\n## Timeline (UTC)\n\n- 10:02 Deployed\n- 10:20 Detected by support\n',
      '2026-05-03',
      'detected',
    ],
    ['the date', '# A\n\n**Date:** 2026-05-03\n', '2026-05-03', 'date'],
  ])('%s', (_name, text, day, from) => {
    expect(recordIn(text).start).toMatchObject({ day, from });
  });

  test('nothing tells', () => {
    expect(recordIn('# A kite\n').start).toBeNull();
  });

  test('of a date without a clock it is noon, and no hour is known', () => {
    expect(recordIn('# A\n\n**Date:** 2026-05-03\n').start).toEqual({
      at: Date.parse('2026-05-03T12:00Z'),
      day: '2026-05-03',
      hasClock: false,
      offsetMinutes: null,
      from: 'date',
    });
  });
});

describe('whether it counts', () => {
  test.each([
    ['counted', '**Status:** Resolved'],
    ['dismissed', '**Status:** Dismissed: not an incident'],
    ['dismissed', '**Status:** False alarm'],
    ['dismissed', '**Status:** Fehlalarm'],
    ['merged', '**Status:** Duplicate of INC-4'],
    ['merged', '**Status:** Merged into INC-4'],
    ['merged', '**Status:** Superseded by INC-4'],
    ['dismissed', '**Status:** Falso positivo'],
    ['dismissed', '**Status:** Fausse alerte'],
    ['dismissed', '**Status:** 誤報'],
    ['merged', '**Status:** 重複'],
    ['counted', '**Status:** Draft'],
    ['counted', '**Status:** Open'],
    ['counted', '**Status:** Resolved; a failed login rate of 2 % was seen'],
  ])('%s: %s', (counting, status) => {
    expect(recordIn(`# A\n\n**Date:** 2026-05-03\n${status}\n`).counting).toBe(counting);
  });

  test('by a label in front matter', () => {
    expect(recordIn('---\ntitle: A\nmergedInto: INC-9\n---\n').counting).toBe('merged');
  });

  test('a form in which nothing was filled in is empty', () => {
    const form =
      '# Post-Mortem: [Incident Title]\n\n**Date:** YYYY-MM-DD\n**Status:** [Draft/Final]\n\n## Summary\n\n[What happened]\n';
    expect(recordIn(form).counting).toBe('empty');
    expect(recordIn('').counting).toBe('empty');
  });
});

function factorsIn(text: string): readonly (readonly [string, string])[] {
  return recordIn(`# A\n\n${text}`).factors.map(({ name, from }) => [name, from] as const);
}

describe('what contributed', () => {
  test('a label names factors outright', () => {
    expect(recordIn('---\ntitle: A\nfactors: [Limit fixed in code, our own]\n---\n').factors).toMatchObject([
      { name: 'limit fixed in code', from: 'house' },
      { name: 'our own', from: 'text' },
    ]);
  });

  test('without a list the root cause stands for it', () => {
    expect(factorsIn('## Root cause\n\nThe certificate had expired.\n')).toEqual([['certificate or expiry', 'words']]);
  });

  test.each([
    ['retry storm', 'Clients retried at once'],
    ['certificate or expiry', 'Das Zertifikat war abgelaufen'],
    ['schema or data migration', 'The migration locked the table'],
    ['capacity', 'The disk was full'],
    ['network', 'A firewall rule was removed'],
    ['monitoring gap', '監視が足りなかった'],
    ['manual step', 'The value is copied by hand'],
    ['missing test', 'Empty baskets are not tested'],
    ['configuration change', 'A setting was wrong by default'],
    ['configuration change', 'Die Konfiguration war alt'],
    ['deploy', 'The release went out to everyone at once'],
    ['dependency', 'Our supplier of maps was down'],
    ['runbook or documentation', 'The steps were not documented'],
    ['ownership or hand-over', 'Nobody owns this script'],
    ['network', 'ネットワークが切れた'],
    ['deploy', '发布之后'],
  ])('%s: %s', (group, words) => {
    expect(factorsIn(`## Contributing factors\n\n- ${words}\n`)).toEqual([[group, 'words']]);
  });

  test('words of no group are cut at a word', () => {
    const [name = ''] = factorsIn(`## Contributing factors\n\n- ${'kites '.repeat(40)}\n`)[0] ?? [];
    expect(name.length).toBeLessThanOrEqual(81);
    expect(name).toMatch(/kites…$/);
  });
});

describe('the template of a document', () => {
  const forms = [
    { name: 'short', headings: ['Summary', 'Timeline'] },
    { name: 'long', headings: ['Summary', 'Timeline', 'Impact', 'Lessons'] },
  ];

  test.each([
    ['short', '# A\n\n## 1. Summary\n\n## TIMELINE:\n'],
    ['long', '# A\n\n## Impact\n\n## Timeline\n\n## Summary\n\n## Lessons\n'],
    ['long', '---\ntemplate: Long\n---\n# A\n'],
    [null, '# A\n\n## Summary\n'],
    [null, ''],
  ])('%s', (name, text) => {
    expect(templateByHeadings(read(text), forms)).toBe(name);
  });

  test('forms without headings are no one’s', () => {
    expect(templateByHeadings(read('# A\n'), [{ name: 'bare', headings: [] }])).toBeNull();
  });
});

describe('the words that reading knows', () => {
  test.each([
    ['Done 2026-03-04', '2026-03-04'],
    ['4 March 2026', '2026-03-04'],
    ['erledigt am 4. März 2026', '2026-03-04'],
    ['2026年3月4日', '2026-03-04'],
    ['03/04/2026', null],
    ['2026-02-30', null],
    ['next sprint', null],
    ['', null],
  ])('the day in %j is %s', (written, day) => {
    expect(writtenDay(written)).toBe(day);
  });

  test.each([
    ["Won't do", true],
    ['Cancelled (replaced by #12)', true],
    ['obsolet', true],
    ['Open', false],
    ['Done', false],
    ['', false],
  ])('%j says that it will not be done: %s', (status, isCancelled) => {
    expect(saysCancelled(status)).toBe(isCancelled);
  });
});

test('control characters and marks that turn the direction stay out of names', () => {
  const text =
    '---\ndate: 2026-05-01\n---\n# A \u001B[31mred\n\n**Service:** \u001B]0;x\u0007kite\n\n## Contributing factors\n\n- \u001B[2J wiped\u202Eabc\n\n## Action items\n\n- [ ] Do \u001B[2Jit\n';
  expect(JSON.stringify(recordIn(text))).not.toMatch(/\\u00[01]|\u202E/);
});

describe('any document gives a record', () => {
  test.each(fixtures)('%s', (_name, text) => {
    const record = recordIn(text);
    expect(JSON.parse(JSON.stringify(record))).toEqual(record);
  });

  test('texts like Markdown, seed 20260701', () => {
    fc.assert(
      fc.property(markdownLike, (text) => {
        const record = recordIn(text);
        expect(JSON.stringify(record)).not.toContain(':null,"day"');
        expect(recordIn(text)).toEqual(record);
      }),
      { seed: 20_260_701, numRuns: 150 },
    );
  });
});
