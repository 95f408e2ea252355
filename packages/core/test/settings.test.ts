import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultSettings } from '../src/index.ts';
import { readSettings } from '../src/workspace/read-settings.ts';

function messagesOf(text: string): readonly string[] {
  return readSettings(text).messages.map(({ line, message }) => `${line}: ${message}`);
}

const aScale =
  'the name of a scale (P0-P3, P0-P4, SEV1-SEV5, SEV0-SEV4, Critical/High/Medium/Low), or a list of steps such as { name: Major, level: 2, aliases: [MAJ] }';

describe('what is not said has a default', () => {
  test.each([
    '',
    '\n',
    '# nothing yet\n',
    '---\n',
    'services:\npeople:\nreview:\n  approvers:\n',
    '\uFEFFzone: UTC\r\n',
  ])('%j', (text) => {
    const { settings, messages } = readSettings(text);
    expect(messages).toEqual([]);
    expect(settings).toEqual(defaultSettings);
  });
});

describe('what is said is kept', () => {
  const text = `
severity: { scale: SEV0-SEV4 }
incidentId: { scheme: executive }
template: our own
templates: docs/forms
zone: America/Sao_Paulo
language: no
openslo: ["slo/*.yaml"]
rules: { timeline/order: error, "blameless/names": off }
stages:
  draft: { timeline/order: info }
actions: { daysUntilDue: { Now: 1, Later: 60 } }
review:
  daysUntilReview: 3
  approvers:
    SEV0: { count: 2, roles: [manager, security] }
    3: { roles: [lead] }
`;

  test('as values', () => {
    const { settings, messages } = readSettings(text);
    expect(messages).toEqual([]);
    expect(settings).toMatchObject({
      incidentId: { scheme: 'executive' },
      template: 'our own',
      templates: 'docs/forms',
      zone: 'America/Sao_Paulo',
      language: 'no',
      openslo: ['slo/*.yaml'],
      rules: { 'timeline/order': 'error', 'blameless/names': 'off' },
      stages: { draft: { 'timeline/order': 'info' } },
    });
    expect(settings.severity.scale?.map(({ name }) => name)).toEqual(['SEV0', 'SEV1', 'SEV2', 'SEV3', 'SEV4']);
    expect(settings.actions.daysUntilDue).toEqual({ Now: 1, Later: 60 });
    expect(settings.review).toEqual({
      approvers: { 1: { count: 2, roles: ['manager', 'security'] }, 3: { count: 1, roles: ['lead'] } },
      daysUntilReview: 3,
      followUpDays: 30,
      nextReviewMonths: 6,
    });
  });

  test('an own scale, worst first', () => {
    const { settings } = readSettings(
      'severity:\n  scale:\n    - { name: Minor, level: 4 }\n    - { name: Major, level: 2, aliases: [MAJ] }\n',
    );
    expect(settings.severity.scale).toEqual([
      { name: 'Major', level: 2, aliases: ['MAJ'] },
      { name: 'Minor', level: 4, aliases: [] },
    ]);
  });

  test('people and teams, with handles as they are called', () => {
    const { settings, messages } = readSettings(
      'people:\n  - { name: Ana Ruiz, handles: ["@ana", anar], addresses: [ana@example.org], team: Ops, roles: [lead] }\n  - name: Bo\nteams:\n  - { name: Ops, handles: ["@ops"], members: ["@ana"] }\n',
    );
    expect(messages).toEqual([]);
    expect(settings.people).toEqual([
      { name: 'Ana Ruiz', handles: ['ana', 'anar'], addresses: ['ana@example.org'], team: 'Ops', roles: ['lead'] },
      { name: 'Bo', handles: [], addresses: [], roles: [] },
    ]);
    expect(settings.teams).toEqual([{ name: 'Ops', handles: ['ops'], members: ['@ana'] }]);
  });

  test.each([
    ['30d', { kind: 'rolling', days: 30 }],
    ['28 days', { kind: 'rolling', days: 28 }],
    ['4w', { kind: 'rolling', days: 28 }],
    ['calendar month', { kind: 'calendar', unit: 'month' }],
    ['Calendar Quarter', { kind: 'calendar', unit: 'quarter' }],
  ])('an objective over %s', (window, expected) => {
    const { settings, messages } = readSettings(
      `services:\n  - name: api\n    slos:\n      - { name: up, indicator: availability, target: 99.9, window: ${window} }\n`,
    );
    expect(messages).toEqual([]);
    expect(settings.services).toEqual([
      {
        name: 'api',
        aliases: [],
        slos: [{ name: 'up', indicator: 'availability', target: 99.9, budgeting: 'occurrences', window: expected }],
      },
    ]);
  });

  test.each([
    ['300ms', 300],
    ['1.5s', 1_500],
    ['5min', 300_000],
    ['5m', 300_000],
    ['2 h', 7_200_000],
  ])('a threshold of %s', (threshold, milliseconds) => {
    const { settings } = readSettings(
      `services:\n  - name: api\n    slos:\n      - { name: fast, indicator: latency, target: 95, window: 30d, threshold: ${threshold} }\n`,
    );
    expect(settings.services[0]?.slos[0]?.threshold).toBe(milliseconds);
  });

  test.each(['UTC', 'utc', 'Europe/Oslo', 'UTC+2', 'UTC-5:30', '"+0530"', 'GMT+14'])('the zone %s', (zone) => {
    expect(messagesOf(`zone: ${zone}`)).toEqual([]);
  });
});

