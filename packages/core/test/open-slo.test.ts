import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withOpenSlo } from '../src/index.ts';
import { readOpenSlo } from '../src/workspace/read-settings.ts';

/** An object of kind SLO with its spec written out below two spaces. */
function slo(spec: string, metadata = 'name: checkout-answered'): string {
  return `apiVersion: openslo/v1\nkind: SLO\nmetadata: { ${metadata} }\nspec:\n  service: checkout\n${spec}`;
}

const window = '  timeWindow: [{ duration: 30d, isRolling: true }]\n';
const method = '  budgetingMethod: Occurrences\n';
const indicator = '  indicatorRef: answered\n';
const objectives = '  objectives: [{ target: 0.999 }]\n';

function objectivesIn(text: string): readonly object[] {
  return readOpenSlo(text).services.flatMap((service) => service.objectives.map(({ objective }) => objective));
}

function messagesOf(text: string): readonly string[] {
  return readOpenSlo(text).messages.map(({ line, message }) => `${line}: ${message}`);
}

/** The objectives of one object, with what stands in its spec and its name. */
function about(spec: string, name: string): readonly object[] {
  return objectivesIn(slo(window + method + spec + objectives, `name: ${name}`));
}

function withWindow(written: string): string {
  return slo(`  timeWindow: [${written}]\n${method}${indicator}${objectives}`);
}

describe('objectives', () => {
  test('a rolling one by requests', () => {
    const text = slo(window + method + indicator + objectives);
    expect(readOpenSlo(text)).toEqual({
      services: [
        {
          name: 'checkout',
          aliases: [],
          objectives: [
            {
              line: 9,
              objective: {
                name: 'checkout-answered',
                indicator: 'availability',
                target: 99.9,
                window: { kind: 'rolling', days: 30 },
                budgeting: 'occurrences',
              },
            },
          ],
        },
      ],
      messages: [],
    });
  });

  test('several in one object have their own names', () => {
    const several = '  objectives:\n    - { displayName: all, target: 0.9995 }\n    - { targetPercent: 99.99 }\n';
    expect(objectivesIn(slo(window + method + indicator + several, 'name: a, displayName: Answered'))).toMatchObject([
      { name: 'Answered: all', target: 99.95 },
      { name: 'Answered: 99.99 %', target: 99.99 },
    ]);
  });

  test.each([
    ['1m', 60_000],
    ['5', 300_000],
    ['0.5', 30_000],
    ['2h', 7_200_000],
  ])('slices of %s', (written, milliseconds) => {
    const slices = `  objectives: [{ op: gt, target: 0.995, timeSliceTarget: 0.95, timeSliceWindow: ${written} }]\n`;
    expect(objectivesIn(slo(`${window}  budgetingMethod: Timeslices\n${indicator}${slices}`))).toMatchObject([
      { target: 99.5, budgeting: 'timeslices', timeSliceTarget: 95, timeSliceWindow: milliseconds },
    ]);
  });

  test('RatioTimeslices', () => {
    const text = slo(
      `${window}  budgetingMethod: RatioTimeslices\n${indicator}  objectives: [{ target: 0.99, timeSliceWindow: 1m }]\n`,
    );
    expect(objectivesIn(text)).toMatchObject([{ budgeting: 'ratioTimeslices', timeSliceWindow: 60_000 }]);
    expect(messagesOf(text)).toEqual([]);
  });

  test('several documents, a list, JSON, other kinds and other Kubernetes objects', () => {
    const one = slo(window + method + indicator + objectives);
    const text = `kind: ConfigMap\napiVersion: v1\n---\n${one}---\n---\napiVersion: openslo/v1\nkind: DataSource\nmetadata: { name: x }\nspec: { connectionDetails: !secret abc }\n---\napiVersion: openslo/v1\nkind: Service\nmetadata: { name: checkout, displayName: Check-out }\n`;
    expect(readOpenSlo(text)).toMatchObject({ services: [{ name: 'checkout', aliases: ['Check-out'] }], messages: [] });
    const listed = `- ${one.trimEnd().replaceAll('\n', '\n  ')}\n`;
    expect(objectivesIn(listed)).toHaveLength(1);
    const json = JSON.stringify({
      apiVersion: 'openslo/v1',
      kind: 'SLO',
      metadata: { name: 'a' },
      spec: {
        service: 's',
        budgetingMethod: 'Occurrences',
        timeWindow: [{ duration: '4w', isRolling: true }],
        objectives: [{ target: 0.9 }],
      },
    });
    expect(objectivesIn(json)).toMatchObject([{ window: { kind: 'rolling', days: 28 }, target: 90 }]);
  });
});

