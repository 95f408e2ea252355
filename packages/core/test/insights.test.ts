import { describe, expect, test } from 'vitest';
import { addDays, insights, type IncidentRecord, type InsightOptions, percentInWords } from '../src/index.ts';
import { action, at, DAY, factor, minutes, record } from './incident-records.ts';

const NOW = at('2026-07-01');
const year = { now: NOW, from: '2026-01-01', to: '2026-06-29' };

function days(first: string, ...offsets: readonly number[]): readonly string[] {
  return offsets.map((offset) => new Date(at(first) + offset * DAY).toISOString().slice(0, 10));
}

function figures(records: readonly IncidentRecord[], options: Partial<InsightOptions> = {}) {
  return insights(records, { ...year, ...options });
}

function resolved(values: readonly number[], first = '2026-01-01'): readonly IncidentRecord[] {
  return values.map((value, index) => record(days(first, index * 7)[0] ?? first, { numbers: minutes(value) }));
}

describe('how often', () => {
  test('six in 180 days are one every 30, within 13.8 and 81.7 (D-10)', () => {
    const midnights = days('2026-01-01', 10, 35, 60, 90, 120, 150).map((day) =>
      record(day, { start: { at: at(day), day, hasClock: true, offsetMinutes: 0, from: 'detected' } }),
    );
    const { frequency } = figures(midnights);
    expect(frequency.days).toBe(180);
    expect(frequency.rate).toMatchObject({ rate: 1, low: expect.closeTo(0.367, 3), high: expect.closeTo(2.177, 3) });
    expect(frequency.timeBetween).toMatchObject({
      days: 30,
      low: expect.closeTo(13.78, 2),
      high: expect.closeTo(81.75, 2),
    });
    expect(frequency.trend).toMatchObject({ z: expect.closeTo(-0.5893, 4), p: expect.closeTo(0.5557, 4) });
    expect(frequency.statement).toContain('6 post-mortems in 180 days: 1 every 30 days (0.37–2.2). No trend shows');
    expect(frequency.cannotTell).toBeNull();
  });

  test('fewer than five give a count and an interval, and no time between', () => {
    const { frequency } = figures(days('2026-01-01', 9, 34, 59, 89).map((day) => record(day)));
    expect(frequency.rate).toMatchObject({ rate: expect.closeTo(4 / 6), low: expect.any(Number) });
    expect(frequency.timeBetween).toEqual({ reason: expect.stringContaining('no time between incidents') });
    expect(frequency.cannotTell).not.toBeNull();
  });

  test('with a trend there is no single time between', () => {
    const { frequency } = figures(
      days('2026-01-01', 150, 155, 160, 165, 168, 170, 172, 175, 177).map((day) => record(day)),
    );
    expect(frequency.timeBetween).toEqual({ reason: expect.stringContaining('would mislead') });
    expect(frequency.statement).toContain('more often towards the end');
  });

  test('none in the window is a rate with an upper limit only', () => {
    const { frequency } = figures([]);
    expect(frequency.rate).toMatchObject({ rate: 0, low: 0, high: expect.closeTo(3.6889 / 6, 3) });
  });

  test('a month that is partly in the window counts its days', () => {
    const { frequency } = figures([record('2026-02-03')], { from: '2026-01-20', to: '2026-02-10' });
    expect(frequency.months.map(({ month, days: length, count }) => [month, length, count])).toEqual([
      ['2026-01', 12, 0],
      ['2026-02', 10, 1],
    ]);
  });

  test('months that differ more than chance are said to come in clusters', () => {
    const bunch = ['2026-01-05', '2026-04-10'].flatMap((day) => Array.from({ length: 10 }, () => record(day)));
    expect(figures(bunch).frequency.notes.join(' ')).toContain('clusters');
  });

  test('the window begins with the month of the first, and ends today', () => {
    expect(insights([record('2026-03-17')], { now: NOW }).window).toEqual({
      from: '2026-03-01',
      to: '2026-07-01',
      days: 123,
    });
  });
});