describe('a slip is told with its line and what to write', () => {
  test.each([
    ['sevrity: {}', '1: “sevrity” is not a setting; did you mean “severity”?'],
    ['\n\nvocab: {}', '3: “vocab” is not a setting; did you mean “vocabulary”?'],
    ['people:\n  - name: Ana\n    adress: [a@b]', '3: “adress” is not a key of “people”; did you mean “addresses”?'],
    ['stages:\n  revew: {}', '2: “revew” is not a key of “stages”; did you mean “review”?'],
    ['language: nn', '1: “language” takes one of: en, es, fr, de, pt, no, ja, zh.'],
    ['rules:\n  a/b: of', '2: “rules.a/b” takes one of: error, warning, info, off.'],
    ['stages:\n  draft:\n    a: loud', '3: “stages.draft.a” takes one of: error, warning, info, off.'],
    ['zone: Mars/Olympus', '1: “zone” takes a zone such as Europe/Oslo, UTC or UTC+2.'],
    ['zone: UTC+15', '1: “zone” takes a zone such as Europe/Oslo, UTC or UTC+2.'],
    ['severity: { scale: SEV0-4 }', `1: “severity.scale” takes ${aScale}.`],
    ['severity: { scale: [] }', `1: “severity.scale” takes ${aScale}.`],
    ['severity: { scale: 7 }', `1: “severity.scale” takes ${aScale}.`],
    ['severity: { scale: { Major: 1 } }', `1: “severity.scale” takes ${aScale}.`],
    ['severity: { scale: [P0, P1] }', '1: “severity.scale” takes keys with values below it.'],
    ['people: Ana', '1: “people” takes a list, such as [one, two].'],
    ['people: [Ana]', '1: “people” takes keys with values below it.'],
    ['people:\n  - handles: [ana]', '2: “people” needs “name” here.'],
    ['templates: ../forms', '1: “templates” takes a folder beside or below debrief.yaml, such as templates.'],
    ['templates: /etc', '1: “templates” takes a folder beside or below debrief.yaml, such as templates.'],
    ['template: a/b', '1: “template” takes the name of a template, such as compact.'],
    ['review:\n  followUpDays: soon', '2: “review.followUpDays” takes a whole number from 0 to 3650.'],
    ['review:\n  followUpDays: -1', '2: “review.followUpDays” takes a whole number from 0 to 3650.'],
    ['review:\n  followUpDays: .nan', '2: “review.followUpDays” takes a whole number from 0 to 3650.'],
    ['review:\n  nextReviewMonths: 1.5', '2: “review.nextReviewMonths” takes a whole number from 0 to 120.'],
    ['severity:\n  scale: [{ name: A, level: 9 }]', '2: “severity.scale.level” takes a whole number from 1 to 5.'],
    [
      'incidentId: { scheme: "INC-{week}" }',
      '1: “incidentId.scheme” takes another pattern: “INC-{week}” holds {week}; use {date}, {date:YYYY-MM-DD}, {time}, {counter:3} or {slug}.',
    ],
    ['handles:\n\t- a', '2: A tab stands where YAML takes spaces. Indent with spaces.'],
    [
      'people:\n  - { name: &a Ana }\n  - *a',
      '3: A reference to another value is not followed here. Write the value out.',
    ],
    ['zone: !!js/function x', '1: A value with a tag (“!…”) is not read here. Write it without the tag.'],
    ['zone: UTC\nzone: UTC+1', '2: “zone” stands here twice. The last one counts; take the other out.'],
    ['__proto__: { zone: UTC+1 }', '1: “__proto__” is not a key that can be used.'],
    ['- a\n- b', '1: The settings are a list of keys with values, such as “vocabulary:”.'],
    ['just words', '1: The settings are a list of keys with values, such as “vocabulary:”.'],
    [
      'services: [{ name: a }, { name: b, aliases: [A] }]',
      '1: “A” stands for something else already. Give each its own.',
    ],
    ['vocabulary:\n  words: {}', '2: “words” is not a part of the vocabulary. Use one of: sections, labels, columns.'],
    ['vocabulary: []', '1: “vocabulary” takes keys with values below it.'],
    [
      'review:\n  approvers:\n    Foo: {}',
      '3: “Foo” is no severity level. Use 1 (worst) to 5, or a name of your severity scale.',
    ],
    [
      'review:\n  approvers:\n    1: {}\n    SEV1: {}',
      '4: “SEV1” is a severity level that stands here already. Take one of them out.',
    ],
  ])('%j', (text, message) => {
    expect(messagesOf(text)).toContain(message);
  });

  test('and only once', () => {
    const text = 'people:\n  - { name: 12, handles: [bo] }\nseverity:\n  scale: [{ name: A, level: 9 }]\n';
    expect(messagesOf(text)).toHaveLength(2);
  });

  test('in the order of the lines', () => {
    const lines = readSettings('rules: { a: 1 }\nzonne: x\nlanguage: xx\n__proto__: 1\n').messages.map(
      ({ line }) => line,
    );
    expect(lines).toEqual([1, 2, 3, 4]);
  });

  test('an address or handle without quotes gets them named', () => {
    const { settings, messages } = readSettings('people:\n  - name: Ana\n    handles: [@ana]\n');
    expect(messages.map(({ message }) => message).join(' ')).toContain('stands in quotes: "@ana"');
    expect(settings.people[0]?.handles).toEqual(['ana']);
  });
});

