import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decodeAlerts } from '../src/index.ts';
import { findPrograms, type Monitoring, startMonitoring } from './prometheus-and-alertmanager.ts';

const programs = findPrograms();
const reason = 'missing' in programs ? ` (skipped: ${programs.missing})` : '';

const RULES = `
groups:
  - name: kites
    interval: 1s
    rules:
      - alert: KitesAreDown
        expr: vector(1)
        labels: { severity: critical, service: 'kites, strings' }
        annotations:
          summary: The kites are down
          description: "There is no wind.\\nThere are {{ $value }} kites on the ground."
          runbook_url: https://wiki.example/runbooks/kites
`;

describe.skipIf('missing' in programs)(`a real Prometheus and Alertmanager${reason}`, () => {
  let monitoring: Monitoring;
  const begun = new Date();

  beforeAll(async () => {
    monitoring = await startMonitoring(RULES, 'team-kites.pager (primary)');
  });

  afterAll(() => monitoring.stop());

  const expected = {
    product: 'alertmanager',
    key: expect.stringMatching(/^[\da-f]{16}$/),
    receiver: 'team-kites.pager (primary)',
    status: 'firing',
    title: 'KitesAreDown',
    severity: 'critical',
    services: ['kites', 'strings'],
    summary: 'The kites are down',
    description: 'There is no wind.\nThere are 1 kites on the ground.',
    startsAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
    labels: [
      ['alertname', 'KitesAreDown'],
      ['service', 'kites, strings'],
      ['severity', 'critical'],
    ],
    events: [{ at: expect.any(String), kind: 'fired', text: 'KitesAreDown fired' }],
    responders: [],
  };
  const runbook = { kind: 'runbook', label: 'Runbook', url: 'https://wiki.example/runbooks/kites' };
  const rule = { kind: 'alert', label: 'Alert rule', url: expect.stringMatching(/^http:\/\/[^/]+\/graph\?g0\.expr=/) };

  test('send a webhook that is decoded', async () => {
    const answer = decodeAlerts(await monitoring.firstDelivery);
    const home = { kind: 'other', label: 'Alertmanager', url: expect.stringMatching(/^http:/) };
    expect(answer).toEqual({
      ok: true,
      product: 'alertmanager',
      alerts: [{ ...expected, groupKey: '{}:{alertname="KitesAreDown"}', links: [runbook, rule, home] }],
      notes: [],
    });
    const start = Date.parse((answer.ok && answer.alerts[0]?.startsAt) || '');
    expect(Math.abs(start - begun.getTime())).toBeLessThan(60_000);
  });

  test('give a list of alerts that is decoded', async () => {
    await monitoring.firstDelivery;
    expect(decodeAlerts(await monitoring.ask('/api/v2/alerts'))).toEqual({
      ok: true,
      product: 'alertmanager',
      alerts: [{ ...expected, links: [runbook, rule] }],
      notes: [],
    });
  });
});