describe('how long', () => {
  test('nine durations have a median with limits, and no 90th percentile (D-16)', () => {
    const { durations } = figures(resolved([12, 18, 25, 31, 44, 52, 75, 120, 480]));
    expect(durations).toHaveLength(1);
    expect(durations[0]?.median).toEqual({
      median: 44,
      low: 18,
      high: 120,
      level: 0.95,
      coverage: expect.closeTo(0.9609, 4),
    });
    expect(durations[0]?.ecdf).toMatchObject({ epsilon: expect.closeTo(0.4527, 4) });
    expect(durations[0]?.quantiles.map(({ value }) => typeof value)).toEqual(['object', 'object', 'object', 'object']);
    expect(durations[0]?.statement).toBe(
      'Time to resolve: half of 9 incidents took 44 min or less; the true median lies within 18 min–2 h (95 %).',
    );
  });

  test('all as long as each other are told without a range from a value to itself', () => {
    const [same] = figures(resolved(Array.from({ length: 8 }, () => 57))).durations;
    expect(same?.statement).toBe(
      'Time to resolve: half of 8 incidents took 57 min or less; limits of the median both 57 min (95 %).',
    );
  });

  test.each([
    [28, ['number', 'number', 'object', 'object']],
    [29, ['number', 'number', 'number', 'object']],
    [59, ['number', 'number', 'number', 'number']],
  ])('%i values have these percentiles', (n, kinds) => {
    const records = Array.from({ length: n }, (_, index) => record('2026-02-01', { numbers: minutes(index + 1) }));
    expect(figures(records).durations[0]?.quantiles.map(({ value }) => typeof value)).toEqual(kinds);
  });

  test('the better year has the worse mean, so none is told: medians and counts are (D-15)', () => {
    const first = figures(
      [...Array.from({ length: 9 }, () => 60), 480].map((value) => record('2026-02-01', { numbers: minutes(value) })),
    );
    const second = figures([record('2026-02-01', { numbers: minutes(180) })]);
    expect(first.durations[0]?.median).toMatchObject({ median: 60 });
    expect(second.durations[0]?.median).toHaveProperty('reason');
    expect(second.durations[0]?.statement).toContain('(3 h)');
    expect(JSON.stringify([first, second])).not.toMatch(/\bmean (?:is|of)|MTTR|102/);
  });

  test('five or fewer are shown as they are', () => {
    const [figure] = figures(resolved([5, 10, 15, 20, 400])).durations;
    expect(figure?.median).toHaveProperty('reason');
    expect(figure?.statement).toContain('5 min, 10 min, 15 min, 20 min, 6 h 40 min');
  });

  test('what is not over is told where it cannot change the answer, else there is a reason', () => {
    const values = [10, 20, 30, 40, 50, 60, 70, 80, 90, 100].map((value) =>
      record('2026-02-01', { numbers: minutes(value) }),
    );
    const long = figures([...values, record('2026-02-02', { numbers: minutes(5_000, 'open') })]).durations[0];
    expect(long?.median).toMatchObject({ median: 60 });
    const short = figures([...values, record('2026-02-02', { numbers: minutes(5, 'open') })]).durations[0];
    expect(short?.median).toEqual({ reason: expect.stringContaining('could still change this') });
    expect(short).toMatchObject({ n: 11, censored: 1 });
  });

  test('zero and early values are counted and said', () => {
    const [figure] = figures(resolved([0, -4, 10, 20, 30, 40, 50])).durations;
    expect(figure?.early).toBe(2);
    expect(figure?.median).toMatchObject({ median: 20, low: 0 });
    expect(figure?.notes.join(' ')).toContain('below zero (an early warning)');
  });

  test('a metric that nobody tells is left out, but for the first', () => {
    expect(figures([record('2026-02-01')]).durations.map(({ metric }) => metric)).toEqual(['time-to-resolve']);
  });
});

const BEFORE = days('2026-01-01', 0, 3, 7, 11, 15, 19, 23, 27, 31, 35, 39, 43);
const AFTER = days('2026-04-01', 0, 3, 7, 11, 15, 19, 23, 27, 31, 35, 39, 43);

function pair(before: readonly number[], after: readonly number[]): readonly IncidentRecord[] {
  return [
    ...before.map((value, index) => record(BEFORE[index] ?? '2026-01-01', { numbers: minutes(value) })),
    ...after.map((value, index) => record(AFTER[index] ?? '2026-04-01', { numbers: minutes(value) })),
  ];
}