describe('windows', () => {
  test.each([
    ['{ duration: 4w, isRolling: true }', { kind: 'rolling', days: 28 }],
    ['{ duration: 12h, isRolling: true }', { kind: 'rolling', days: 0.5 }],
    ['{ duration: 7d }', { kind: 'rolling', days: 7 }],
    [
      '{ duration: 1w, calendar: { startTime: 2024-01-01 00:00:00, timeZone: UTC } }',
      { kind: 'calendar', unit: 'week' },
    ],
    [
      '{ duration: 1M, isRolling: false, calendar: { startTime: 2024-05-01, timeZone: Etc/UTC } }',
      { kind: 'calendar', unit: 'month' },
    ],
    ['{ duration: 1Q, isRolling: false }', { kind: 'calendar', unit: 'quarter' }],
    ['{ duration: 1Y, calendar: { startTime: "2020-01-01T00:00Z" } }', { kind: 'calendar', unit: 'year' }],
  ])('%s', (written, expected) => {
    expect(objectivesIn(withWindow(written))).toMatchObject([{ window: expected }]);
    expect(messagesOf(withWindow(written))).toEqual([]);
  });

  test.each([
    ['{ duration: 1M, isRolling: true }', '6: “1M” is counted as 30 days. Write it in d or w to be exact.'],
    [
      '{ duration: 1w, isRolling: false, calendar: { startTime: 2022-01-01 12:00:00, timeZone: America/New_York } }',
      '6: Every calendar week is counted from 00:00 UTC on Monday, whatever “calendar” says here.',
    ],
    [
      '{ duration: 1M, calendar: { startTime: 2022-01-15 00:00:00 } }',
      '6: Every calendar month is counted from 00:00 UTC on its first day, whatever “calendar” says here.',
    ],
    [
      '{ duration: 30d, isRolling: true }, { duration: 1d, isRolling: true }',
      '6: “timeWindow” takes one window; the first is used.',
    ],
  ])('%s is used, with a word', (written, message) => {
    expect(objectivesIn(withWindow(written))).toHaveLength(1);
    expect(messagesOf(withWindow(written))).toEqual([message]);
  });

  test.each([
    [
      '{ duration: 2w, isRolling: false }',
      '6: A calendar window of “2w” is not counted here. Use 1w, 1M, 1Q or 1Y, or isRolling: true.',
    ],
    [
      '{ duration: soon, isRolling: true }',
      '6: “spec.timeWindow.duration” takes a whole number with its unit, such as 30d, 4w, 1M, 1Q or 1Y.',
    ],
  ])('%s is not', (written, message) => {
    expect(messagesOf(withWindow(written))).toContain(message);
  });
});

describe('what an indicator is about', () => {
  test.each([
    ['checkout-latency-p99', indicator, 'latency'],
    ['checkout-errors', indicator, 'errorRate'],
    ['feed-freshness', indicator, 'freshness'],
    ['checkout', indicator, 'availability'],
    [
      'checkout',
      '  indicator: { metadata: { name: x }, spec: { thresholdMetric: { metricSource: {} } } }\n',
      'latency',
    ],
    [
      'checkout',
      '  indicator: { metadata: { name: request-duration }, spec: { ratioMetric: { good: {} } } }\n',
      'latency',
    ],
  ])('%s with %j', (name, spec, expected) => {
    expect(about(spec, name)).toMatchObject([{ indicator: expected }]);
  });

  test('an SLI that is referred to tells by its name', () => {
    const sli =
      'apiVersion: openslo/v1\nkind: SLI\nmetadata: { name: answered, displayName: Stale reads }\nspec: {}\n---\n';
    expect(objectivesIn(sli + slo(window + method + indicator + objectives))).toMatchObject([
      { indicator: 'freshness' },
    ]);
  });
});

