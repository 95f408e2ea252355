import { describe, expect, test } from 'vitest';
import type { Impact } from '../src/index.ts';
import { placeOf, postmortemOf, short, shortAll } from './reading.ts';

function impact(body: string): Impact {
  return postmortemOf(`# Maps blank\n\n${body}\n`).impact;
}

describe('labels of an impact section', () => {
  test.each<[keyof Impact, string, string]>([
    ['users', '- **Users Affected**: ~5,000 users', '~5,000 users'],
    ['users', '- **Affected Users**: 12%', '12%'],
    ['users', '- **Users affected:** 40', '40'],
    ['customers', '- **Customers affected:** 12', '12'],
    ['requestsFailed', '- **Failed requests:** 1,204', '1,204'],
    ['revenue', '- **Revenue Impact**: $12,000', '$12,000'],
    ['business', '- **Business Impact**: Two bookings lost', 'Two bookings lost'],
    ['degradation', '- **Service Degradation**: Partial outage', 'Partial outage'],
    ['degradation', '- **Degradation Level:** Complete outage', 'Complete outage'],
    ['dataIntegrity', '- **Data Integrity**: No loss', 'No loss'],
    ['dataIntegrity', '- **Data affected:** Read-only', 'Read-only'],
    ['performance', '- **Performance impact:** Tiles took 8 s', 'Tiles took 8 s'],
    ['serviceLevel', '- **SLO Impact**: Availability breached', 'Availability breached'],
    ['errorBudget', '- **Error Budget**: 34% consumed', '34% consumed'],
    ['contractBreaches', '- **SLA Breaches**: None', 'None'],
  ])('%s: %s', (name, line, value) => {
    expect(short(impact(`## Impact Assessment\n\n${line}`)[name] as Impact['users'])).toBe(value);
  });

  test.each<[keyof Impact, string, readonly string[]]>([
    ['regions', '- **Geographic Impact**: eu-west, us-east', ['eu-west', 'us-east']],
    ['regions', '- **Regions**: Norway', ['Norway']],
    ['features', '- **Features impacted:** Search, routing and print', ['Search', 'routing', 'print']],
    ['features', '- **Feature Impact**: Search', ['Search']],
    ['dataSources', '- **Data Sources**: tiles feed', ['tiles feed']],
  ])('%s: %s', (name, line, values) => {
    expect(shortAll(impact(`## Impact Assessment\n\n${line}`)[name] as Impact['regions'])).toEqual(values);
  });

  test.each<[string, readonly string[]]>([
    ['- **Services Affected**: api, web and worker', ['api', 'web', 'worker']],
    ['- **Service(s) Affected:** api', ['api']],
    ['- **Services Affected**:\n  - api\n  - web', ['api', 'web']],
    ['**Services affected:**\n\n- api\n- web', ['api', 'web']],
  ])('services: %j', (body, names) => {
    expect(impact(`## Impact\n\n${body}`).services.map(({ name }) => short(name))).toEqual(names);
  });

  test('an internal impact', () => {
    expect(shortAll(impact('## Impact\n\n**Internal Impact:**\n\n- 3 engineers paged\n- 12 tickets').internal)).toEqual(
      ['3 engineers paged', '12 tickets'],
    );
  });
});

describe('the text of the impact', () => {
  test.each<[string, string]>([
    ['## Impact\n\nMaps were blank for an hour.', 'Maps were blank for an hour.'],
    ['**Impact:** Maps were blank for an hour.', 'Maps were blank for an hour.'],
    ['## Impact\n\n- Maps blank\n- Routes missing', 'Maps blank Routes missing'],
  ])('%j', (body, text) => {
    expect(short(impact(body).text)).toBe(text);
  });

  test('its points', () => {
    expect(
      impact('## Impact\n\n- Maps blank\n- [x] Routes missing').points.map(({ text, ticked }) => [short(text), ticked]),
    ).toEqual([
      ['Maps blank', undefined],
      ['Routes missing', true],
    ]);
  });

  test('a template has none', () => {
    const { users, revenue, services, regions } = impact(
      '## Impact Assessment\n\n- **Users Affected**: X users/customers\n- **Revenue Impact**: $X (if applicable)\n- **Services Affected**: [List of services]\n- **Regions**: [Which regions/zones affected]',
    );
    expect([users.state, revenue.state, services[0]?.name.state ?? 'unknown', regions[0]?.state ?? 'unknown']).toEqual([
      'unknown',
      'unknown',
      'unknown',
      'unknown',
    ]);
  });
});

