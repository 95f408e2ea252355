import type { ActionGroup, Caption, Durations, Insights, Share } from '@debrief/core';
import fc from 'fast-check';

type SurvivalCurve = Insights['survival'][number]['curves'][number];
type Change = Insights['changes'][number];
type Interval = Exclude<Share['interval'], { readonly reason: string }>;

/** Numbers that look random and are the same in every run. */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** Insights as a year of post-mortems could give them; the numbers are of the right kind and size, not exact. */
export function believableInsights({ incidents = 47, seed = 7 } = {}): Insights {
  const next = numbersFrom(seed);
  const normal = () => Math.sqrt(-2 * Math.log(next() || 0.5)) * Math.cos(2 * Math.PI * next());
  const days = 355;
  const start = Date.UTC(2025, 11, 1);
  const begins = Array.from({ length: incidents }, () => start + Math.floor(next() * days * 1440) * 60_000);
  const durations = [
    durationsOf('time-to-detect', 'Time to detect', 'impactStart → detected', 6, 1, 0),
    durationsOf('time-to-resolve', 'Time to resolve', 'impactStart → resolved', 44, 1.2, 3),
  ];

  function durationsOf(
    metric: string,
    title: string,
    anchors: string,
    middle: number,
    sigma: number,
    open: number,
  ): Durations {
    const points = begins.slice(0, Math.ceil(incidents * 0.92)).map((at, index) => ({
      file: `2026/${index}-incident.md`,
      title: `Checkout answered with errors, case ${index}`,
      at,
      minutes: Math.max(1, Math.round(middle * Math.exp(normal() * sigma))),
      open: index % 17 === 3 && open > 0,
    }));
    const closed = points
      .filter((point) => !point.open)
      .map(({ minutes }) => minutes)
      .toSorted((a, b) => a - b);
    const at = (q: number) => closed[Math.min(closed.length - 1, Math.max(0, Math.round(q * closed.length)))] ?? 0;
    const spread = 0.98 / Math.sqrt(closed.length);
    const epsilon = Math.sqrt(Math.log(2 / 0.05) / (2 * closed.length));
    return {
      ...caption(
        `duration/${metric}`,
        title,
        `${metric}: ${anchors}; median with its order-statistic interval.`,
        'minutes',
      ),
      n: points.length,
      censored: points.filter((point) => point.open).length,
      unknown: incidents - points.length,
      statement: `Half of the incidents took less than ${at(0.5)} minutes.`,
      metric,
      points,
      median: { median: at(0.5), low: at(0.5 - spread), high: at(0.5 + spread), level: 0.95, coverage: 0.957 },
      quantiles: [
        { q: 0.75, value: at(0.75) },
        { q: 0.9, value: at(0.9) },
        { q: 0.95, value: { reason: `95 % needs at least 59 values, and there are ${closed.length}` } },
      ],
      ecdf: {
        epsilon,
        level: 0.95,
        steps: [...new Set(closed)].map((value) => {
          const within = closed.filter((other) => other <= value).length / closed.length;
          return { value, share: within, low: Math.max(0, within - epsilon), high: Math.min(1, within + epsilon) };
        }),
      },
      early: 0,
    };
  }

  const months = Array.from({ length: 12 }, (_, index) => {
    const month = new Date(Date.UTC(2025, 11 + index, 1)).toISOString().slice(0, 7);
    const count = begins.filter((begin) => new Date(begin).toISOString().startsWith(month)).length;
    const spread = 1.96 * Math.sqrt(count + 1);
    return { month, days: index === 11 ? 20 : 30, count, low: Math.max(0, count - spread), high: count + spread + 1.5 };
  });

  return {
    window: { from: '2025-12-01', to: '2026-11-20', days },
    filters: ['severity 1 to 3'],
    documents: { read: incidents + 6, counted: incidents, dismissed: 2, merged: 1, empty: 1, undated: 1, leftOut: 1 },
    frequency: {
      ...caption(
        'frequency',
        'Incidents a month',
        'Post-mortems by the start of their impact, exact Poisson interval.',
        'per 30 days',
      ),
      n: incidents,
      statement: `${(incidents / (days / 30)).toFixed(1)} a month, with no trend.`,
      days,
      rate: { rate: incidents / (days / 30), low: 2.9, high: 5.2, level: 0.95 },
      timeBetween: { days: days / Math.max(1, incidents), low: 5.8, high: 10.6, level: 0.95 },
      trend: { z: -0.6, p: 0.55 },
      months,
    },
    durations,
    survival: [
      {
        ...caption(
          'survival/incidents',
          'How long incidents stay open',
          'Kaplan–Meier; what is open counts as open so far.',
          'minutes',
        ),
        n: incidents,
        censored: 3,
        statement: 'Half are over within 44 minutes.',
        curves: [curveOf('all', durations[1]?.points.map(({ minutes }) => minutes) ?? [], 9)],
      },
      {
        ...caption(
          'survival/actions',
          'How long action items stay open',
          'Kaplan–Meier from the day they were agreed on; open items counted.',
          'days',
        ),
        n: 88,
        censored: 31,
        statement: 'Half of the strong actions are done in 43 days; of the weak ones, half are not yet done after 90.',
        curves: [
          curveOf(
            'strong',
            Array.from({ length: 38 }, () => Math.ceil(next() * 95)),
            4,
          ),
          curveOf(
            'weak',
            Array.from({ length: 50 }, () => Math.ceil(20 + next() * 130)),
            2,
          ),
        ],
      },
    ],
    changes: [
      change('time-to-resolve', 'Time to resolve', {
        ratio: 0.75,
        low: 0.42,
        high: 1.33,
        p: 0.31,
        verdict: 'cannotTell',
        cannotTell: 'With 20 against 18 incidents only a change above about 63 % would show.',
      }),
      change('time-to-detect', 'Time to detect', {
        ratio: 0.38,
        low: 0.2,
        high: 0.7,
        p: 0.004,
        verdict: 'shorter',
        cannotTell: null,
      }),
    ],
    repeats: [
      {
        ...caption(
          'repeats/factor',
          'What came back',
          'An earlier incident names the same factor, within 180 days.',
          'post-mortems',
        ),
        n: incidents,
        statement: '9 of 47 post-mortems name a factor that an earlier one named as well.',
        by: 'factor',
        horizonDays: 180,
        share: share(9, incidents),
        groups: [
          {
            name: 'limit fixed in code',
            count: 4,
            files: ['2026/3-incident.md', '2026/9-incident.md', '2026/12-incident.md', '2026/30-incident.md'],
          },
          {
            name: 'retry without backoff',
            count: 3,
            files: ['2026/1-incident.md', '2026/2-incident.md', '2026/5-incident.md'],
          },
        ],
        rateRatio: { ratio: 1.3, low: 0.4, high: 4.4, p: 0.62, level: 0.95 },
      },
    ],
    actions: {
      ...caption(
        'actions',
        'What became of the actions',
        'done / (all − cancelled), with the Wilson interval.',
        'action items',
      ),
      n: 88,
      censored: 31,
      unknown: 6,
      statement: '52 of 83 action items are done; 21 are overdue.',
      total: 88,
      done: 52,
      open: 31,
      cancelled: 5,
      stateUnknown: 6,
      verified: 12,
      overdue: 21,
      completion: share(52, 83),
      onTime: share(30, 61),
      age: { median: 41, oldest: 260 },
      byPriority: [actionGroup('P0', 9, 8), actionGroup('P1', 24, 18), actionGroup('P2', 40, 19)],
      byStrength: [actionGroup('strong', 38, 27), actionGroup('medium', 22, 13), actionGroup('weak', 28, 12)],
    },
    budgets: [
      budget('checkout', '99.9 %', '2026-09', 0.44),
      budget('checkout', '99.9 %', '2026-10', 1.2),
      budget('search', '99.5 %', '28 days to 2026-11-20', 0.08),
    ],
    timeOfWeek: {
      ...caption('time-of-week', 'When they begin', 'Start of the impact by weekday and hour.', 'post-mortems'),
      n: incidents,
      statement: 'No time of the week stands out.',
      zone: 'Europe/Berlin',
      cells: cellsOf(begins),
    },
    factors: {
      ...caption(
        'factors',
        'What contributed',
        'Post-mortems that name the factor, with the Wilson interval of their share.',
        'post-mortems',
      ),
      n: incidents,
      unknown: 5,
      statement: '“limit fixed in code” is named most, in 9 post-mortems.',
      factors: [
        ['limit fixed in code', 'technical', 9],
        ['alert on symptom only', 'process', 7],
        ['configuration differs from staging', 'technical', 6],
        ['retry without backoff', 'technical', 4],
        ['certificate near its end', null, 3],
      ].map(([name, kind, count]) => ({
        name: String(name),
        kind: kind === null ? null : String(kind),
        count: Number(count),
        interval: share(Number(count), incidents).interval,
        files: ['2026/3-incident.md', '2026/9-incident.md'],
      })),
    },
    quality: {
      ...caption('quality', 'How much is known', 'Post-mortems that give the instant.', 'post-mortems'),
      n: incidents,
      statement: 'Every second post-mortem says when it was detected.',
      anchors: [
        { instant: 'impactStart', known: incidents - 4, of: incidents },
        { instant: 'detected', known: Math.round(incidents * 0.55), of: incidents },
        { instant: 'resolved', known: incidents - 7, of: incidents },
      ],
      stated: [{ metric: 'time-to-resolve', stated: 20, compared: 17, agree: 13, differ: 4 }],
      fields: [
        { name: 'severity', known: incidents - 1, of: incidents },
        { name: 'services', known: incidents - 9, of: incidents },
      ],
    },
    groups: null,
  };
}

