import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { groupings, insights, type InsightOptions } from '../src/index.ts';
import { anyRecords, at, minutes, record } from './incident-records.ts';

const SEED = 20260701;

const options: fc.Arbitrary<InsightOptions> = fc.record(
  {
    now: fc.integer({ min: at('2024-01-01'), max: at('2027-03-01') }),
    from: fc.constantFrom('2024-06-01', '2026-12-31', 'nonsense'),
    to: fc.constantFrom('2025-06-01', '2024-01-01', '2030-01-01'),
    split: fc.constantFrom(null, '2025-01-01', 'x'),
    groupBy: fc.constantFrom(...groupings),
    horizonDays: fc.constantFrom(90, 365, 0, Number.NaN),
    level: fc.constantFrom(0.95, 0.5, 0.999, 7),
    zone: fc.constantFrom('UTC', 'Asia/Kolkata', 'UTC-3', 'nowhere'),
    filters: fc.record(
      { service: fc.constantFrom('checkout', '__proto__'), severity: fc.constantFrom('2', 'P1', '') },
      { requiredKeys: [] },
    ),
    services: fc.constant([
      {
        name: 'checkout',
        aliases: ['a'],
        slos: [
          {
            name: 'up',
            indicator: 'availability',
            target: 99.9,
            window: { kind: 'calendar', unit: 'week' },
            budgeting: 'timeslices',
          },
          {
            name: 'good',
            indicator: 'errorRate',
            target: 99.999999999,
            window: { kind: 'rolling', days: 28 },
            budgeting: 'ratioTimeslices',
          },
        ],
      } as const,
    ]),
  },
  { requiredKeys: ['now'] },
);

/** Every number below a value, with the path to it. */
function numbersIn(value: unknown, path = ''): readonly (readonly [string, number])[] {
  if (typeof value === 'number') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => numbersIn(inner, `${path}.${key}`));
}

/** Every object below a value. */
function objectsIn(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  if (typeof value !== 'object' || value === null) return [];
  const below = Object.values(value).flatMap((inner) => objectsIn(inner));
  return Array.isArray(value) ? below : [value as Readonly<Record<string, unknown>>, ...below];
}

const ESTIMATES = ['rate', 'days', 'median', 'ratio', 'share', 'survival'] as const;

function outsideIn(value: unknown): readonly unknown[] {
  return objectsIn(value).filter((each) => {
    const { low, high } = each;
    if (typeof low !== 'number' || typeof high !== 'number') return false;
    const estimate = ESTIMATES.map((name) => each[name]).find((found) => typeof found === 'number');
    const slack = 1e-9 * Math.max(1, Math.abs(high));
    return (
      low > high + slack ||
      ('level' in each && estimate !== undefined && (estimate < low - slack || estimate > high + slack))
    );
  });
}

const laws: Readonly<Record<string, (found: ReturnType<typeof insights>) => void>> = {
  'no number is NaN or infinite': (found) => {
    expect(numbersIn(found).filter(([, value]) => !Number.isFinite(value))).toEqual([]);
  },
  'as JSON they are the same': (found) => {
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
  },
  'an interval holds its estimate': (found) => {
    expect(outsideIn(found)).toEqual([]);
  },
  'every figure has its sentence, and none says NaN, undefined or Infinity': (found) => {
    const figures = objectsIn(found).filter((each) => 'statement' in each);
    expect(figures.length).toBeGreaterThanOrEqual(9);
    for (const { statement, title, definition, unit } of figures) {
      for (const words of [statement, title, definition, unit]) expect(words).toMatch(/\S/);
      expect(`${String(statement)} ${String(definition)}`).not.toMatch(/NaN|undefined|Infinity|\[object/);
    }
  },
  'shares lie between none and all': (found) => {
    const shares = objectsIn(found).filter((each) => 'successes' in each);
    expect(
      shares.filter(({ successes, trials }) => Number(successes) < 0 || Number(successes) > Number(trials)),
    ).toEqual([]);
  },
  'what was read is counted once': ({ documents, frequency }) => {
    const { read, counted, dismissed, merged, empty, undated, leftOut } = documents;
    expect(counted + dismissed + merged + empty).toBe(read);
    expect(frequency.n + undated + leftOut).toBe(counted);
  },
  'months hold all that is in the window': ({ frequency }) => {
    expect(frequency.months.reduce((sum, { days }) => sum + days, 0)).toBe(frequency.days);
    expect(frequency.months.reduce((sum, { count }) => sum + count, 0)).toBe(frequency.n);
  },
};

describe.each(Object.entries(laws))('%s', (_law, holds) => {
  test(`for any records, seed ${SEED}`, () => {
    const property = fc.property(anyRecords, options, (records, asked) => holds(insights(records, asked)));
    expect.hasAssertions();
    fc.assert(property, { seed: SEED, numRuns: 120 });
    fc.assert(property, { numRuns: 30 });
  });

  test.each([
    ['nothing', []],
    ['one', [record('2026-01-05', { numbers: minutes(60) })]],
    ['one that is not over', [record('2026-01-05', { numbers: minutes(60, 'open') })]],
    ['all equal', Array.from({ length: 40 }, () => record('2026-01-05', { numbers: minutes(60) }))],
    ['all open', Array.from({ length: 40 }, () => record('2026-01-05', { numbers: minutes(60, 'open') }))],
    ['all of no length', Array.from({ length: 40 }, () => record('2026-01-05', { numbers: minutes(0) }))],
    ['no dates', Array.from({ length: 10 }, () => record(null, { numbers: minutes(60) }))],
    ['the last day of February in a leap year', [record('2024-02-29'), record('2024-03-01')]],
  ])('for %s', (_name, records) => {
    expect.hasAssertions();
    holds(insights(records, { now: at('2026-07-01'), groupBy: 'quarter' }));
  });
});

test('the order of the documents does not matter', () => {
  fc.assert(
    fc.property(anyRecords, (records) => {
      const asked = { now: at('2026-07-01') };
      const { repeats: _one, ...forward } = insights(records, asked);
      const { repeats: _other, ...backward } = insights(records.toReversed(), asked);
      expect(backward.frequency).toEqual(forward.frequency);
      expect(backward.documents).toEqual(forward.documents);
      expect(backward.durations.map(({ median }) => median)).toEqual(forward.durations.map(({ median }) => median));
    }),
    { seed: SEED, numRuns: 60 },
  );
});

test('nobody is named: no figure has an owner', () => {
  const found = insights([record('2026-01-05')], { now: at('2026-07-01') });
  expect(
    objectsIn(found)
      .flatMap((each) => Object.keys(each))
      .filter((key) => /owner|person|people|author|assignee/i.test(key)),
  ).toEqual([]);
});