describe('before and after', () => {
  test('what looks like a third less cannot be told from noise (D-13)', () => {
    const records = pair([18, 25, 9, 40, 31, 22, 55, 14], [12, 16, 8, 30, 21, 11, 19]);
    const [change] = figures(records, { split: '2026-04-01' }).changes;
    expect(change).toMatchObject({
      verdict: 'cannotTell',
      before: { n: 8, median: 23.5 },
      after: { n: 7, median: 16 },
      ratio: { ratio: expect.closeTo(0.661, 3) },
    });
    expect(change?.p).toBeGreaterThan(0.05);
    expect(change?.statement).toMatch(
      /cannot tell\. Median 24 min before, 16 min after, 0\.66 times .* only a cut of about \d+ % or more would show\./,
    );
    expect(change?.test).toContain('exact');
  });

  test('the smallest change that would show is that of the spread there is (D-19)', () => {
    // Ten and ten values whose logarithms have the standard deviation 1.2.
    const spread = [-1.6, -1.2, -0.8, -0.4, 0, 0, 0.4, 0.8, 1.2, 1.6];
    const own = Math.sqrt(spread.reduce((sum, value) => sum + value ** 2, 0) / 9);
    const values = spread.map((value) => 60 * Math.exp((value * 1.2) / own));
    const [change] = figures(pair(values, values), { split: '2026-04-01' }).changes;
    expect(change?.detectableReduction).toBeCloseTo(0.778, 3);
    expect(change).toMatchObject({ verdict: 'cannotTell', ratio: { ratio: 1 } });
  });

  test('a large change is one', () => {
    const records = pair([100, 120, 90, 140, 200, 80, 160, 110], [10, 12, 9, 14, 20, 8, 16, 11]);
    expect(figures(records, { split: '2026-04-01' }).changes[0]).toMatchObject({
      verdict: 'shorter',
      cannotTell: null,
    });
    expect(figures(pair([10, 12, 9, 14], [100, 120, 90, 140]), { split: '2026-04-01' }).changes[0]?.verdict).toBe(
      'longer',
    );
  });

  test('with an incident that is not over, lifetimes are compared', () => {
    const records = [
      ...pair([10, 20, 30, 40], [10, 20, 30]),
      record('2026-05-01', { numbers: minutes(9_000, 'open') }),
    ];
    const [change] = figures(records, { split: '2026-04-01' }).changes;
    expect(change).toMatchObject({ verdict: 'cannotTell', test: expect.stringContaining('log-rank'), censored: 1 });
    expect(change?.ratio).toHaveProperty('reason');
  });

  test('further durations are corrected for their number', () => {
    const metrics = ['time-to-detect', 'time-to-acknowledge', 'time-to-diagnose', 'impact-duration'];
    const shift = [
      [18, 25, 30, 40, 31, 22, 55, 26],
      [14, 18, 12, 30, 17, 15, 23, 25],
    ] as const;
    const records = shift.flatMap((values, side) =>
      values.map((value, index) =>
        record((side === 0 ? BEFORE : AFTER)[index] ?? '', {
          numbers: [...minutes(value), ...metrics.flatMap((metric) => minutes(value, 'known', metric))],
        }),
      ),
    );
    const { changes } = figures(records, { split: '2026-04-01' });
    expect(changes.map(({ metric, verdict }) => [metric, verdict])).toEqual([
      ['time-to-resolve', 'shorter'],
      ['time-to-detect', 'cannotTell'],
      ['time-to-acknowledge', 'cannotTell'],
      ['time-to-diagnose', 'cannotTell'],
      ['impact-duration', 'cannotTell'],
      ['frequency', 'cannotTell'],
    ]);
    expect(changes[1]?.p).toBe(changes[0]?.p);
    expect(changes[1]?.statement).toContain('corrected');
  });

  test('the middle of the window is exploratory, a given day is not, and none is none', () => {
    const records = pair([10, 20, 30], [10, 20, 30]);
    expect(figures(records).changes[0]).toMatchObject({ split: '2026-04-01' });
    expect(figures(records).changes[0]?.notes.join(' ')).toContain('exploratory');
    expect(figures(records, { split: '2026-03-01' }).changes[0]?.notes.join(' ')).not.toContain('exploratory');
    expect(figures(records, { split: null }).changes).toEqual([]);
    expect(figures(records, { split: '2020-01-01' }).changes).toEqual([]);
  });

  test('many that one cause started in the same hour count once in the comparison of rates', () => {
    const burst = Array.from({ length: 9 }, () => record('2026-01-05'));
    const months = ['2026-02-10', '2026-03-10', '2026-04-10', '2026-05-10'].map((day) => record(day));
    const [frequency] = insights([...burst, ...months], {
      now: at('2026-07-01'),
      from: '2026-01-01',
      to: '2026-06-29',
      split: '2026-04-01',
    }).changes.filter(({ metric }) => metric === 'frequency');
    expect(frequency).toMatchObject({ verdict: 'cannotTell', before: { n: 11 }, after: { n: 2 } });
    expect(frequency?.notes.join(' ')).toContain('3 before, 2 after');
  });

  test('rarer is told with the ratio of the rates', () => {
    const records = [
      ...Array.from({ length: 30 }, (_, index) => record(addDays('2026-01-02', index))),
      ...Array.from({ length: 5 }, (_, index) => record(addDays('2026-05-01', index))),
    ];
    expect(figures(records, { split: '2026-04-01' }).changes.at(-1)).toMatchObject({
      verdict: 'rarer',
      ratio: { ratio: expect.closeTo(1 / 6, 5) },
    });
  });

  test('all equal have no spread to judge by', () => {
    expect(figures(pair([60, 60, 60], [60, 60, 60]), { split: '2026-04-01' }).changes[0]).toMatchObject({
      verdict: 'cannotTell',
      p: null,
      ratio: { reason: expect.stringContaining('no spread') },
    });
  });
});