describe('what is odd is said with its line, and the rest is read', () => {
  const good = slo(window + method + indicator + objectives);

  test.each([
    ['apiVersion: openslo/v1\nkind: Slo\n', '1: “Slo” is no kind of OpenSLO; did you mean “SLO”?'],
    ['apiVersion: openslo/v1\nmetadata: {}\n', '1: This object needs a “kind”, such as SLO.'],
    ['apiVersion: openslo/v1alpha\nkind: SLO\n', '1: “openslo/v1alpha” is not read here; “openslo/v1” is.'],
    ['kind: SLO\n', '1: This object needs “apiVersion: openslo/v1” to be read.'],
    ['apiVersion: openslo/v1\nkind: SLO\n', '1: This object needs “metadata” here.'],
    [
      slo(window + indicator + objectives),
      '4: “budgetingMethod” is missing; Occurrences is taken. Add it to be exact.',
    ],
    [
      slo(method + indicator + objectives),
      '4: “timeWindow” is missing; the last 30 days are taken. Add it to be exact.',
    ],
    [slo(window + method + indicator), '4: “spec” needs “objectives” here.'],
    [slo(`${window}${method}  objectives: []\n`), '8: “spec.objectives” takes a list with at least one objective.'],
    [
      slo(`${window}${method}  objectives: [{ target: 1 }]\n`),
      '8: “spec.objectives.target” takes a share above 0 and below 1, such as 0.999; for 99.9 use “targetPercent”.',
    ],
    [
      slo(`${window}${method}  objectives: [{ targetPercent: 100 }]\n`),
      '8: “spec.objectives.targetPercent” takes a percentage above 0 and below 100, such as 99.9; for 0.999 use “target”.',
    ],
    [
      slo(`${window}${method}  objectives: [{ target: 0.9, targetPercent: 90 }]\n`),
      '8: “target” and “targetPercent” both stand here; “targetPercent” is used. Take one out.',
    ],
    [
      slo(`${window}${method}  objectives: [{ target: 0.9, timeSliceWIndow: 5m }]\n`),
      '8: “timeSliceWIndow” is not a key of OpenSLO; did you mean “timeSliceWindow”?',
    ],
    [
      slo(`${window}  budgetingMethod: Timeslices\n  objectives: [{ target: 0.9, timeSliceWindow: 1m }]\n`),
      '8: Timeslices need “timeSliceTarget”, such as 0.95; without it any failure makes a slice bad.',
    ],
    [
      slo(`${window}  budgetingMethod: Guess\n${objectives}`),
      '7: “spec.budgetingMethod” takes one of: Occurrences, Timeslices, RatioTimeslices.',
    ],
    [
      'a: [\n',
      '2: This is not YAML as it should be: Flow sequence in block collection must be sufficiently indented and end with a ].',
    ],
  ])('%j', (text, message) => {
    expect(messagesOf(text)).toContain(message);
    const after = readOpenSlo(`${text}---\n${good}`);
    expect(after.messages.map(({ line, message: words }) => `${line}: ${words}`)).toContain(message);
  });

  test('queries and alert policies may hold what they like', () => {
    const query =
      '  indicator: { spec: { ratioMetric: { good: &q { query: !secret x }, total: *q } } }\n  alertPolicies: [*q]\n';
    expect(messagesOf(slo(window + method + query + objectives))).toEqual([]);
    const own = '  objectives: [{ target: 0.9, indicator: { spec: { thresholdMetric: *q } } }]\n';
    expect(messagesOf(slo(window + method + query + own))).toEqual([]);
    expect(objectivesIn(slo(window + method + own.replace('*q', '{}')))).toMatchObject([{ indicator: 'latency' }]);
  });

  test('a key of an extension is let be', () => {
    expect(messagesOf(slo(`  x-team: platform\n${window}${method}${indicator}${objectives}`))).toEqual([]);
  });

  test('an empty file, and one that is too long', () => {
    expect(messagesOf('')).toHaveLength(1);
    expect(messagesOf(' '.repeat(1_000_001))).toEqual([
      '1: This file is longer than 1000000 characters and was not read. Split it.',
    ]);
  });

  test('nothing throws', () => {
    const pieces = fc.constantFrom(
      'apiVersion: openslo/v1\n',
      'kind: SLO\n',
      'metadata:\n',
      '  name: x\n',
      'spec:\n',
      '  service: s\n',
      window,
      method,
      objectives,
      '---\n',
      '- ',
      '&a [*a]\n',
      '!x y\n',
      '{',
      '\t',
      '\0',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string({ maxLength: 8 })), { maxLength: 30 }), (parts) => {
        for (const { objective } of readOpenSlo(parts.join('')).services.flatMap((service) => service.objectives)) {
          expect(objective.target).toBeGreaterThan(0);
          expect(objective.target).toBeLessThan(100);
        }
      }),
    );
  });
});

describe('together with the settings', () => {
  const read = readOpenSlo(slo(window + method + indicator + objectives)).services;

  test('a service of its own, where none has the name', () => {
    expect(withOpenSlo([], read).services).toMatchObject([{ name: 'checkout', slos: [{ name: 'checkout-answered' }] }]);
  });

  test('reading a file twice adds nothing', () => {
    const once = withOpenSlo([{ name: 'Web', aliases: ['CHECKOUT'], slos: [] }], read);
    expect(once.services).toMatchObject([{ name: 'Web', slos: [{ name: 'checkout-answered' }] }]);
    const twice = withOpenSlo(once.services, read);
    expect(twice.services).toEqual(once.services);
    expect(twice.messages).toHaveLength(1);
  });
});