/** The same with groups by service. */
export function groupedInsights(): Insights {
  const { groups: _, ...checkout } = believableInsights({ incidents: 21, seed: 3 });
  const { groups: __, ...search } = believableInsights({ incidents: 12, seed: 5 });
  return {
    ...believableInsights(),
    groups: {
      by: 'service',
      note: 'An incident may stand in several services. With many groups some will differ by chance alone.',
      members: [
        { name: 'checkout', insights: checkout },
        { name: 'search', insights: search },
      ],
    },
  };
}

/** What there is to say about no document at all. */
export function emptyInsights(): Insights {
  const full = believableInsights();
  const reason = { reason: 'no post-mortem lies in this window' };
  const none = { n: 0, censored: 0, unknown: 0, statement: '', cannotTell: 'No post-mortem lies in this window.' };
  return {
    ...full,
    filters: [],
    documents: { read: 0, counted: 0, dismissed: 0, merged: 0, empty: 0, undated: 0, leftOut: 0 },
    frequency: { ...full.frequency, ...none, rate: reason, timeBetween: reason, trend: reason, months: [] },
    durations: full.durations.map((durations) => ({
      ...durations,
      ...none,
      points: [],
      median: reason,
      quantiles: [],
      ecdf: reason,
    })),
    survival: full.survival.map((survival) => ({ ...survival, ...none, curves: [] })),
    changes: [],
    repeats: [],
    actions: {
      ...full.actions,
      ...none,
      total: 0,
      done: 0,
      open: 0,
      cancelled: 0,
      stateUnknown: 0,
      verified: 0,
      overdue: 0,
      completion: { successes: 0, trials: 0, interval: reason },
      onTime: { successes: 0, trials: 0, interval: reason },
      age: reason,
      byPriority: [],
      byStrength: [],
    },
    budgets: [],
    timeOfWeek: { ...full.timeOfWeek, ...none, cells: [] },
    factors: { ...full.factors, ...none, factors: [] },
    quality: { ...full.quality, ...none, anchors: [], stated: [], fields: [] },
  };
}

