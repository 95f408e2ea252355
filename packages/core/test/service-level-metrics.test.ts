import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { availabilityChange } from '../src/measure/availability-change.ts';
import { availability } from '../src/measure/availability.ts';
import { dataFreshness } from '../src/measure/data-freshness.ts';
import { durationAboveObjective } from '../src/measure/duration-above-objective.ts';
import { errorRatePeak } from '../src/measure/error-rate-peak.ts';
import { errorRate } from '../src/measure/error-rate.ts';
import { latencyRatio } from '../src/measure/latency-ratio.ts';
import type { Metric } from '../src/measure/metric.ts';
import { answered, incidentFor, shown } from './incident-for.ts';

function lines(
  metric: Metric,
  text: string,
  services = [{ name: 'API', aliases: [], slos: [answered()] }],
): readonly string[] {
  return metric.measure(incidentFor(text, {}, { services })).map(shown);
}

const template = fs.readFileSync(path.join(import.meta.dirname, '../templates/service-levels.md'), 'utf8');

/** The tables and the data block of the service-levels form, filled in. */
const filled = `# Pool exhausted

## Impact Analysis

### Availability Impact

| Service | Normal Uptime | Incident Uptime | Impact |
| ------- | ------------- | --------------- | ------ |
| API     | 99.9%         | 95.2%           | -4.7%  |
| Web     | 99.9%         | 98.1%           | -1.2%  |

### Latency Impact

| Endpoint           | Normal p95 | Incident p95 | Increase |
| ------------------ | ---------- | ------------ | -------- |
| POST /api/v1/calls | 200ms      | 5000ms       | 25x      |
| GET /api/v1/calls  | 150ms      | 0.8 s        | 5.3x     |
| GET /slow          | 150ms      | 300ms        | 3x       |
| GET /percent       | 100ms      | 300ms        | 200%     |
| GET /added         | 100ms      | 300ms        | +200ms   |
| GET /odd           | 0ms        | 300ms        |          |
| GET /words         | quick      | 300ms        |          |

### Error Rate Impact

| Service | Normal Error Rate | Incident Error Rate |
| ------- | ----------------- | ------------------- |
| API     | 0.01%             | 15.3%               |
| Web     | 0.05%             | 210%                |

## Metrics & Data

### Key Metrics

\`\`\`json
{
  "calls_failed": 1234,
  "calls_succeeded": 5678,
  "error_rate_peak": 15.3
}
\`\`\`
`;

describe('D-24: the numbers of the service-levels form', () => {
  test('latency: 25x and 5.33x, and what else the rows say', () => {
    const found = latencyRatio.measure(incidentFor(filled));
    expect(found.map(shown)).toEqual([
      'latency-ratio/of-normal [POST /api/v1/calls] 25 (25x agrees)',
      'latency-ratio/added [POST /api/v1/calls] 4800',
      'latency-ratio/of-normal [GET /api/v1/calls] 5.333 (5.3x agrees)',
      'latency-ratio/added [GET /api/v1/calls] 650',
      'latency-ratio/of-normal [GET /slow] 2 (3x differs)',
      'latency-ratio/added [GET /slow] 150',
      'latency-ratio/of-normal [GET /percent] 3 (200% agrees)',
      'latency-ratio/added [GET /percent] 200',
      'latency-ratio/of-normal [GET /added] 3 (+200ms agreesWithOther)',
      'latency-ratio/added [GET /added] 200',
      'latency-ratio/of-normal [GET /odd] invalid: noNormal',
      'latency-ratio/of-normal [GET /words] unknown: noLatency',
    ]);
    expect(found[4]?.stated?.message).toBe(
      'The document states 3x; the two latencies of the row give 2x. One of them needs another look.',
    );
    expect(found[1]?.unit).toBe('milliseconds');
  });

  test('error rate: 17.853 % of the requests, above the peak of 15.3 %', () => {
    expect(lines(errorRate, filled)).toEqual([
      'error-rate/of-requests 17.853',
      'error-rate/as-stated [API] 15.3',
      'error-rate/as-stated [Web] invalid: outOfRange',
    ]);
    expect(lines(errorRatePeak, filled)).toEqual(['error-rate-peak/as-stated 15.3']);
    const [peak] = errorRatePeak.measure(incidentFor(filled));
    const [place] = peak?.places ?? [];
    expect(filled.slice(place?.from, place?.to)).toBe('"error_rate_peak": 15.3');
  });

  test('availability: points are counted, a percentage without a window is not', () => {
    expect(lines(availabilityChange, filled)).toEqual([
      'availability-change/points [API] -4.7 (-4.7% agrees)',
      'availability-change/points [Web] -1.8 (-1.2% differs)',
    ]);
    const found = availability.measure(incidentFor(filled));
    expect(found.map(shown)).toEqual([
      'availability/time-in-window unknown: noService',
      'availability/requests-in-incident 82.147',
      'availability/as-stated [API] unknown: noWindow (95.2% notCompared)',
      'availability/as-stated [Web] unknown: noWindow (98.1% notCompared)',
    ]);
    expect(found[2]?.result).toMatchObject({
      message:
        '“95.2%” means nothing without a window: it may be of the incident, the day or the month, and each is another outage. Write over how long, such as “over 30 days”.',
    });
  });

  test('of the empty form nothing is a fact', () => {
    const metrics = [
      availability,
      availabilityChange,
      latencyRatio,
      errorRate,
      errorRatePeak,
      durationAboveObjective,
      dataFreshness,
    ];
    const known = metrics
      .flatMap((metric) => metric.measure(incidentFor(template)))
      .filter(({ result }) => result.state === 'known');
    expect(known).toEqual([]);
  });
});

