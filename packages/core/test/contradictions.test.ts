import { describe, expect, test } from 'vitest';
import { contradictions, measure, read } from '../src/index.ts';
import { context, measured, shortly } from './measured.ts';

/** The worked example of the template service-levels in other words: what it says against itself is the same. */
const poolExhausted = `# Order service out of connections

**Incident ID**: \`INC-2024-0115-1430\`
**Date**: 2024-01-15
**Time**: 14:30 UTC
**Duration**: 2 hours 15 minutes
**Severity**: P1
**Status**: Resolved

## Summary

The order service ran out of connections to its database at the busiest hour.

**Impact**:

- **Users Affected**: ~15% of API requests failed
- **Service Degradation**: Partial outage
- **SLO Impact**: Availability dropped from 99.9% to 95.2%

## Timeline

| Time (UTC) | Event | Action Taken |
| --- | --- | --- |
| 14:30 | Errors detected | On-call looks at the dashboard |
| 14:35 | Investigation started | Logs read |
| 14:45 | Root cause identified | A join without an index |
| 15:00 | Mitigation applied | More connections |
| 15:15 | Service restored | Health checks pass |
| 16:45 | Post-incident review | The team talks it over |

## Impact Analysis

### Latency Impact

| Endpoint | Normal p95 | Incident p95 | Increase |
| --- | --- | --- | --- |
| POST /orders | 200ms | 5000ms | 25x |
| GET /orders | 150ms | 800ms | 5.3x |

## Metrics & Data

### Key Metrics

\`\`\`json
{
  "incident_start": "2024-01-15T14:30:00Z",
  "incident_end": "2024-01-15T16:45:00Z",
  "duration_minutes": 135,
  "calls_failed": 1234,
  "calls_succeeded": 5678,
  "error_rate_peak": 15.3
}
\`\`\`
`;

function found(text: string, zone: string | null = null) {
  const reading = read(text);
  return contradictions(reading, measure(reading, { ...context, zone }), { zone });
}

function told(text: string, id: string): readonly string[] {
  return found(text)
    .filter((contradiction) => contradiction.id === id)
    .map(({ message }) => message);
}

describe('reference case D-24: the example of the template service-levels', () => {
  test('lasted 45 minutes', () => {
    const duration = measured(poolExhausted).get('impact-duration/impact');
    expect(shortly(duration)).toBe(45);
    expect(duration?.stated).toMatchObject({ value: 135, verdict: 'differs', written: '2 hours 15 minutes' });
  });

  test('states 2 h 15 min against 45 min, and says where both come from', () => {
    expect(told(poolExhausted, 'stated-duration')).toEqual([
      'The text states 2 h 15 min (“2 hours 15 minutes”) as impact duration; by its own times it is 45 min, from 14:30 to 15:15 “Service restored”. What is stated is the time from 14:30 “Errors detected” to 16:45 “Post-incident review”. It counts until the review at 16:45, and a review ends no incident.',
    ]);
  });

  test('has a mean error rate above its peak', () => {
    const [message = ''] = told(poolExhausted, 'mean-above-peak');
    expect(message).toContain('1,234 of 6,912 failed');
    expect(message).toContain('17.9% over the whole incident');
    expect(message).toContain('the peak is stated as 15.3%');
    expect((100 * 1_234) / 6_912).toBeCloseTo(17.853, 3);
  });

  test('lists requests as users', () => {
    expect(told(poolExhausted, 'requests-as-users')).toEqual([
      'Under users affected, “~15% of API requests failed” counts requests, not users.',
    ]);
    expect(shortly(measured(poolExhausted).get('users-affected/count'))).toBe('invalid: requestsNotUsers');
  });

  test('ends its data with the review', () => {
    expect(told(poolExhausted, 'end-is-review').join()).toContain('The stated end 16:45 is the time of the review');
  });

  test('tells an availability without its time', () => {
    const [message = ''] = told(poolExhausted, 'percentage-without-window');
    expect(message).toContain('but not over which time');
    expect(message).toContain('15% of requests are said to have failed, which would leave 85%');
  });

  test('each points to the words that it is about, and asks', () => {
    for (const { places, question } of found(poolExhausted)) {
      expect(places.length).toBeGreaterThan(0);
      expect(places.filter(({ from, to }) => from < 0 || to > poolExhausted.length || from >= to)).toEqual([]);
      expect(question).toMatch(/\?|Pin|Correct/);
    }
    const peak = found(poolExhausted).find(({ id }) => id === 'mean-above-peak');
    expect(peak?.places.map(({ from, to }) => poolExhausted.slice(from, to))).toEqual([
      '"calls_failed": 1234,',
      '"calls_succeeded": 5678,',
      '"error_rate_peak": 15.3',
    ]);
  });
});