describe('beside a slip the rest is used', () => {
  test('of a list', () => {
    const { settings } = readSettings(
      'people:\n  - { name: Ana, handles: [ana, [x], 7, anar] }\n  - { handles: [nobody] }\n  - *gone\n  - { name: Bo, team: {} }\n',
    );
    expect(settings.people).toEqual([
      { name: 'Ana', handles: ['ana', 'anar'], addresses: [], roles: [] },
      { name: 'Bo', handles: [], addresses: [], roles: [] },
    ]);
  });

  test('of a service', () => {
    const { settings, messages } = readSettings(
      'services:\n  - name: api\n    slos:\n      - { name: a, indicator: speed, target: 99, window: 30d }\n      - { name: b, indicator: latency, target: 99, window: 30d, threshold: fast }\n      - { name: c, indicator: latency, target: 100, window: 30d }\n',
    );
    expect(settings.services[0]?.slos.map(({ name }) => name)).toEqual(['b']);
    expect(settings.services[0]?.slos[0]).not.toHaveProperty('threshold');
    expect(messages.map(({ line }) => line)).toEqual([4, 5, 6]);
  });

  test('of the whole file', () => {
    const { settings } = readSettings('zone: nowhere\nlanguage: de\nreview: { followUpDays: x, daysUntilReview: 2 }\n');
    expect(settings).toMatchObject({ zone: 'UTC', language: 'de', review: { followUpDays: 30, daysUntilReview: 2 } });
  });

  test('of broken YAML', () => {
    const { settings, messages } = readSettings('language: de\nreview: { daysUntilReview: 2\n');
    expect(settings.language).toBe('de');
    expect(messages).not.toEqual([]);
  });
});