describe('rows with a promise beside the number', () => {
  const text = `# Slow

## Service Level Impact

- **Availability**: 98.2% uptime over 30 days (SLO: 99.9%)
- **Error Rate**: 2.5% (SLO: <0.1%)
- **Latency**: p95 = 1500ms, p99 = 4 s (SLO: p95 500ms)
- **Data Freshness**: Max staleness = 3 hours 30 minutes (SLO: <2 hours)
`;

  test('are set against the promise', () => {
    expect(lines(latencyRatio, text)).toEqual([
      'latency-ratio/of-objective [Latency · p95] 3',
      'latency-ratio/added [Latency · p95] 1000',
    ]);
    expect(lines(availabilityChange, text)).toEqual(['availability-change/from-objective [Availability] -1.7']);
    expect(lines(availability, text)).toContain('availability/as-stated [Availability] 98.2');
    expect(lines(errorRate, text)).toContain('error-rate/as-stated [Error Rate] 2.5');
    const [freshness] = dataFreshness.measure(incidentFor(text));
    expect(freshness === undefined ? '' : shown(freshness)).toBe('data-freshness/greatest-age [Data Freshness] 210');
    expect(freshness?.notes).toEqual(['2 hours was promised; it was older than that.']);
  });

  test('percentiles that differ are not compared', () => {
    const row =
      '# A\n\n## Latency\n\n| Endpoint | Normal | Incident | Increase |\n|---|---|---|---|\n| /a | p50 = 20ms | p99 = 900ms | 45x |\n';
    expect(lines(latencyRatio, row)).toEqual(['latency-ratio/of-normal [/a] invalid: otherPercentile']);
  });

  test('a sentence from … to … has points', () => {
    const said = '# A\n\n## Impact\n\n- **SLO Impact**: Availability dropped from 99.9% to 95.2%\n';
    expect(lines(availabilityChange, said)).toEqual(['availability-change/points -4.7']);
    expect(lines(availability, said)).toContain('availability/as-stated unknown: noWindow (95.2% notCompared)');
    const month = said.replace('95.2%', '95.2% in May');
    expect(lines(availability, month)).toContain('availability/as-stated 95.2');
    expect(lines(availability, said.replace(/from.*/, 'fell by 4.7%'))).toHaveLength(1);
    expect(lines(availabilityChange, said.replace('95.2%', '195.2%'))).toEqual([
      'availability-change/points invalid: outOfRange',
    ]);
  });
});

/** A document with one JSON block in its data. */
function withData(data: unknown, more = ''): string {
  return `# A\n\n## Metrics\n\n\`\`\`json\n${typeof data === 'string' ? data : JSON.stringify(data, null, 2)}\n\`\`\`\n${more}`;
}

describe('requests', () => {
  test.each([
    [{ requests_failed: 5, requests_total: 50 }, '10'],
    [{ failedRequests: 5, totalRequests: 50 }, '10'],
    [{ impact: { errors: 1, 'failed-calls': 5, calls: 20 } }, '25'],
    [{ calls_failed: 0, calls_succeeded: 0 }, 'unknown: noRequests'],
    [{ calls_failed: 5 }, 'unknown: noTotal'],
    [{ calls_failed: -5, calls_total: 3 }, 'unknown: noRequestCounts'],
    [{ calls_failed: 1.5, calls_total: 3 }, 'unknown: noRequestCounts'],
    [{ calls_failed: '5', calls_total: '50' }, 'unknown: noRequestCounts'],
    ['{ "calls_failed": 1e999, "calls_total": 5 }', 'unknown: noRequestCounts'],
    ['{ "calls_failed": 5, ', 'unknown: noRequestCounts'],
    ['[[[['.repeat(5_000), 'unknown: noRequestCounts'],
    [`{"a":`.repeat(50) + '{"calls_failed": 1}' + '}'.repeat(50), 'unknown: noRequestCounts'],
    ['{ "__proto__": { "calls_failed": 1, "calls_total": 2 } }', '50'],
  ])('%j', (data, expected) => {
    expect(lines(errorRate, withData(data))).toEqual([`error-rate/of-requests ${expected}`]);
  });
});