const rows = (body: string): readonly unknown[] =>
  impact(body).levels.map(({ indicator, subject, normal, incident, change }) => [
    indicator,
    short(subject),
    short(normal),
    short(incident),
    short(change),
  ]);

describe('service levels, normal and in the incident', () => {
  test.each<[string, string, readonly (readonly string[])[]]>([
    [
      'availability',
      '## Impact Analysis\n\n### Availability Impact\n\n| Service | Normal Uptime | Incident Uptime | Impact |\n|---|---|---|---|\n| tiles | 99.9% | 95.2% | -4.7% |\n| routes | 99.9% | 98.1% | -1.8% |',
      [
        ['availability', 'tiles', '99.9%', '95.2%', '-4.7%'],
        ['availability', 'routes', '99.9%', '98.1%', '-1.8%'],
      ],
    ],
    [
      'latency',
      '## Impact Analysis\n\n### Latency Impact\n\n| Endpoint | Normal p95 | Incident p95 | Increase |\n|---|---|---|---|\n| GET /tiles | 200ms | 5000ms | 25x |',
      [['latency', 'GET /tiles', '200ms', '5000ms', '25x']],
    ],
    [
      'error rate',
      '## Impact Analysis\n\n### Error Rate Impact\n\n| Service | Normal Error Rate | Incident Error Rate |\n|---|---|---|\n| tiles | 0.01% | 15.3% |',
      [['errorRate', 'tiles', '0.01%', '15.3%', '(absent)']],
    ],
    [
      'a table by its columns alone',
      '## Impact\n\n| Service | Normal Uptime | Incident Uptime |\n|---|---|---|\n| tiles | 99.9% | 95.2% |',
      [['availability', 'tiles', '99.9%', '95.2%', '(absent)']],
    ],
  ])('%s', (_indicator, body, expected) => {
    expect(rows(body)).toEqual(expected);
  });

  test.each<[string, string, string, string]>([
    ['- **Availability**: 98.2% uptime (SLO: 99.9%)', 'availability', '98.2% uptime (SLO: 99.9%)', '99.9%'],
    ['- **Error Rate**: 4% (SLO: <0.1%)', 'errorRate', '4% (SLO: <0.1%)', '<0.1%'],
    ['- **Latency**: p95 = 800ms (SLO: <500ms)', 'latency', 'p95 = 800ms (SLO: <500ms)', '<500ms'],
    [
      '- **Data Freshness**: Max staleness = 4 hours (SLO: <2 hours)',
      'freshness',
      'Max staleness = 4 hours (SLO: <2 hours)',
      '<2 hours',
    ],
  ])('a line: %s', (line, indicator, incident, normal) => {
    expect(
      impact(`## Impact\n\n### Service Level Impact\n\n${line}`).levels.map((row) => [
        row.indicator,
        short(row.incident),
        short(row.normal),
      ]),
    ).toEqual([[indicator, incident, normal]]);
  });

  test('a line that nobody filled in is unknown', () => {
    expect(impact('## Impact\n\n- **Availability**: X% uptime (SLO: 99.9%)').levels[0]?.incident.state).toBe('unknown');
  });

  test('each cell knows its place', () => {
    const text =
      '# Maps blank\n\n## Impact\n\n| Service | Normal Uptime | Incident Uptime |\n|---|---|---|\n| tiles | 99.9% | 95.2% |\n';
    expect(postmortemOf(text).impact.levels[0]?.incident.places).toEqual([placeOf(text, '95.2%')]);
  });

  test('another table is none', () => {
    expect(rows('## Impact\n\n| Region | Users | Minutes |\n|---|---|---|\n| eu | 40 | 12 |')).toEqual([]);
  });
});