function caption(id: string, title: string, definition: string, unit: string): Caption {
  return { id, title, definition, unit, n: 0, censored: 0, unknown: 0, statement: '', cannotTell: null, notes: [] };
}

function share(successes: number, trials: number): Share {
  const p = successes / Math.max(1, trials);
  const spread = 1.96 * Math.sqrt((p * (1 - p)) / Math.max(1, trials));
  return { successes, trials, interval: { low: Math.max(0, p - spread), high: Math.min(1, p + spread), level: 0.95 } };
}

function actionGroup(name: string, total: number, done: number): ActionGroup {
  return {
    name,
    total,
    completion: share(done, total),
    onTime: share(Math.round(done / 2), done),
    overdue: Math.round((total - done) / 2),
  };
}

function budget(service: string, objective: string, window: string, consumed: number): Insights['budgets'][number] {
  const bad = 43.2 * consumed;
  return {
    ...caption(
      `budget/${service}/${window}`,
      `Error budget of ${service}`,
      'Bad minutes by the failed share against the allowed ones.',
      'minutes',
    ),
    n: 4,
    statement: `${bad.toFixed(1)} of 43.2 minutes were used.`,
    service,
    objective,
    window,
    allowed: 43.2,
    bad,
    consumed,
    remaining: 1 - consumed,
  };
}

