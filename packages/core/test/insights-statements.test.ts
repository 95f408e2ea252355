import { describe, expect, test } from 'vitest';
import { insights, type IncidentRecord, type InsightOptions } from '../src/index.ts';
import { action, at, DAY, factor, minutes, record } from './incident-records.ts';

const ASKED = { now: at('2026-07-01'), from: '2026-01-01', to: '2026-06-29' };

function told(records: readonly IncidentRecord[], options: Partial<InsightOptions> = {}) {
  return insights(records, { ...ASKED, ...options });
}

const month = (number: number, day = 10): string => `2026-${String(number).padStart(2, '0')}-${day}`;

describe('a director reads', () => {
  test('how often, with too few', () => {
    expect(told([record(month(1))]).frequency.statement).toBe(
      '1 post-mortem in 180 days: 0.17 every 30 days (0–0.93). Too few to tell whether it becomes more or less often.',
    );
    expect(told([]).frequency.statement).toMatch(/^No post-mortems in 180 days: 0 every 30 days \(0–0\.61\)\./);
  });

  test('how often, with a window without a day', () => {
    const { frequency } = told([record(month(1))], { from: '2026-06-01', to: '2026-05-01' });
    expect(frequency.statement).toBe('The window holds no day, so there is no rate.');
    expect(frequency).toMatchObject({ n: 0, months: [], cannotTell: expect.any(String) });
  });

  test('how long until half are over', () => {
    const over = [10, 20, 30, 40, 50].map((value) => record(month(2), { numbers: minutes(value) }));
    const open = record(month(3), { numbers: minutes(100, 'open') });
    const [survival] = told([...over, open]).survival;
    expect(survival?.statement).toBe(
      'Half of 6 incidents are over after 30 min (10 min or more), 1 of 6 still open and counted as such.',
    );
    const [none] = told([open]).survival;
    expect(none?.statement).toBe(
      'Fewer than half of the incidents are over yet, 1 of 1 still open and counted as such.',
    );
    expect(none?.cannotTell).toContain('More than half are not over yet');
    expect(told([record(month(1))]).survival[0]?.statement).toBe('No incidents could be followed.');
  });

  test('what became of the action items', () => {
    const items = [
      action({ state: 'done', due: '2026-02-01', done: '2026-01-20' }),
      action({ state: 'open', due: '2026-02-01' }),
    ];
    expect(told([record(month(1), { actions: items })]).actions.statement).toBe(
      '1 of 2 of the action items are done. Of those whose day has come, 1 of 2 were done by it. 1 is overdue; the oldest open one is 181 days old.',
    );
    expect(told([record(month(1), { actions: [action({ state: 'unknown' })] })]).actions.statement).toBe(
      '1 action item, none of which says whether it is done.',
    );
    expect(told([record(month(1))]).actions.cannotTell).toBe('The post-mortems of this window list no action items.');
  });

  test('how items of each strength last, from five on', () => {
    const weak = Array.from({ length: 5 }, () => action({ strength: 'weak' }));
    const strong = Array.from({ length: 5 }, (_, index) =>
      action({ strength: 'strong', state: 'done', done: `2026-01-${10 + index}` }),
    );
    const few = Array.from({ length: 4 }, () => action({ strength: 'intermediate' }));
    const survival = told([record(month(1), { actions: [...weak, ...strong, ...few] })]).survival.find(
      ({ id }) => id === 'survival/actions',
    );
    expect(survival?.curves.map(({ name, n, median }) => [name, n, median])).toEqual([
      ['all', 14, 'notReached'],
      ['strong', 5, 11],
      ['weak', 5, 'notReached'],
    ]);
  });

  test('what came back, and whether more often', () => {
    const records = [
      month(1, 10),
      month(1, 20),
      month(2, 10),
      month(4, 10),
      month(4, 20),
      month(5, 10),
      month(5, 20),
    ].map((day) => record(day, { factors: [factor('limit')] }));
    const [repeats] = told(records).repeats;
    expect(repeats?.statement).toMatch(
      /^6 of 7 repeat a factor of an earlier one within 180 days\. Second half against first: 2 times as often \(0\.29–22, p = 0\.69\), which chance explains as well\.$/,
    );
    expect(repeats?.rateRatio).toMatchObject({ ratio: 2, low: expect.any(Number), high: expect.any(Number) });
    expect(told([record(month(1))]).repeats.map(({ cannotTell }) => cannotTell)).toEqual([
      'There is nothing that could repeat.',
      null,
    ]);
    expect(told([record(month(1))]).repeats[0]?.statement).toBe(
      'No post-mortem of this window names a contributing factor.',
    );
  });

  test('when in the week', () => {
    const monday = at('2026-03-02');
    const records = [10, 11, 12, 13, 22].map((hour) =>
      record('2026-03-02', {
        start: {
          at: monday + (hour * DAY) / 24,
          day: '2026-03-02',
          hasClock: true,
          offsetMinutes: 0,
          from: 'detected',
        },
      }),
    );
    expect(told(records).timeOfWeek.statement).toBe(
      '1 of 5 began outside Monday to Friday, 9 to 17; spread evenly over the week it would be 76 %.',
    );
  });

  test('what contributed', () => {
    const records = [
      record(month(1), { factors: [factor('limit')] }),
      record(month(2), { factors: [factor('limit')] }),
    ];
    expect(told(records).factors.statement).toBe(
      '“limit” is named most, in 2 of 2 post-mortems; 1 factor in two or more.',
    );
    expect(told(records.slice(1)).factors.statement).toBe('1 post-mortem names contributing factors.');
  });
});