function written(name: string) {
  return action({ priority: { written: name, level: 2 } });
}

describe('action items', () => {
  const items = [3, 5, 7, 10, 14, 21, 30].map((length) =>
    action({ state: 'done', created: '2026-01-01', done: days('2026-01-01', length)[0] ?? null }),
  );
  const openSince = [10, 30, 45, 60, 60].map((age) => action({ created: days('2026-07-01', -age)[0] ?? null }));

  test('half are done after 21 days, the open ones counted (D-11b)', () => {
    const { survival, actions } = figures([record('2026-03-01', { actions: [...items, ...openSince] })]);
    const curve = survival.find(({ id }) => id === 'survival/actions')?.curves[0];
    expect(curve?.steps.map(({ survival: share }) => Number(share.toFixed(4)))).toEqual([
      0.9167, 0.8333, 0.75, 0.6667, 0.5714, 0.4762, 0.381,
    ]);
    expect(curve?.median).toBe(21);
    expect(actions.completion).toMatchObject({ successes: 7, trials: 12 });
    expect(actions.age).toEqual({ median: 45, oldest: 60 });
  });

  test('7 of 10 done are 40 to 89 % (D-18); of nine only the fraction is told', () => {
    const ten = figures([record('2026-03-01', { actions: [...items, ...openSince.slice(0, 3)] })]).actions;
    expect(ten.completion.interval).toMatchObject({ low: expect.closeTo(0.3968, 4), high: expect.closeTo(0.8922, 4) });
    const nine = figures([record('2026-03-01', { actions: [...items, ...openSince.slice(0, 2)] })]).actions;
    expect(nine.completion).toMatchObject({
      successes: 7,
      trials: 9,
      interval: { reason: expect.stringContaining('7 of 9') },
    });
    expect(nine.statement).toContain('7 of 9 of the action items are done.');
  });

  test('on time are those done by their day, of those whose day has come', () => {
    const { actions } = figures([
      record('2026-03-01', {
        actions: [
          action({ state: 'done', due: '2026-04-01', done: '2026-04-01' }),
          action({ state: 'done', due: '2026-04-01', done: '2026-04-02' }),
          action({ state: 'open', due: '2026-04-01' }),
          action({ state: 'open', due: '2026-12-01' }),
          action({ state: 'done', due: '2026-04-01' }),
          action({ state: 'cancelled', due: '2026-04-01' }),
          action({ state: 'unknown', due: '2026-04-01' }),
        ],
      }),
    ]);
    expect(actions).toMatchObject({
      done: 3,
      open: 2,
      cancelled: 1,
      stateUnknown: 1,
      overdue: 1,
      completion: { successes: 3, trials: 5 },
      onTime: { successes: 1, trials: 3 },
    });
    expect(actions.notes.join(' ')).toContain('1 item done without a day is not in “on time”.');
  });

  test('priorities of one level are one group, by the name that most write', () => {
    const { byPriority } = figures([
      record('2026-03-01', { actions: [written('P1'), written('High'), written('P1'), action({})] }),
    ]).actions;
    expect(byPriority.map(({ name, total }) => [name, total])).toEqual([
      ['P1', 3],
      ['no priority', 1],
    ]);
  });
});

