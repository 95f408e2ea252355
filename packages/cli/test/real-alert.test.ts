import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findPrograms, type Monitoring, startMonitoring } from '../../integrations/test/prometheus-and-alertmanager.ts';
import { debrief, folderWith } from './command.ts';

const programs = findPrograms();
const reason = 'missing' in programs ? ` (skipped: ${programs.missing})` : '';

const RULES = `
groups:
  - name: kites
    interval: 1s
    rules:
      - alert: KitesAreDown
        expr: vector(1)
        labels: { severity: critical, service: kites }
        annotations: { summary: 'No kite is up | at all', runbook_url: 'https://wiki.example/kites' }
`;

describe.skipIf('missing' in programs)(`an alert of a real Prometheus and Alertmanager${reason}`, () => {
  let monitoring: Monitoring;

  beforeAll(async () => {
    monitoring = await startMonitoring(RULES, 'pager');
  });

  afterAll(() => monitoring.stop());

  test('becomes a draft by way of the command', async () => {
    const payload = await monitoring.firstDelivery;
    const { stdout, stderr, status } = debrief(folderWith({}), ['new', '--from', '-', '--template', 'alert'], payload);
    expect([stderr, status]).toEqual(['', 0]);
    expect(stdout).toContain('# Post-Mortem: KitesAreDown\n');
    expect(stdout).toContain('**Severity**: SEV1 (critical)  \n');
    expect(stdout).toContain('- What: No kite is up | at all\n');
    expect(stdout).toContain('- **Services**: kites\n');
    expect(stdout).toContain('[Runbook](https://wiki.example/kites)');
    expect(stdout).toMatch(
      /### Detection and Response\n\n\|.*\n\|[-|]+\|\n\| \d\d:\d\d \| KitesAreDown fired \| alertmanager \|/,
    );
    const back = debrief(folderWith({ 'draft.md': stdout }), ['read', '--format', 'json', 'draft.md']);
    const today = new Date().toISOString().slice(0, 10);
    expect(JSON.parse(back.stdout)).toMatchObject([
      { reading: { date: today, zone: 'UTC', timeline: [{ text: 'KitesAreDown fired' }] } },
    ]);
  });
});