describe('peaks', () => {
  test.each([
    [{ error_rate_peak: 15.3 }, ['error-rate-peak/as-stated 15.3']],
    [{ peak_error_ratio: 0.153 }, ['error-rate-peak/as-stated 15.3']],
    [{ max_error_rate_percent: 0.4 }, ['error-rate-peak/as-stated 0.4']],
    [{ error_rate_peak: 0.153 }, ['error-rate-peak/as-stated unknown: noUnit']],
    [{ error_rate_peak: 153 }, ['error-rate-peak/as-stated invalid: outOfRange']],
    [{ cpu_peak: 99 }, ['error-rate-peak/of-buckets unknown: noPeak']],
    [{ error_rate_per_minute: [0.1, 12, 3] }, ['error-rate-peak/of-buckets 12']],
  ])('%j', (data, expected) => {
    expect(lines(errorRatePeak, withData(data))).toEqual(expected);
  });

  test('in a row that says so, which then is no mean', () => {
    const text = '# A\n\n## Impact\n\n- **Error Rate**: Peak 504 rate reached 15%.\n';
    expect(lines(errorRatePeak, text)).toEqual(['error-rate-peak/as-stated [Error Rate] 15']);
    expect(lines(errorRate, text)).toEqual(['error-rate/of-requests unknown: noRequestCounts']);
  });

  test('in a line of a block', () => {
    expect(
      lines(errorRatePeak, withData('').replace('json\n', '\nError Rate Impact:\n- Peak error rate: 12,5 %\n')),
    ).toEqual(['error-rate-peak/as-stated 12.5']);
  });
});

describe('duration above the objective', () => {
  const services = [{ name: 'API', aliases: [], slos: [answered()] }];
  const named = '\n## Impact\n\n- **Services**: API\n';

  test.each([
    [{ bucket_seconds: 60, error_rate_percent: [0, 0.1, 0.2, 15.3, 0.05] }, '2'],
    [{ error_ratio_per_minute: [0, 0.001, 0.002, 0.153] }, '2'],
    [{ bucket_minutes: 5, error_ratio: [0.5, 0.5] }, '10'],
    [
      {
        samples: [
          { time: '2026-03-01T10:00Z', failed: 0, total: 10 },
          { time: '2026-03-01T10:05Z', failed: 5, total: 10 },
        ],
      },
      '5',
    ],
    [
      {
        samples: [
          { t: 1_700_000_000, error_rate: 5 },
          { t: 1_700_000_060, error_rate: 0 },
          { t: 1_700_000_120, error_rate: 7 },
        ],
      },
      '2',
    ],
  ])('%j', (data, minutes) => {
    expect(lines(durationAboveObjective, withData(data, named), services)).toEqual([
      `duration-above-objective/of-buckets [API · answered] ${minutes}`,
    ]);
  });

  test.each([
    [{ error_ratio: [0.5, 0.5] }],
    [{ bucket_seconds: 0, error_ratio: [0.5] }],
    [{ bucket_seconds: 60, error_ratio: [0.5, 7] }],
    [{ bucket_seconds: 60, error_ratio: [0.5, null] }],
    [{ bucket_seconds: 60, error_ratio: [] }],
    [
      {
        samples: [
          { time: '2026-03-01T10:00Z', error_rate: 1 },
          { time: '2026-03-01T10:05Z', error_rate: 2 },
          { time: '2026-03-01T10:06Z', error_rate: 2 },
        ],
      },
    ],
    [
      {
        samples: [
          { time: 'then', error_rate: 1 },
          { time: 'later', error_rate: 2 },
        ],
      },
    ],
  ])('%j has no buckets', (data) => {
    expect(lines(durationAboveObjective, withData(data, named), services)).toEqual([
      'duration-above-objective/of-buckets unknown: noBuckets',
    ]);
  });

  test('the stated one stands beside, and an objective is needed', () => {
    const data = withData(
      { bucket_seconds: 60, error_rate_percent: [1, 2, 3] },
      `${named}\n\`\`\`\nDuration above SLO: 12 minutes\n\`\`\`\n`,
    );
    expect(lines(durationAboveObjective, data, services)).toEqual([
      'duration-above-objective/of-buckets [API · answered] 3 (12 minutes differs)',
    ]);
    expect(lines(durationAboveObjective, data, [])).toEqual([
      'duration-above-objective/of-buckets unknown: noObjective',
    ]);
  });
});

test('no freshness is not applicable', () => {
  expect(lines(dataFreshness, '# A\n')).toEqual(['data-freshness/greatest-age notApplicable: noFreshness']);
});