describe('repeats', () => {
  test('by factor within the horizon, with what was before the window', () => {
    const records = [
      record('2025-12-01', { factors: [factor('limit')] }),
      record('2026-01-10', { factors: [factor('limit')] }),
      record('2026-01-11', { factors: [factor('other')] }),
      record('2026-06-20', { factors: [factor('other'), factor('limit')] }),
      record('2026-06-21'),
    ];
    const [byFactor] = figures(records, { horizonDays: 90 }).repeats;
    expect(byFactor?.share).toMatchObject({ successes: 1, trials: 3 });
    expect(byFactor?.groups).toEqual([{ name: 'limit', count: 1, files: [records[1]?.file] }]);
    expect(figures(records, { horizonDays: 365 }).repeats[0]?.share).toMatchObject({ successes: 2, trials: 3 });
  });

  test('where a house names factors, groups of words are no repeats', () => {
    const records = [
      record('2026-01-10', { factors: [factor('deploy', 'words'), factor('limit')] }),
      record('2026-01-12', { factors: [factor('deploy', 'words')] }),
    ];
    expect(figures(records).repeats[0]?.share.successes).toBe(0);
    const guesses = records.map((each) => ({ ...each, factors: each.factors.filter(({ from }) => from === 'words') }));
    expect(figures(guesses).repeats[0]?.share.successes).toBe(1);
    expect(figures(guesses).repeats[0]?.notes.join(' ')).toContain('guessed');
  });

  test('by link to an earlier incident of the set, by its id or its file', () => {
    const records = [
      record('2026-01-10', { incidentId: 'INC-7', file: 'x/old-one.md' }),
      record('2026-02-10', { links: ['inc-7'] }),
      record('2026-03-10', { links: ['old-one'] }),
      record('2026-03-11', { links: ['inc-999'] }),
      record('2026-01-02', { links: ['inc-7'] }),
    ];
    const [, byLink] = figures(records).repeats;
    expect(byLink?.share).toMatchObject({ successes: 2, trials: 5 });
    expect(byLink?.groups).toMatchObject([{ name: 'INC-7', count: 2 }]);
  });

  test('what nothing followed yet counts as open in the time until the next', () => {
    const records = days('2026-01-01', 0, 30, 40).map((day) => record(day, { factors: [factor('limit')] }));
    const curve = figures(records).survival.find(({ id }) => id === 'survival/recurrence')?.curves[0];
    expect(curve).toMatchObject({ n: 3, censored: 1, median: 30 });
  });
});

function down(from: string, to: string, badShare = 1, name = 'checkout'): IncidentRecord {
  return record(from.slice(0, 10), {
    impacts: [{ service: name, from: Date.parse(from), to: Date.parse(to), badShare }],
  });
}