function incident(header: string, rows: readonly string[], rest = ''): string {
  return `# Kites down\n\n**Date:** 2026-03-01\n${header}\n\n## Timeline (UTC)\n\n${rows.map((row) => `- ${row}`).join('\n')}\n\n${rest}`;
}

const data = (values: object): string => `## Metrics\n\n\`\`\`json\n${JSON.stringify(values, null, 2)}\n\`\`\`\n`;

describe('what is fine is not told', () => {
  test.each([
    [
      'a duration that agrees',
      incident('**Duration:** 45 minutes', ['14:30 Outage started', '15:15 Service restored']),
    ],
    [
      'one that is a minute off',
      incident('**Duration:** 46 minutes', ['14:30 Outage started', '15:15 Service restored']),
    ],
    ['a rough one', incident('**Duration:** 1 hour', ['14:30 Outage started', '15:15 Service restored'])],
    [
      'a mean below the peak',
      incident('', [], data({ calls_failed: 10, calls_succeeded: 990, error_rate_peak: 15.3 })),
    ],
    [
      'a peak as a share of one',
      incident('', [], data({ calls_failed: 20, calls_succeeded: 80, error_rate_peak: 0.9 })),
    ],
    ['nothing that was called', incident('', [], data({ calls_failed: 0, calls_succeeded: 0, error_rate_peak: 1 }))],
    ['odd values', incident('', [], data({ calls_failed: -5, calls_succeeded: 'many', error_rate_peak: null }))],
    ['data that is none', `${incident('', [])}\n\`\`\`json\n{"calls_failed": 1e999, \n\`\`\`\n`],
    [
      'a recovery and a confirmation',
      incident('', ['14:30 Outage started', '15:15 Service restored', '15:30 Confirmed stable']),
    ],
    [
      'two outages',
      incident('', [
        '10:00 Outage started',
        '10:40 Service restored',
        '12:00 Outage started',
        '12:10 Service restored',
      ]),
    ],
    [
      'an availability with its time',
      incident('**SLO Impact:** Availability dropped to 95.2% over the month', ['14:30 Outage started']),
    ],
    ['an empty text', ''],
  ])('%s', (_name, text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('what is not fine is', () => {
  test('a duration in a data block', () => {
    const text = incident('', ['14:30 Outage started', '15:15 Service restored'], data({ duration_minutes: 135 }));
    expect(told(text, 'stated-duration').join()).toContain('The data block states 2 h 15 min (“duration_minutes”)');
  });

  test('an acknowledgement before the alert', () => {
    const text = incident('', ['14:30 Outage started', '14:40 Engineer acknowledged the page', '14:50 Alert fired']);
    expect(told(text, 'out-of-order').join()).toContain('Acknowledged (2026-03-01 14:40) lies before alerted');
  });

  test('an end before the start', () => {
    const text = `---\ntimes: { impactStart: 2026-03-01T10:00Z, impactEnd: 2026-03-01T09:00Z }\n---\n# Kites\n`;
    expect(told(text, 'out-of-order')).toHaveLength(1);
  });

  test('a stated start that the timeline tells otherwise', () => {
    const text = incident('**Start time:** 14:00 UTC', ['14:30 Outage started', '15:15 Service restored']);
    expect(told(text, 'stated-instant')).toEqual([
      '14:00 is stated as impact start, and the row of the timeline that tells it is that of 14:30, 30 min apart. The stated one counts.',
    ]);
  });

  test('two ends of one outage', () => {
    const rows = ['14:30 Outage started', '15:00 Service restored', '15:40 Service restored'];
    expect(told(incident('', rows), 'several-ends')).toEqual([
      'Several rows tell that the impact ended: 15:00 and 15:40, 40 min apart. The last one counts.',
    ]);
    const pin = `---\ntimes: { impactEnd: 2026-03-01T15:40Z }\n---\n${incident('', rows)}`;
    expect(told(pin, 'several-ends')).toEqual([]);
  });
});