/** Durations that became shorter, which a single comparison tells. */
function pair(service: string): readonly IncidentRecord[] {
  return [
    [18, 25, 30, 40, 31, 22, 55, 26],
    [14, 18, 12, 30, 17, 15, 23, 25],
  ].flatMap((values, side) =>
    values.map((value) => record(month(side === 0 ? 2 : 5), { services: [service], numbers: minutes(value) })),
  );
}

describe('many groups', () => {
  const records = Array.from({ length: 40 }, (_, index) => record(month(2), { services: [`service ${index}`] }));

  test('are cut to those that make a figure, and that is said', () => {
    const { groups } = told(records, { groupBy: 'service' });
    expect(groups?.members).toHaveLength(24);
    expect(groups?.note).toContain('The 24 largest of 40 are shown.');
  });

  test('make a change harder to call', () => {
    const options = { groupBy: 'service', split: '2026-04-01' } as const;
    const alone = told(pair('a'), options).groups?.members[0]?.insights.changes[0];
    const among = told([...pair('a'), ...records], options).groups?.members.find(({ name }) => name === 'a');
    expect(alone?.verdict).toBe('shorter');
    expect(among?.insights.changes[0]).toMatchObject({ verdict: 'cannotTell', p: alone?.p });
    expect(among?.insights.changes[0]?.notes.join(' ')).toContain('Corrected for 24 groups');
  });
});

describe('many values', () => {
  test('are compared by a test that does not take minutes', () => {
    const records = Array.from({ length: 1_200 }, (_, index) =>
      record(month(index % 2 === 0 ? 2 : 5), { numbers: minutes(10 + (index % 97)) }),
    );
    const start = performance.now();
    const [change] = told(records, { split: '2026-04-01' }).changes;
    expect(change).toMatchObject({ verdict: 'cannotTell', test: expect.stringContaining('Welch') });
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  test('a draw by chance is told with its seed, and is the same again', () => {
    const records = Array.from({ length: 40 }, (_, index) =>
      record(month(index % 2 === 0 ? 2 : 5), { numbers: minutes(10 + ((index * 37) % 97)) }),
    );
    const asked = { split: '2026-04-01', seed: 42 };
    const [change] = told(records, asked).changes;
    expect(change?.test).toContain('drawn with seed 42');
    expect(told(records, asked).changes[0]).toEqual(change);
  });
});
