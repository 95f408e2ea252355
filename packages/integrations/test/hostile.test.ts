import type { Alert } from '@debrief/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeAlerts, type DecodedAlerts } from '../src/index.ts';
import { fixtures } from './fixtures.ts';

const SEED = 20_260_501;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

/** What is wrong with an answer, as sentences; whatever the payload was, there is nothing. */
function faultsOf(answer: DecodedAlerts): readonly string[] {
  if (!answer.ok) return answer.problem.message === '' ? ['a problem without a message'] : wildTexts(answer);
  const notes = answer.notes.length > 20 ? ['too many notes'] : [];
  const few = answer.alerts.length >= 1 && answer.alerts.length <= 500 ? [] : ['too many alerts, or none'];
  return [...notes, ...few, ...answer.alerts.flatMap(faultsOfAlert), ...wildTexts(answer)];
}

function faultsOfAlert(alert: Alert): readonly string[] {
  const { title, startsAt, endsAt, links, labels, events, status } = alert;
  const times = [startsAt, endsAt, ...events.map(({ at }) => at)].filter((time) => time !== undefined);
  const rules: readonly (readonly [string, boolean])[] = [
    ['a title', title !== '' && title.length <= 300 && !/[\n\t]/.test(title)],
    ['a key', alert.key !== ''],
    ['a status', ['firing', 'acknowledged', 'resolved'].includes(status)],
    ['times in UTC', times.every((time) => INSTANT.test(time) && !Number.isNaN(Date.parse(time)))],
    ['events in order', events.every(({ at }, index) => index === 0 || at >= (events[index - 1]?.at ?? ''))],
    ['web addresses', links.every(({ url }) => /^https?:\/\/[^\s<>"`\\]+$/i.test(url))],
    ['few of each', labels.length <= 200 && events.length <= 500 && links.length <= 30],
    ['an end only where it is over', endsAt === undefined || status === 'resolved'],
  ];
  return rules.flatMap(([name, kept]) => (kept ? [] : [`without ${name}: ${JSON.stringify(alert).slice(0, 500)}`]));
}

/** Texts anywhere in an answer that hold control characters, half characters, or too much. */
function wildTexts(value: unknown): readonly string[] {
  if (typeof value === 'string') {
    const wild = /(?![\n\t])\p{Cc}|\p{Cs}|[\u202a-\u202e\u2066-\u2069]/u.test(value) || value.length > 10_000;
    return wild ? [`wild text: ${JSON.stringify(value.slice(0, 100))}`] : [];
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(wildTexts) : [];
}

const strange = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<unknown>(
    null,
    true,
    0,
    -1,
    1e300,
    1_420_452_193_166_002_000,
    1_420_452_191_104,
    '',
    ' ',
    '\u0000\u001b[31m',
    '\ud800',
    '\u202egnp.exe',
    '__proto__',
    'constructor',
    '0001-01-01T00:00:00Z',
    '2026-05-01T10:02:00+25:00',
    '2026-13-41T99:00:00Z',
    '9999-12-31T23:59:59-18:00',
    'javascript:alert(1)',
    'https://',
    'http://a.example/ b',
    'https://a.example/<b>',
    'x'.repeat(20_000),
    '🚨'.repeat(200),
    [],
    {},
    [[]],
    [null],
    { id: {} },
    JSON.parse('{"__proto__": {"title": 1}}'),
  ),
);

type Path = readonly (string | number)[];

function pathsIn(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, each]) => pathsIn(each, [...path, key]))];
}

/** A copy in which what stands at a path is replaced, or taken out. */
function replaced(value: unknown, [key, ...rest]: Path, by: unknown): unknown {
  if (key === undefined) return by;
  if (Array.isArray(value))
    return value.map((each, index) => (String(index) === String(key) ? replaced(each, rest, by) : each));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, name === String(key) ? replaced(each, rest, by) : each]),
  );
}

