import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ServiceLevelObjective } from '../src/index.ts';
import { availability } from '../src/measure/availability.ts';
import { durationAboveObjective } from '../src/measure/duration-above-objective.ts';
import { errorBudgetConsumed } from '../src/measure/error-budget-consumed.ts';
import { incidentBurnRate } from '../src/measure/incident-burn-rate.ts';
import { serviceLevelCompliance } from '../src/measure/service-level-compliance.ts';
import { statedBudget } from '../src/measure/stated-budget.ts';
import { answered, incidentFor, now, shown } from './incident-for.ts';

const outage = { impactStart: '2026-01-31T23:40Z', impactEnd: '2026-02-01T00:30Z' };

function services(...slos: readonly ServiceLevelObjective[]): {
  readonly services: readonly {
    readonly name: string;
    readonly aliases: readonly string[];
    readonly slos: readonly ServiceLevelObjective[];
  }[];
} {
  return { services: [{ name: 'checkout', aliases: ['checkout-api'], slos }] };
}

function about(degradation = 'Full outage', service = 'checkout'): string {
  return `# Out\n\n## Impact\n\n- **Services**: ${service}\n- **Service Degradation**: ${degradation}\n`;
}

function budgets(
  text: string,
  times = outage,
  context: Parameters<typeof incidentFor>[2] = services(answered()),
): readonly string[] {
  return errorBudgetConsumed.measure(incidentFor(text, times, context)).map(shown);
}