describe('error budgets', () => {
  const service = {
    name: 'checkout',
    aliases: ['checkout-api'],
    slos: [
      {
        name: 'up',
        indicator: 'availability',
        target: 99.9,
        window: { kind: 'calendar', unit: 'month' },
        budgeting: 'occurrences',
      },
      {
        name: 'fast',
        indicator: 'latency',
        target: 99,
        window: { kind: 'rolling', days: 30 },
        budgeting: 'occurrences',
      },
    ],
  } as const;
  test('an outage over the end of a month is split (D-21)', () => {
    const { budgets } = figures([down('2026-01-31T23:40Z', '2026-02-01T00:30Z', 1, 'Checkout-API')], {
      services: [service],
    });
    expect(budgets.map(({ window, bad, consumed }) => [window, bad, Number(consumed.toFixed(3))])).toEqual([
      ['2026-01', 20, 0.448],
      ['2026-02', 30, 0.744],
      ['2026-06', 0, 0],
    ]);
  });

  test('what overlaps counts once, and shares weigh', () => {
    const { budgets } = figures(
      [
        down('2026-03-05T10:00Z', '2026-03-05T10:40Z'),
        down('2026-03-05T10:25Z', '2026-03-05T11:05Z'),
        down('2026-03-06T10:00Z', '2026-03-06T10:20Z', 0.4),
      ],
      { services: [service] },
    );
    expect(budgets[0]).toMatchObject({ window: '2026-03', bad: 65 + 8, n: 3 });
    expect(budgets[0]?.remaining).toBeCloseTo(1 - 73 / 44.64, 6);
    expect(budgets[0]?.statement).toContain('more than there was');
  });

  test('of rolling windows the worst and the last are told', () => {
    const rolling = { ...service, slos: [{ ...service.slos[0], window: { kind: 'rolling', days: 30 } as const }] };
    const { budgets } = figures([down('2026-03-05T10:00Z', '2026-03-05T10:40Z')], {
      services: [rolling],
      to: '2026-06-30',
    });
    expect(budgets.map(({ window, bad }) => [window, bad])).toEqual([
      ['30 days to 2026-03-05T10:40Z', 40],
      ['30 days to 2026-07-01T00:00Z', 0],
    ]);
  });

  test('without a service no budget has it, and that is said', () => {
    const none = record('2026-06-05', {
      impacts: [{ service: null, from: at('2026-06-05'), to: at('2026-06-06'), badShare: 1 }],
    });
    expect(figures([none], { services: [service] }).budgets).toMatchObject([
      { bad: 0, unknown: 1, notes: expect.arrayContaining([expect.stringContaining('names no service')]) },
    ]);
  });
});

describe('the week', () => {
  // Sunday 23:30 in UTC; on the clocks of Oslo, and two hours east, Monday.
  const late = [
    record('2026-03-01', {
      start: {
        at: Date.parse('2026-03-01T23:30Z'),
        day: '2026-03-01',
        hasClock: true,
        offsetMinutes: 0,
        from: 'detected',
      },
    }),
  ];

  test.each([
    ['UTC', 7, 23],
    ['Europe/Oslo', 1, 0],
    ['UTC+2', 1, 1],
    ['UTC-03:30', 7, 20],
    ['Asia/Kathmandu', 1, 5],
  ])('in %s', (zone, weekday, hour) => {
    expect(figures(late, { zone }).timeOfWeek).toMatchObject({ zone, cells: [{ weekday, hour, count: 1 }] });
  });

  test('a zone that is not known gives UTC, and says so', () => {
    const { timeOfWeek } = figures(late, { zone: 'Mars/Olympus' });
    expect(timeOfWeek).toMatchObject({ zone: 'UTC', cells: [{ weekday: 7 }] });
    expect(timeOfWeek.notes[0]).toContain('Mars/Olympus');
  });

  test('a day without a clock has no hour', () => {
    const day = record('2026-03-01');
    const noClock = [{ ...day, start: day.start === null ? null : { ...day.start, hasClock: false } }];
    expect(figures(noClock).timeOfWeek).toMatchObject({ n: 0, unknown: 1, cells: [], cannotTell: expect.any(String) });
  });
});

function stated(verdict: string) {
  return minutes(60).map((number) => ({ ...number, stated: { value: 1, verdict } }));
}