const changedFixture = fc
  .tuple(
    fc.constantFrom(...fixtures),
    fc.array(fc.tuple(fc.nat(), fc.option(strange, { nil: undefined })), { minLength: 1, maxLength: 5 }),
  )
  .map(([[, text], changes]) =>
    JSON.stringify(
      changes.reduce((payload: unknown, [at, by]) => {
        const paths = pathsIn(payload);
        return replaced(payload, paths[at % paths.length] ?? [], by);
      }, JSON.parse(text)) ?? null,
    ),
  );

const KEYS = [
  'alerts',
  'version',
  'orgId',
  'groupKey',
  'labels',
  'annotations',
  'startsAt',
  'status',
  'event',
  'event_type',
  'data',
  'incident',
  'incidents',
  'log_entries',
  'type',
  'action',
  'alert',
  'message',
  'Type',
  'TopicArn',
  'Message',
  'AlarmName',
  'NewStateValue',
  'Trigger',
  'Metrics',
  'Dimensions',
  'detail-type',
  'detail',
  'source',
  'title',
  'links',
  'events',
  'services',
  '__proto__',
  'url',
];
const VALUES = [
  '4',
  '1',
  'incident',
  'incident.triggered',
  'Create',
  'Notification',
  'CloudWatch Alarm State Change',
  'aws.cloudwatch',
];
const anyShape = fc
  .letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4, depthSize: 'medium' },
      fc.constantFrom(...VALUES),
      strange,
      tie('group'),
      fc.array(tie('value'), { maxLength: 3 }),
    ),
    group: fc
      .array(fc.tuple(fc.constantFrom(...KEYS), tie('value')), { maxLength: 5 })
      .map((entries) => `{${entries.map(([key, value]) => `${JSON.stringify(key)}:${written(value)}`).join(',')}}`),
  }))
  .value.map(written);

/** Groups are texts already, so that a key such as `__proto__` stays one. */
function written(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(written).join(',')}]`;
  return typeof value === 'string' && value.startsWith('{') ? value : (JSON.stringify(value) ?? 'null');
}

describe('whatever comes in, what comes out is safe', () => {
  test.each(fixtures)('%s as it is', (_name, text) => {
    expect(faultsOf(decodeAlerts(text))).toEqual([]);
  });

  test.each([
    ['changed fixtures', changedFixture, 2000],
    ['JSON of any shape with keys that are known', anyShape, 2000],
    ['any JSON', fc.json(), 500],
    ['any text', fc.string({ unit: 'binary' }), 500],
  ] as const)('%s', (_name, texts, numRuns) => {
    const holds = fc.property(texts, (text) => {
      expect(faultsOf(decodeAlerts(text))).toEqual([]);
      expect(decodeAlerts(text)).toEqual(decodeAlerts(text));
    });
    fc.assert(holds, { seed: SEED, numRuns });
    fc.assert(holds, { numRuns: numRuns / 5 });
  });

  test.each(fixtures)('every part of %s that was cut off is a problem', (_name, text) => {
    const whole = text.trimEnd();
    const passed = Array.from({ length: whole.length }, (_, length) => whole.slice(0, length)).filter(
      (part) => decodeAlerts(part).ok,
    );
    expect(passed).toEqual([]);
  });

  test('nesting of any depth', () => {
    for (const deep of [
      `${'['.repeat(300_000)}${']'.repeat(300_000)}`,
      `${'{"a":'.repeat(300_000)}1${'}'.repeat(300_000)}`,
    ]) {
      expect(faultsOf(decodeAlerts(deep))).toEqual([]);
      for (const [before, after] of [
        ['{"version":"4","groupKey":"a","alerts":[{"labels":', '}]}'],
        ['{"version":"4","groupKey":"a","alerts":', '}'],
        ['{"incident":{"id":"a","title":', '}}'],
        ['{"action":"Create","alert":{"message":"a","details":', '}}'],
        ['{"title":"a","labels":{"a":', '}}'],
        ['{"title":"a","links":', '}'],
      ] as const)
        expect(faultsOf(decodeAlerts(before + deep + after))).toEqual([]);
    }
  });
});