function change(
  metric: string,
  title: string,
  {
    ratio,
    low,
    high,
    p,
    verdict,
    cannotTell,
  }: Pick<Change, 'verdict' | 'cannotTell'> & { ratio: number; low: number; high: number; p: number },
): Change {
  return {
    ...caption(`change/${metric}`, title, 'Ratio of geometric means; permutation test, exact.', 'ratio'),
    n: 38,
    statement: `Median 44 min before, 33 min after.`,
    cannotTell,
    metric,
    split: '2026-06-01',
    before: { n: 20, median: 44 },
    after: { n: 18, median: 33 },
    ratio: { ratio, low, high, level: 0.95 },
    p,
    test: 'permutation of log-means, exact',
    verdict,
    detectableReduction: 0.63,
  };
}

function curveOf(name: string, times: readonly number[], every: number): SurvivalCurve {
  const sorted = times.toSorted((a, b) => a - b);
  let survival = 1;
  const steps = sorted.map((time, index) => {
    const atRisk = sorted.length - index;
    const events = index % every === every - 1 ? 0 : 1;
    survival *= 1 - events / atRisk;
    const spread = 1.96 * Math.sqrt((survival * (1 - survival)) / atRisk);
    return {
      time,
      atRisk,
      events,
      survival,
      low: Math.max(0, survival - spread),
      high: Math.min(1, survival + spread),
    };
  });
  const half = steps.find((step) => step.survival <= 0.5);
  return {
    name,
    n: times.length,
    censored: steps.filter(({ events }) => events === 0).length,
    steps,
    median: half?.time ?? 'notReached',
  };
}

