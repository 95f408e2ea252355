import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../src/model/day.ts';
import {
  approversFor,
  builtInScale,
  defaultSettings,
  dueDay,
  personNamed,
  reviewDates,
  type Settings,
} from '../src/index.ts';

describe('review dates', () => {
  test('come from the day of the incident', () => {
    expect(reviewDates(defaultSettings, '2026-08-31')).toEqual({
      review: '2026-09-05',
      followUp: '2026-09-30',
      nextReview: '2027-02-28',
    });
  });

  test('follow the policy', () => {
    const review = { ...defaultSettings.review, daysUntilReview: 0, followUpDays: 365, nextReviewMonths: 120 };
    expect(reviewDates({ review }, '2024-02-29')).toEqual({
      review: '2024-02-29',
      followUp: '2025-02-28',
      nextReview: '2034-02-28',
    });
  });

  test.each(['', 'YYYY-MM-DD', '2026-02-29', '2026-13-01', '2026-05-01T10:00'])('are none for %j', (day) => {
    expect(reviewDates(defaultSettings, day)).toBeNull();
  });

  test.each([[{ seed: 1, numRuns: 300 }], [{ numRuns: 50 }]])('never lie before the incident, %j', (run) => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 80_000 }), (number) => {
        const day = addDays('1970-01-01', number);
        const dates = reviewDates(defaultSettings, day);
        expect(dates).not.toBeNull();
        for (const date of Object.values(dates ?? {})) expect(date > day).toBe(true);
      }),
      run,
    );
  });
});

describe('a due day comes from the priority', () => {
  test.each([
    ['P0', '2026-05-08'],
    ['p1', '2026-05-31'],
    [' P2 ', '2026-07-30'],
    ['Critical', '2026-05-08'],
    ['High', '2026-05-31'],
    ['Medium', '2026-07-30'],
    ['Low', '2026-10-28'],
    ['High (P1)', '2026-05-31'],
    ['P4', null],
    ['soon', null],
    ['', null],
    ['constructor', null],
  ])('%j: %j', (priority, day) => {
    expect(dueDay(defaultSettings, priority, '2026-05-01')).toBe(day);
  });

  test('by its own name before its level', () => {
    const actions = { daysUntilDue: { High: 1, Urgent: 2, P1: 3 } };
    const due = (priority: string): string | null => dueDay({ actions, severity: {} }, priority, '2026-05-01');
    expect([due('P1'), due('high'), due('URGENT'), due('P0')]).toEqual([
      '2026-05-04',
      '2026-05-02',
      '2026-05-03',
      null,
    ]);
  });

  test('by the levels of a scale', () => {
    const severity = { scale: builtInScale('P1-P5') ?? [] };
    const actions = { daysUntilDue: { P1: 3, P2: 10 } };
    expect(dueDay({ actions, severity }, 'Critical', '2026-05-01')).toBe('2026-05-04');
    expect(dueDay({ actions, severity }, 'High', '2026-05-01')).toBe('2026-05-11');
  });

  test('not from a day that does not exist', () => {
    expect(dueDay(defaultSettings, 'P0', '2026-02-30')).toBeNull();
  });
});

test('approvers are found by level, and one of any role suffices elsewhere', () => {
  const review = { ...defaultSettings.review, approvers: { 1: { count: 2, roles: ['manager'] } } };
  expect(approversFor({ review }, 1)).toEqual({ count: 2, roles: ['manager'] });
  expect(approversFor({ review }, 4)).toEqual({ count: 1, roles: [] });
  expect(approversFor({ review }, null)).toEqual({ count: 1, roles: [] });
});

describe('a name in a document is somebody in the roster', () => {
  const nobody = { handles: [], addresses: [], roles: [] };
  const ana = { ...nobody, name: 'Ana Ruiz', handles: ['ana'], addresses: ['ana@example.org'], team: 'Platform' };
  const bo = { ...nobody, name: 'Bo Åkesson', handles: ['bo.a'] };
  const twins = [
    { ...nobody, name: 'Kim Lee', handles: ['kim1'] },
    { ...nobody, name: 'Kim Lee', handles: ['kim2'] },
  ];
  const platform = { name: 'Platform', handles: ['platform-oncall'], members: ['Ana Ruiz'] };
  const roster: Pick<Settings, 'people' | 'teams'> = { people: [ana, bo, ...twins], teams: [platform] };

  test.each([
    ['Ana Ruiz', ana],
    ['ana  ruiz', ana],
    ['@ana', ana],
    ['ANA', ana],
    ['ana@example.org', ana],
    ['mailto:ana@example.org', ana],
    ['Ana Ruiz <ana@example.org>', ana],
    ['Ana Ruiz (@ana)', ana],
    ['A. Ruiz (@ana)', ana],
    ['Ana Ruiz (IC)', ana],
    ['Bo A\u030Akesson', bo],
    ['@bo.a', bo],
    ['@kim2', twins[1]],
  ])('%j', (written, person) => {
    expect(personNamed(roster, written)).toEqual({ kind: 'person', person });
  });

  test.each(['Platform', '@platform-oncall'])('%j is a team', (written) => {
    expect(personNamed(roster, written)).toEqual({ kind: 'team', team: platform });
  });

  test.each(['', '@', 'Ruiz', 'Kim Lee', 'constructor', '__proto__', '<', ' ( '])(
    '%j is nobody that can be told',
    (written) => {
      expect(personNamed(roster, written)).toBeNull();
    },
  );

  test('very long texts are nobody, in time', () => {
    for (const sign of ['(', ' ', '<', '@', 'a']) expect(personNamed(roster, sign.repeat(1_000_000))).toBeNull();
  });

  test('among many, in time', () => {
    const people = Array.from({ length: 20_000 }, (_, at) => ({
      ...nobody,
      name: `Person ${at}`,
      handles: [`p${at}`],
    }));
    const many = { people, teams: [] };
    const found = Array.from({ length: 20_000 }, (_, at) => personNamed(many, `@p${at}`)?.kind);
    expect(new Set(found)).toEqual(new Set(['person']));
  });
});