describe('error budget consumed', () => {
  test('D-21: over the end of a month', () => {
    const monthly = services(answered({ window: { kind: 'calendar', unit: 'month' } }));
    expect(budgets(about(), outage, monthly)).toEqual([
      'error-budget-consumed/consumed [checkout · answered · 2026-01] 44.803',
      'error-budget-consumed/before [checkout · answered · 2026-01] unknown: earlierUnknown',
      'error-budget-consumed/after [checkout · answered · 2026-01] unknown: earlierUnknown',
      'error-budget-consumed/consumed [checkout · answered · 2026-02] 74.405',
      'error-budget-consumed/before [checkout · answered · 2026-02] unknown: earlierUnknown',
      'error-budget-consumed/after [checkout · answered · 2026-02] unknown: earlierUnknown',
    ]);
    expect(budgets(about())[0]).toBe(
      'error-budget-consumed/consumed [checkout · answered · 30 days to 2026-02-01T00:30Z] 115.741',
    );
  });

  test('a stated share is held against the nearest budget alone, and never against the most that it can be', () => {
    const two = services(answered(), answered({ name: 'by month', window: { kind: 'calendar', unit: 'quarter' } }));
    const verdicts = (degradation: string, share: string): readonly (string | undefined)[] =>
      errorBudgetConsumed
        .measure(incidentFor(`${about(degradation)}- **Error budget consumed**: ${share}\n`, outage, two))
        .flatMap(({ definition, stated }) => (definition.endsWith('/consumed') ? [stated?.verdict] : []));
    expect(verdicts('Full outage', '90 %')).toEqual(['differs', 'notCompared']);
    expect(verdicts('Full outage', '115.7 %')).toEqual(['agrees', 'agreesWithOther']);
    expect(verdicts('slow at times', '20 %')).toEqual(['notCompared', 'notCompared']);
    expect(verdicts('slow at times', '400 %')).toEqual(['differs', 'notCompared']);
  });

  test('before and after, with the incidents before it', () => {
    const earlierImpacts = [
      {
        service: 'Checkout-API',
        from: Date.parse('2026-01-20T00:00Z'),
        to: Date.parse('2026-01-20T00:21:36Z'),
        badShare: 1,
      },
      { service: 'checkout', from: Date.parse('2025-01-20T00:00Z'), to: Date.parse('2025-01-21T00:00Z'), badShare: 1 },
      { service: 'search', from: Date.parse('2026-01-20T00:00Z'), to: Date.parse('2026-01-21T00:00Z'), badShare: 1 },
    ];
    const found = budgets(about(), outage, { ...services(answered()), earlierImpacts });
    expect(found.map((line) => line.replace(/ \[.*\]/, ''))).toEqual([
      'error-budget-consumed/consumed 115.741',
      'error-budget-consumed/before 50',
      'error-budget-consumed/after -65.741',
    ]);
  });

  test('a share that failed weighs; binary stands beside it, and the notes name both', () => {
    const incident = incidentFor(about('40 % of requests failed'), outage, services(answered()));
    const found = errorBudgetConsumed.measure(incident);
    expect(found.slice(0, 2).map((one) => shown(one).replace(/ \[.*\]/, ''))).toEqual([
      'error-budget-consumed/consumed 46.296',
      'error-budget-consumed/binary 115.741',
    ]);
    expect(found[0]?.notes).toEqual([
      '40 % of the requests are taken to have failed all the time, as the document tells.',
      'Weighted minutes: each counts by the share that failed. That stands for requests only where traffic is flat.',
      '30 days allow 43.2 minutes.',
    ]);
    expect(found.map(({ isHouse }) => isHouse)).toEqual([true, false, false, false]);
    const definitions = { 'error-budget-consumed': 'binary' };
    const own = errorBudgetConsumed.measure(incidentFor(about(), outage, { ...services(answered()), definitions }));
    expect(own.map(({ isHouse }) => isHouse)).toEqual([false, true, false, false]);
  });

  test('without a share the whole time counts, and that is said', () => {
    const [found] = errorBudgetConsumed.measure(incidentFor(about('Partial outage'), outage, services(answered())));
    expect(found?.notes[0]).toBe(
      'Which share of the requests failed is not told; the whole time counts as bad (binary), so this is the most it can be.',
    );
  });

  test('slices of time', () => {
    const slices = services(answered({ budgeting: 'timeslices', timeSliceTarget: 90, timeSliceWindow: 60_000 }));
    expect(budgets(about('5 %'), outage, slices)[0]).toContain('30Z] 0');
    expect(budgets(about('11 %'), outage, slices)[0]).toContain('30Z] 115.741');
  });

  test('an impact without an end is at least so much', () => {
    const open = { impactStart: new Date(now - 43.2 * 60_000).toISOString() };
    const found = errorBudgetConsumed
      .measure(incidentFor(about(), open, { ...services(answered()), earlierImpacts: [] }))
      .map(shown);
    expect(found.map((line) => line.replace(/ \[.*\]/, ''))).toEqual([
      'error-budget-consumed/consumed ≥ 100',
      'error-budget-consumed/before 100',
      'error-budget-consumed/after unknown: stillOpen',
    ]);
  });

  test('of no length nothing is consumed', () => {
    const point = { impactStart: '2026-02-01T00:00Z', impactEnd: '2026-02-01T00:00Z' };
    expect(budgets(about(), point)[0]).toBe(
      'error-budget-consumed/consumed [checkout · answered · 30 days to 2026-02-01T00:00Z] 0',
    );
    const [burn] = incidentBurnRate.measure(incidentFor(about(), point, services(answered())));
    expect(burn?.result).toMatchObject({ state: 'notApplicable', reason: 'noDuration' });
  });

  test.each<[string, string, Readonly<Record<string, string>>, Parameters<typeof incidentFor>[2]]>([
    ['unknown: noService', '# Out\n', outage, {}],
    ['unknown: noService', '# Out\n', outage, services(answered())],
    ['[search] unknown: unknownService', about('x', 'search'), outage, services(answered())],
    ['[checkout] notApplicable: noObjective', about(), outage, services()],
    ['[checkout · answered] unknown: noImpactStart', about(), {}, services(answered())],
    [
      '[checkout · answered] invalid: endBeforeStart',
      about(),
      { impactStart: '2026-02-01T00:00Z', resolved: '2026-01-01T00:00Z' },
      services(answered()),
    ],
    ['[checkout · answered] invalid: startsLater', about(), { impactStart: '2099-02-01T00:00Z' }, services(answered())],
    ['[checkout · answered] unknown: shareNotTold', about(), outage, services(answered({ indicator: 'latency' }))],
    ['unknown: noBudget', about(), outage, services(answered({ target: 100 }))],
    [
      '[checkout · answered] unknown: tooLong',
      about(),
      { impactStart: '1026-02-01T00:00Z' },
      services(answered({ window: { kind: 'calendar', unit: 'week' } })),
    ],
  ])('%s', (expected, text, times, context) => {
    const incident = incidentFor(text, times, context);
    for (const metric of [errorBudgetConsumed, serviceLevelCompliance, incidentBurnRate, availability]) {
      const [first] = metric.measure(incident);
      expect(first === undefined ? '' : shown(first)).toContain(expected);
      expect(first?.result).toHaveProperty('message', expect.stringMatching(/\.$/));
    }
  });

  test('each of several services and objectives has its own', () => {
    const context = {
      services: [
        { name: 'api', aliases: [], slos: [answered(), answered({ name: 'fast', indicator: 'latency' })] },
        { name: 'web', aliases: ['frontend'], slos: [answered({ target: 99 })] },
      ],
    };
    const found = budgets(about('Full outage', 'api, Frontend'), outage, context).filter(
      (line) => !/before|after/.test(line),
    );
    expect(found).toEqual([
      'error-budget-consumed/consumed [api · answered · 30 days to 2026-02-01T00:30Z] 115.741',
      'error-budget-consumed/consumed [api · fast] unknown: shareNotTold',
      'error-budget-consumed/consumed [web · answered · 30 days to 2026-02-01T00:30Z] 11.574',
    ]);
  });

  test('the rows of a table tell services and shares', () => {
    const table =
      '# Out\n\n## Impact Analysis\n\n### Error Rate Impact\n\n| Service | Normal Error Rate | Incident Error Rate |\n|---|---|---|\n| Checkout-API | 0.01% | 20% |\n| Other | 0% | 50% |\n';
    expect(budgets(table)[0]).toBe(
      'error-budget-consumed/consumed [checkout · answered · 30 days to 2026-02-01T00:30Z] 23.148',
    );
  });

  test('the end of the impact is taken from what comes next', () => {
    const [found] = errorBudgetConsumed.measure(
      incidentFor(about(), { impactStart: '2026-02-01T00:00Z', resolved: '2026-02-01T00:10Z' }, services(answered())),
    );
    expect(found?.notes[0]).toBe(
      'The end of the impact is not told; it was taken to end when the incident was resolved.',
    );
    expect(found?.to?.instant).toBe('resolved');
  });

  test('an incident of any length and share gives finite numbers, and more of it consumes more', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 90 * 1440 }),
        fc.nat({ max: 1440 }),
        fc.integer({ min: 1, max: 100 }),
        (minutes, more, share) => {
          const from = Date.parse('2026-01-15T07:00Z');
          const consumed = (length: number): number => {
            const times = {
              impactStart: new Date(from).toISOString(),
              impactEnd: new Date(from + length * 60_000).toISOString(),
            };
            const context = services(answered({ window: { kind: 'calendar', unit: 'month' }, target: 99 }));
            const all = errorBudgetConsumed.measure(incidentFor(about(`${share} %`), times, context));
            return all.reduce(
              (sum, { definition, result }) =>
                definition.endsWith('/consumed') && result.state === 'known' ? sum + result.value : sum,
              0,
            );
          };
          const one = consumed(minutes);
          expect(Number.isFinite(one)).toBe(true);
          expect(consumed(minutes + more)).toBeGreaterThanOrEqual(one - 1e-6);
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe('compliance, burn rate and availability', () => {
  const incident = incidentFor(
    about('15 %'),
    { impactStart: '2026-03-01T10:00Z', impactEnd: '2026-03-01T10:10Z' },
    services(answered()),
  );

  test('D-08: 15 % for 10 minutes', () => {
    const [budget] = errorBudgetConsumed.measure(incident);
    expect(budget === undefined ? '' : shown(budget)).toContain(' 3.472');
    const [burn] = incidentBurnRate.measure(incident);
    expect(burn === undefined ? '' : shown(burn)).toBe('burn-rate/over-incident [checkout · answered] 150');
    expect(burn?.notes).toEqual([
      'At this rate a whole budget of 30 days lasts 4.8 h.',
      'A page at 14.4 × over 1 h and 5 min would have fired 5.76 min after the start, at a constant error ratio.',
      'A page at 6 × over 6 h and 30 min would not have fired.',
      'A ticket at 1 × over 72 h and 6 h would not have fired.',
      '15 % of the requests are taken to have failed all the time, as the document tells.',
    ]);
  });

  test('a calendar objective has one burn rate, however many months the incident touches', () => {
    const monthly = services(answered({ window: { kind: 'calendar', unit: 'month' } }));
    expect(incidentBurnRate.measure(incidentFor(about(), outage, monthly)).map(shown)).toEqual([
      'burn-rate/over-incident [checkout · answered] 1000',
    ]);
  });

  test('held and missed', () => {
    const [held] = serviceLevelCompliance.measure(incident);
    expect(held?.result).toEqual({ state: 'known', value: 100 - (1.5 / 43_200) * 100 });
    expect(held?.notes.slice(0, 2)).toEqual([
      'Held: 99.9 % was promised.',
      'Only this incident is counted; with others in the window the service was less good.',
    ]);
    const [missed] = serviceLevelCompliance.measure(incidentFor(about(), outage, services(answered())));
    expect(missed?.notes[0]).toBe('Missed: 99.9 % was promised.');
  });

  test('availability by time over the window', () => {
    const [found] = availability.measure(incidentFor(about(), outage, services(answered())));
    expect(found === undefined ? '' : shown(found)).toBe(
      'availability/time-in-window [checkout · answered · 30 days to 2026-02-01T00:30Z] 99.884',
    );
    const [weighted] = availability.measure(incident);
    expect(weighted?.notes[1]).toBe(
      'Weighted by the share that failed. Binary, every minute counted whole: 99.9769 %.',
    );
  });
});

/** The block of the alert template, filled in. */
function block(lines: readonly string[]): string {
  return `# Out\n\n## Metrics and Measurements\n\n### SLO Impact Calculation\n\n\`\`\`\nAvailability Impact:\n${lines.join('\n')}\n\`\`\`\n`;
}

describe('what the document states about its budget', () => {
  test.each([
    ['43 minutes (99.9%)', ['30 days']],
    ['43.2 minutes (99.9%)', ['30 days']],
    ['43.8 minutes (99.9%)', ['a month of 30.44 days, the mean of a year']],
    ['44.64 min (99.9%)', ['a month of 31 days']],
    ['40.3 minutes (99.9%)', ['28 days']],
    ['8.76 h (99.9 %)', ['365 days']],
    ['4.32 minutes (99.99%)', ['30 days']],
    ['50 minutes (99.9%)', []],
    ['43 minutes', []],
  ])('%s', (written, fits) => {
    expect(statedBudget(incidentFor(block([`- Monthly SLO budget: ${written}`])).reading).fits).toEqual(fits);
  });

  test('figures that fit each other, and those that do not', () => {
    const fine = block([
      '- Total downtime: 20 minutes',
      '- Monthly SLO budget: 43 minutes (99.9%)',
      '- SLO budget consumed: 47%',
      '- Remaining budget: 23 minutes',
    ]);
    const found = errorBudgetConsumed.measure(incidentFor(fine));
    expect(found.slice(1).map(shown)).toEqual([
      'error-budget-consumed/as-stated [as the document states it] 46.512 (47% agrees)',
      'error-budget-consumed/as-stated-after [as the document states it] 53.488 (23 minutes agrees)',
    ]);
    expect(found[1]?.notes).toEqual(['43 minutes are what 99.9% allows over 30 days.']);
    const wrong = errorBudgetConsumed.measure(
      incidentFor(fine.replace('23 minutes', '30 minutes').replace('47%', '74%')),
    );
    expect(wrong.slice(1).map(shown)).toEqual([
      'error-budget-consumed/as-stated [as the document states it] 46.512 (74% differs)',
      'error-budget-consumed/as-stated-after [as the document states it] 53.488 (30 minutes differs)',
    ]);
    expect(wrong[2]?.stated?.message).toBe(
      'The document states 30 minutes; its budget less what it consumed leaves 23 minutes. One of them needs another look.',
    );
  });

  test('an overspent one goes below nothing', () => {
    const over = block([
      '- Total downtime: 60 minutes',
      '- Monthly SLO budget: 43.2 minutes (99.9%)',
      '- Remaining budget: -16.8 minutes',
    ]);
    expect(errorBudgetConsumed.measure(incidentFor(over)).slice(1).map(shown)).toEqual([
      'error-budget-consumed/as-stated [as the document states it] 138.889',
      'error-budget-consumed/as-stated-after [as the document states it] -38.889 (-16.8 minutes agrees)',
    ]);
  });

  test('a placeholder is no figure, and nothing known is no share', () => {
    const empty = block([
      '- Total downtime: X minutes',
      '- Monthly SLO budget: 43 minutes (99.9%)',
      '- SLO budget consumed: X% ',
      '- Remaining budget: Y minutes',
    ]);
    expect(errorBudgetConsumed.measure(incidentFor(empty)).slice(1).map(shown)).toEqual([
      'error-budget-consumed/as-stated [as the document states it] unknown: noDowntime',
      'error-budget-consumed/as-stated-after [as the document states it] unknown: noDowntime',
    ]);
  });

  test('stands beside what the objective gives', () => {
    const text = `${about()}- **Error Budget**: 116 % consumed\n`;
    expect(budgets(text)[0]).toContain('(116 % agrees)');
    expect(budgets(text.replace('116', '60'))[0]).toContain('(60 % differs)');
    expect(budgets(text.replace('Full outage', '40 %'))[0]).toContain('(116 % agreesWithOther)');
  });
});

test('buckets over an objective of the house', () => {
  const text = `${about()}\n## Metrics\n\n\`\`\`json\n{ "bucket_seconds": 60, "error_rate_percent": [0, 15.3, 0.05] }\n\`\`\`\n`;
  expect(durationAboveObjective.measure(incidentFor(text, outage, services(answered()))).map(shown)).toEqual([
    'duration-above-objective/of-buckets [checkout · answered] 1',
  ]);
});