function cellsOf(begins: readonly number[]): Insights['timeOfWeek']['cells'] {
  const counts = new Map<string, number>();
  for (const begin of begins) {
    const at = new Date(begin);
    const key = `${at.getUTCDay() === 0 ? 7 : at.getUTCDay()} ${at.getUTCHours()}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].map(([key, count]) => {
    const [weekday, hour] = key.split(' ').map(Number);
    return { weekday: weekday ?? 1, hour: hour ?? 0, count };
  });
}

const hostile = fc.constantFrom(
  '</script><script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onload='alert(1)",
  '\u202egnp.exe',
  '\u0000\ud800 half',
  '&amp;lt;b&gt;',
  '<svg/onload=alert(1)>',
  ']]><!--',
  '',
  'x'.repeat(5000),
);
const name = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 40 }), hostile);
const count = fc.nat({ max: 500 });
const odd = fc.oneof(
  fc.double({ min: -1e4, max: 1e6, noNaN: true }),
  fc.double(),
  fc.constantFrom(0, -1, 1, Number.POSITIVE_INFINITY, Number.NaN, 1e-9, 1e12),
);
const share01 = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), odd);
const reason = fc.record({ reason: name });
const interval: fc.Arbitrary<Interval> = fc.record({ low: odd, high: odd, level: fc.constantFrom(0.95, 0.9) });
const some = <T>(arbitrary: fc.Arbitrary<T>, maxLength = 5) => fc.array(arbitrary, { maxLength });
const withInterval = <T>(rest: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.oneof(
    reason,
    fc.record({ ...rest, low: odd, high: odd, level: fc.constant(0.95) }) as unknown as fc.Arbitrary<T & Interval>,
  );
const anyCaption = {
  id: fc.oneof(name, fc.constantFrom('frequency', 'factors')),
  title: name,
  definition: name,
  unit: fc.constantFrom('minutes', 'days', 'post-mortems', ''),
  n: count,
  censored: count,
  unknown: count,
  statement: name,
  cannotTell: fc.option(name),
  notes: some(name, 2),
};
const anyShare: fc.Arbitrary<Share> = fc.record({
  successes: count,
  trials: count,
  interval: fc.oneof(reason, interval),
});
const anyGroup = fc.record({ name, total: count, completion: anyShare, onTime: anyShare, overdue: count });
const step = fc.record({
  time: odd,
  atRisk: count,
  events: fc.nat({ max: 3 }),
  survival: share01,
  low: share01,
  high: share01,
});
const month = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2027-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 7));

const single = fc.record({
  window: fc.record({ from: fc.constantFrom('2025-12-01', 'odd'), to: fc.constant('2026-11-20'), days: odd }),
  filters: some(name, 2),
  documents: fc.record({
    read: count,
    counted: count,
    dismissed: count,
    merged: count,
    empty: count,
    undated: count,
    leftOut: count,
  }),
  frequency: fc.record({
    ...anyCaption,
    days: odd,
    rate: withInterval<{ rate: number }>({ rate: odd }),
    timeBetween: withInterval<{ days: number }>({ days: odd }),
    trend: fc.oneof(reason, fc.record({ z: odd, p: odd })),
    months: fc.uniqueArray(fc.record({ month, days: fc.nat({ max: 31 }), count, low: odd, high: odd }), {
      selector: (entry) => entry.month,
      maxLength: 14,
    }),
  }),
  durations: some(
    fc.record({
      ...anyCaption,
      metric: name,
      points: some(
        fc.record({ file: name, title: fc.option(name), at: fc.option(odd), minutes: odd, open: fc.boolean() }),
        30,
      ),
      median: withInterval<{ median: number; coverage: number }>({ median: odd, coverage: share01 }),
      quantiles: some(fc.record({ q: share01, value: fc.oneof(odd, reason) }), 3),
      ecdf: fc.oneof(
        reason,
        fc.record({
          epsilon: share01,
          level: fc.constant(0.95),
          steps: some(fc.record({ value: odd, share: share01, low: share01, high: share01 }), 12),
        }),
      ),
      early: count,
    }),
    2,
  ),
  survival: some(
    fc.record({
      ...anyCaption,
      curves: some(
        fc.record({
          name,
          n: count,
          censored: count,
          steps: some(step, 9),
          median: fc.oneof(odd, fc.constant('notReached' as const)),
          lastSeenOpen: some(odd),
        }),
        5,
      ),
    }),
    2,
  ),
  changes: some(
    fc.record({
      ...anyCaption,
      metric: name,
      split: fc.constantFrom('2026-06-01', 'odd'),
      before: fc.record({ n: count, median: fc.option(odd) }),
      after: fc.record({ n: count, median: fc.option(odd) }),
      ratio: withInterval<{ ratio: number }>({ ratio: odd }),
      p: fc.option(odd),
      test: name,
      verdict: fc.constantFrom('shorter', 'longer', 'rarer', 'moreOften', 'cannotTell'),
      detectableReduction: fc.option(share01),
    }),
    2,
  ),
  repeats: some(
    fc.record({
      ...anyCaption,
      by: fc.constantFrom('factor', 'link'),
      horizonDays: count,
      share: anyShare,
      groups: some(fc.record({ name, count, files: some(name) })),
      rateRatio: withInterval<{ ratio: number; p: number }>({ ratio: odd, p: share01 }),
    }),
    2,
  ),
  actions: fc.record({
    ...anyCaption,
    total: count,
    done: count,
    open: count,
    cancelled: count,
    stateUnknown: count,
    verified: count,
    overdue: count,
    completion: anyShare,
    onTime: anyShare,
    age: fc.oneof(reason, fc.record({ median: odd, oldest: odd })),
    byPriority: some(anyGroup),
    byStrength: some(anyGroup),
  }),
  budgets: some(
    fc.record({
      ...anyCaption,
      service: name,
      objective: name,
      window: name,
      allowed: odd,
      bad: odd,
      consumed: odd,
      remaining: odd,
    }),
    4,
  ),
  timeOfWeek: fc.record({
    ...anyCaption,
    zone: name,
    cells: some(
      fc.record({ weekday: fc.integer({ min: 0, max: 8 }), hour: fc.integer({ min: -1, max: 24 }), count: odd }),
      9,
    ),
  }),
  factors: fc.record({
    ...anyCaption,
    factors: some(
      fc.record({ name, kind: fc.option(name), count, interval: fc.oneof(reason, interval), files: some(name) }),
    ),
  }),
  quality: fc.record({
    ...anyCaption,
    anchors: some(fc.record({ instant: name, known: count, of: count })),
    stated: some(fc.record({ metric: name, stated: count, compared: count, agree: count, differ: count })),
    fields: some(fc.record({ name, known: count, of: count })),
  }),
}) as unknown as fc.Arbitrary<Omit<Insights, 'groups'>>;

/** Any insights at all, with hostile names and numbers that no computation should give. */
export const anyInsights: fc.Arbitrary<Insights> = fc
  .tuple(
    single,
    fc.option(fc.record({ note: name, members: some(fc.record({ name, insights: single }), 2) }), { freq: 2 }),
  )
  .map(([insights, groups]) => ({
    ...insights,
    groups: groups === null ? null : { by: 'service' as const, ...groups },
  }));
