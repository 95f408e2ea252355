import fc from 'fast-check';
import type { ActionRecord, IncidentRecord } from '../src/index.ts';

export const DAY = 86_400_000;

/** Midnight in UTC, as milliseconds since 1970. */
export function at(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

let count = 0;

/** A record that counts, begun on a day, with the given parts otherwise. */
export function record(day: string | null, parts: Partial<IncidentRecord> = {}): IncidentRecord {
  count += 1;
  return {
    file: `${count}.md`,
    title: `Incident ${count}`,
    incidentId: null,
    counting: 'counted',
    start: day === null ? null : { at: at(day) + DAY / 2, day, hasClock: true, offsetMinutes: 0, from: 'impactStart' },
    severity: null,
    services: [],
    teams: [],
    template: null,
    language: 'en',
    factors: [],
    anchors: [],
    numbers: [],
    impacts: [],
    actions: [],
    links: [],
    ...parts,
  };
}

/** The numbers of a duration under the house's definition. */
export function minutes(value: number, state: 'known' | 'open' = 'known', metric = 'time-to-resolve') {
  return [
    {
      metric,
      definition: `${metric}/from-impact`,
      isHouse: true,
      unit: 'minutes',
      state,
      value,
      reason: null,
      stated: null,
    },
  ] as const;
}

export function action(parts: Partial<ActionRecord>): ActionRecord {
  return {
    text: 'Do it',
    state: 'open',
    created: '2026-01-01',
    due: null,
    done: null,
    verified: false,
    hasOwner: true,
    priority: null,
    strength: 'unknown',
    ...parts,
  };
}

export function factor(name: string, from: 'house' | 'words' | 'text' = 'house') {
  return { name, text: name, kind: null, from } as const;
}

const day = fc
  .integer({ min: at('2024-01-01') / DAY, max: at('2027-02-01') / DAY })
  .map((days) => new Date(days * DAY).toISOString().slice(0, 10));
const names = fc.constantFrom('checkout', 'payments', 'Café', 'a', '__proto__', '検索');
const value = fc.oneof(
  fc.constantFrom(0, -5, 0.5, 1, 60, 60, 1e9),
  fc.double({ min: -1e4, max: 1e7, noNaN: true, noDefaultInfinity: true }),
);
const number = fc.record({
  metric: fc.constantFrom('time-to-resolve', 'time-to-detect', 'impact-duration', 'users-affected'),
  definition: fc.constant('x/y'),
  isHouse: fc.boolean(),
  unit: fc.constantFrom('minutes', 'count' as const),
  state: fc.constantFrom('known', 'open', 'unknown', 'invalid' as const),
  value,
  reason: fc.constant(null),
  stated: fc.option(fc.record({ value, verdict: fc.constantFrom('agrees', 'differs', 'notCompared') })),
});
const actions = fc.record({
  text: fc.string({ maxLength: 30 }),
  state: fc.constantFrom('done', 'open', 'cancelled', 'unknown' as const),
  created: fc.option(day),
  due: fc.option(day),
  done: fc.option(day),
  verified: fc.boolean(),
  hasOwner: fc.boolean(),
  priority: fc.option(fc.record({ written: names, level: fc.option(fc.integer({ min: 1, max: 5 })) })),
  strength: fc.constantFrom('strong', 'intermediate', 'weak', 'unknown' as const),
});

/** Any records that reading could give, odd ones among them. */
export const anyRecords: fc.Arbitrary<readonly IncidentRecord[]> = fc
  .array(
    fc.record({
      title: fc.option(fc.string({ maxLength: 20 })),
      incidentId: fc.option(fc.constantFrom('INC-1', 'INC-2', 'INC-3')),
      counting: fc.constantFrom('counted', 'counted', 'counted', 'dismissed', 'merged', 'empty' as const),
      start: fc.option(fc.tuple(day, fc.integer({ min: 0, max: 1_439 }), fc.boolean())),
      severity: fc.option(fc.record({ written: names, level: fc.option(fc.integer({ min: 1, max: 5 })) })),
      services: fc.uniqueArray(names, { maxLength: 3 }),
      teams: fc.uniqueArray(names, { maxLength: 2 }),
      template: fc.option(names),
      factors: fc.array(
        fc.record({
          name: names,
          text: names,
          kind: fc.constantFrom(null, 'technical' as const),
          from: fc.constantFrom('house', 'words', 'text' as const),
        }),
        { maxLength: 3 },
      ),
      numbers: fc.array(number, { maxLength: 5 }),
      impacts: fc.array(
        fc.record({
          service: fc.option(names),
          length: fc.option(fc.integer({ min: 0, max: 90 * 1_440 })),
          badShare: fc.double({ min: 0, max: 1, noNaN: true }),
        }),
        { maxLength: 2 },
      ),
      actions: fc.array(actions, { maxLength: 4 }),
      links: fc.array(fc.constantFrom('inc-1', 'inc-2', '3'), { maxLength: 2 }),
    }),
    { maxLength: 40 },
  )
  .map((all) =>
    all.map(({ start, impacts, ...rest }, index) => {
      const began = start === null ? null : at(start[0]) + start[1] * 60_000;
      return record(null, {
        ...rest,
        file: `${index}.md`,
        start:
          start === null || began === null
            ? null
            : {
                at: began,
                day: start[0],
                hasClock: start[2],
                offsetMinutes: null,
                from: start[2] ? 'detected' : 'date',
              },
        impacts:
          began === null
            ? []
            : impacts.map(({ service, length, badShare }) => ({
                service,
                from: began,
                to: length === null ? null : began + length * 60_000,
                badShare,
              })),
      });
    }),
  );