describe('hostile settings are read like any other', () => {
  const bomb = `a: &a [x, x]\nb: &b [${'*a, '.repeat(9)}*a]\nc: &c [${'*b, '.repeat(9)}*b]\npeople: [*c, *c]\n`;
  test.each([
    ['a bomb', bomb],
    ['10,000 open lists', 'people: '.padEnd(10_000, '[')],
    ['10,000 open maps', '{a: '.repeat(10_000)],
    ['a deep tree', Array.from({ length: 2_000 }, (_, at) => `${' '.repeat(at)}a:`).join('\n')],
    ['20,000 keys', Array.from({ length: 20_000 }, (_, at) => `k${at}: 1`).join('\n')],
    ['20,000 faults', `people:\n${'  - { nam: x }\n'.repeat(20_000)}`],
    ['a key of 100,000 letters', `${'k'.repeat(100_000)}: 1`],
    ['a scheme of 100,000 letters', `incidentId: { scheme: "${'{'.repeat(100_000)}" }`],
    ['NUL', 'zone: "\\0"\nlanguage: \0'],
    ['too much', `# ${'x'.repeat(2_000_001)}`],
    [
      'keys of objects',
      'rules: { constructor: x, toString: off, hasOwnProperty: { a: 1 } }\nconstructor: { prototype: 1 }',
    ],
    ['merge keys', 'x: &x { zone: UTC+1 }\n<<: *x\nreview:\n  <<: *x\n'],
    ['keys that are lists', '? [a, b]\n: 1\n? { zone: UTC }\n: 2\n'],
    ['two documents', 'zone: UTC\n---\nzone: UTC+1\n'],
  ])('%s', (_what, text) => {
    const begin = performance.now();
    const { settings, messages } = readSettings(text);
    expect(performance.now() - begin).toBeLessThan(5_000);
    expect(messages.length).toBeGreaterThan(0);
    expect(messages.length).toBeLessThanOrEqual(100);
    for (const { message } of messages) expect(message.length).toBeLessThan(700);
    expect(settings).toMatchObject({ people: [], zone: 'UTC', template: 'compact' });
    expect(({} as Record<string, unknown>)['prototype']).toBeUndefined();
  });

  const names =
    'severity scale name level aliases incidentId scheme services slos window target people handles teams review approvers count actions daysUntilDue rules stages draft vocabulary sections zone language template openslo __proto__ constructor 1 x';
  const keys = fc.constantFrom(...names.split(' '));
  const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 5 },
      fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), keys, fc.double()),
      fc.array(tie('tree'), { maxLength: 4 }),
      fc.array(fc.tuple(keys, tie('tree')), { maxLength: 6 }).map((pairs) => new Map(pairs)),
    ),
  }));
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc
      .array(fc.tuple(keys, tree), { maxLength: 8 })
      .map((pairs) => pairs.map(([key, value]) => `${key}: ${flow(value)}`).join('\n')),
    fc
      .array(
        fc.constantFrom(
          'people:',
          '- ',
          'name: ',
          '  ',
          '\n',
          '*a',
          '&a ',
          '!x ',
          '{',
          '}',
          '[',
          ']',
          '"',
          '#',
          '<<: ',
          'P0',
        ),
      )
      .map((all) => all.join('')),
  );
  test.each([[{ seed: 13, numRuns: 500 }], [{ numRuns: 100 }]])('whatever the text is, %j', (run) => {
    fc.assert(
      fc.property(texts, (text) => {
        const { settings, messages } = readSettings(text);
        expect(Object.keys(settings).toSorted()).toEqual(Object.keys(defaultSettings).toSorted());
        const last = text.split(/\r\n|\n|\r/).length;
        for (const { line, message } of messages) {
          expect(line).toBeGreaterThanOrEqual(1);
          expect(line).toBeLessThanOrEqual(last);
          expect(message).toMatch(/[.?]$/);
          expect(message).not.toMatch(/Invalid|undefined|\bobject\b/);
        }
        expect(Object.getPrototypeOf(settings.rules)).toBe(Object.prototype);
        expect(readSettings(text)).toEqual({ settings, messages });
      }),
      run,
    );
  });
});

/** A value in the flow form of YAML, keys as they stand. */
function flow(value: unknown): string {
  if (value instanceof Map) return `{${Array.from(value, ([key, inner]) => `${key}: ${flow(inner)}`).join(', ')}}`;
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  return typeof value === 'number' ? String(value) : JSON.stringify(value);
}