describe('factors and quality', () => {
  test('a factor is counted once for each post-mortem', () => {
    const { factors } = figures([
      record('2026-01-01', { factors: [factor('Limit'), factor('limit')] }),
      record('2026-01-02', { factors: [factor('limit'), factor('deploy', 'words')] }),
      record('2026-01-03'),
    ]);
    expect(factors.factors.map(({ name, count, isGuess }) => [name, count, isGuess])).toEqual([
      ['Limit', 2, false],
      ['deploy', 1, true],
    ]);
    expect(factors).toMatchObject({ n: 2, unknown: 1 });
  });

  test('a share of nearly all is not told as all, and one document tells', () => {
    const told = record('2026-01-01', { anchors: ['impactStart'] });
    const most = [...Array.from({ length: 299 }, () => told), record('2026-01-01', { anchors: [] })];
    expect(figures(most).quality.statement).toContain('299 of 300 post-mortems (99.7 %) tell when');
    expect(figures([told]).quality.statement).toContain('1 of 1 post-mortem (100 %) tells when');
    expect(percentInWords(0.0001)).toBe('less than 0.1 %');
    expect([0, 0.99999, 1].map(percentInWords)).toEqual(['0 %', '99.9 %', '100 %']);
  });

  test('what is stated is counted beside what is worked out', () => {
    const { quality } = figures(
      ['agrees', 'agreesWithOther', 'differs', 'notCompared'].map((verdict) =>
        record('2026-01-01', { numbers: stated(verdict), anchors: ['impactStart'] }),
      ),
    );
    expect(quality.stated).toEqual([{ metric: 'time-to-resolve', stated: 4, compared: 3, agree: 2, differ: 1 }]);
    expect(quality.statement).toContain('4 of 4 post-mortems (100 %) tell when the impact began.');
  });
});

describe('what is looked at', () => {
  test('dismissed, merged, empty and undated ones are counted and left out', () => {
    const { documents, frequency } = figures([
      record('2026-01-01'),
      record('2026-01-01', { counting: 'dismissed' }),
      record('2026-01-01', { counting: 'merged' }),
      record(null, { counting: 'empty' }),
      record(null),
      record('2020-01-01'),
    ]);
    expect(documents).toEqual({ read: 6, counted: 3, dismissed: 1, merged: 1, empty: 1, undated: 1, leftOut: 1 });
    expect(frequency.n).toBe(1);
  });

  test.each([
    [{ service: 'CHECKOUT' }, 1],
    [{ severity: '2' }, 1],
    [{ severity: 'SEV2' }, 1],
    [{ severity: 'major' }, 1],
    [{ team: 'shop' }, 1],
    [{ factor: 'limit' }, 1],
    [{ template: 'compact' }, 1],
    [{ service: 'checkout', severity: 'SEV3' }, 0],
  ])('%j keeps %i', (filters, n) => {
    const one = record('2026-01-01', {
      services: ['checkout'],
      severity: { written: 'Major', level: 2 },
      teams: ['Shop'],
      factors: [factor('limit')],
      template: 'compact',
    });
    const found = figures([one, record('2026-01-02')], { filters });
    expect(found.frequency.n).toBe(n);
    expect(found.filters).toHaveLength(Object.keys(filters).length);
  });

  test('what lies in the future is not looked at', () => {
    expect(insights([record('2026-08-01'), record('2026-06-01')], { now: NOW })).toMatchObject({
      window: { to: '2026-07-01' },
      documents: { leftOut: 1 },
    });
  });

  test.each([
    ['service', ['checkout', 'search']],
    ['severity', ['level 1', 'level 2']],
    ['quarter', ['2026-Q1', '2026-Q2']],
    ['team', []],
  ] as const)('groups by %s', (groupBy, names) => {
    const found = figures(
      [
        record('2026-01-05', { services: ['checkout'], severity: { written: 'SEV1', level: 1 } }),
        record('2026-02-05', { services: ['checkout', 'search'], severity: { written: 'SEV2', level: 2 } }),
        record('2026-05-05', { severity: { written: 'P1', level: 2 } }),
      ],
      { groupBy },
    );
    expect(found.groups?.members.map(({ name }) => name)).toEqual(names);
    expect(found.groups?.note).toContain('exploratory');
  });

  test('a quarter has its own days', () => {
    const found = figures([record('2026-01-05'), record('2026-05-05')], { groupBy: 'quarter' });
    expect(found.groups?.members.map(({ insights: { window } }) => window)).toEqual([
      { from: '2026-01-01', to: '2026-03-31', days: 90 },
      { from: '2026-04-01', to: '2026-06-29', days: 90 },
    ]);
  });
});
