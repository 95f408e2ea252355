import fc from 'fast-check';
import { expect, test } from 'vitest';
import { calendarUnits } from '../src/model/service-level-objective.ts';
import type { ObjectiveWindow, ServiceLevelObjective } from '../src/index.ts';
import { availabilityChange } from '../src/measure/availability-change.ts';
import { availability } from '../src/measure/availability.ts';
import { dataFreshness } from '../src/measure/data-freshness.ts';
import { durationAboveObjective } from '../src/measure/duration-above-objective.ts';
import { errorBudgetConsumed } from '../src/measure/error-budget-consumed.ts';
import { errorRatePeak } from '../src/measure/error-rate-peak.ts';
import { errorRate } from '../src/measure/error-rate.ts';
import { incidentBurnRate } from '../src/measure/incident-burn-rate.ts';
import { latencyRatio } from '../src/measure/latency-ratio.ts';
import { serviceLevelCompliance } from '../src/measure/service-level-compliance.ts';
import { incidentFor } from './incident-for.ts';

const metrics = [
  availability,
  availabilityChange,
  dataFreshness,
  durationAboveObjective,
  errorBudgetConsumed,
  errorRate,
  errorRatePeak,
  incidentBurnRate,
  latencyRatio,
  serviceLevelCompliance,
];

const number = fc.constantFrom('0', '-1', '99.9', '1,234', '0,5', '1e9', '999999999999999', 'X', '', '0.0000001', '5k');
const unit = fc.constantFrom('%', ' %', 'ms', ' s', 'x', ' minutes', '', ' of 10 requests', 'pp');
const quantity = fc.tuple(number, unit).map((parts) => parts.join(''));
const row = fc
  .tuple(fc.constantFrom('api', 'web', ''), quantity, quantity, quantity)
  .map((cells) => `| ${cells.join(' | ')} |`);
const table = fc
  .tuple(fc.constantFrom('Uptime', 'p95', 'Error Rate', 'Freshness'), fc.array(row, { maxLength: 4 }))
  .map(([what, rows]) =>
    [
      `### ${what} Impact`,
      '',
      `| Service | Normal ${what} | Incident ${what} | Change |`,
      '|---|---|---|---|',
      ...rows,
    ].join('\n'),
  );
const labels = fc.constantFrom(
  'Services',
  'Service Degradation',
  'Failed Requests',
  'Users Affected',
  'SLO Impact',
  'Error Budget',
  'Availability',
  'Latency',
  'Data Freshness',
);
const line = fc
  .tuple(labels, fc.oneof(quantity, fc.constantFrom('api, web', 'api (40 %)', 'full outage')))
  .map((parts) => `- **${parts[0]}**: ${parts[1]}`);
const data = fc
  .dictionary(
    fc.constantFrom('calls_failed', 'calls_total', 'error_rate_peak', 'bucket_seconds', 'error_ratio', 'samples'),
    fc.jsonValue(),
  )
  .map((value) => `\`\`\`json\n${JSON.stringify(value)}\n\`\`\``);
const stated = fc
  .tuple(quantity, quantity, quantity, quantity)
  .map(
    ([down, budget, used, left]) =>
      `\`\`\`\nTotal downtime: ${down}\nMonthly SLO budget: ${budget} (99.9%)\nSLO budget consumed: ${used}\nRemaining budget: ${left}\n\`\`\``,
  );
const document = fc
  .array(fc.oneof(table, line, data, stated, fc.string({ maxLength: 20 })), { maxLength: 8 })
  .map((parts) => `# Api out\n\n## Impact\n\n${parts.join('\n\n')}\n`);

const window: fc.Arbitrary<ObjectiveWindow> = fc.oneof(
  fc.constantFrom(...calendarUnits).map((each) => ({ kind: 'calendar', unit: each }) as const),
  fc.constantFrom(0, 0.5, 30, 3660).map((days) => ({ kind: 'rolling', days }) as const),
);
const slo: fc.Arbitrary<ServiceLevelObjective> = fc.record({
  name: fc.constant('x'),
  indicator: fc.constantFrom('availability', 'latency', 'errorRate', 'freshness'),
  target: fc.constantFrom(0.5, 50, 99.9, 99.999999999, 100, NaN),
  window,
  budgeting: fc.constantFrom('occurrences', 'timeslices', 'ratioTimeslices'),
});
const time = fc.option(fc.date({ min: new Date('0001-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }), {
  nil: null,
});

test('of any document, objective and time there is a finite number or a sentence, and places lie in the text', () => {
  fc.assert(
    fc.property(document, fc.array(slo, { maxLength: 2 }), time, time, (text, slos, start, end) => {
      const times = {
        ...(start === null ? {} : { impactStart: start.toISOString() }),
        ...(end === null ? {} : { impactEnd: end.toISOString() }),
      };
      const incident = incidentFor(text, times, { services: [{ name: 'api', aliases: ['web'], slos }] });
      for (const { result, places, stated: beside, notes } of metrics.flatMap((metric) => metric.measure(incident))) {
        const numbers = [
          result.state === 'known' ? result.value : 0,
          result.state === 'open' ? result.atLeast : 0,
          beside?.value ?? 0,
          beside?.tolerance ?? 0,
        ];
        expect(numbers.filter((value) => !Number.isFinite(value))).toEqual([]);
        expect('message' in result ? result.message : 'A sentence.').toMatch(/\S\.$/);
        expect(notes.filter((note) => !note.endsWith('.') || /NaN|Infinity|undefined/.test(note))).toEqual([]);
        expect(places.filter(({ from, to }) => from < 0 || to > text.length || from > to)).toEqual([]);
      }
    }),
    { numRuns: 400 },
  );
});
