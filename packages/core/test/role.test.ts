import { describe, expect, test } from 'vitest';
import { type InstantName, read, type RoleGuess } from '../src/index.ts';

function guess(words: string, rest = ''): RoleGuess | undefined {
  return read(`# Print queue stuck\n\n**Date:** 2026-03-01\n\n## Timeline\n\n- 14:05 ${words}\n${rest}`).postmortem
    .timeline[0]?.role;
}

describe('the words of an event suggest its role', () => {
  test.each<[InstantName, string]>([
    ['trigger', 'Deployment of version 4.2'],
    ['trigger', 'Configuration change applied to the spooler'],
    ['trigger', 'Certificate expired'],
    ['trigger', 'Version 4.2 rolled out'],
    ['impactStart', 'First errors on the print page'],
    ['impactStart', 'Outage begins'],
    ['impactStart', 'The spooler went down'],
    ['impactStart', 'Print jobs started failing'],
    ['impactStart', 'Customers start seeing errors'],
    ['alerted', 'Alert fired: queue too long'],
    ['alerted', 'On-call paged'],
    ['alerted', 'PagerDuty alert for queue length'],
    ['detected', 'Issue detected by the operator'],
    ['detected', 'A customer reported missing prints'],
    ['detected', 'Ana notices the long queue'],
    ['acknowledged', 'On-call acknowledged'],
    ['acknowledged', 'Alert acknowledged'],
    ['firstAction', 'Investigation started'],
    ['firstAction', 'Ana starts investigating'],
    ['declared', 'Incident declared'],
    ['declared', 'SEV2 incident declared by Ana'],
    ['notified', 'Status page updated'],
    ['notified', 'Customers notified by mail'],
    ['diagnosed', 'Root cause identified'],
    ['diagnosed', 'Root cause found: a full disk'],
    ['firstMitigation', 'First mitigation: spooler restarted'],
    ['firstMitigation', 'Rollback started'],
    ['firstMitigation', 'Mitigation applied'],
    ['mitigated', 'Impact mitigated'],
    ['mitigated', 'Rollback complete, error rate dropping'],
    ['impactEnd', 'Service restored'],
    ['impactEnd', 'Printing back to normal'],
    ['impactEnd', 'All printers recovered'],
    ['resolved', 'Incident resolved'],
    ['resolved', 'Issue resolved'],
    ['resolved', 'Confirmed stable'],
    ['closed', 'Incident closed'],
    ['closed', 'Post-incident review'],
  ])('%s: %s', (instant, words) => {
    expect(guess(words)?.instant).toBe(instant);
  });

  test.each<[InstantName, string, string]>([
    ['impactEnd', 'es', 'Servicio restablecido'],
    ['alerted', 'es', 'Se dispara la alerta'],
    ['diagnosed', 'fr', 'Cause racine identifiée'],
    ['impactEnd', 'fr', 'Service rétabli'],
    ['diagnosed', 'de', 'Ursache gefunden'],
    ['impactEnd', 'de', 'Dienst wiederhergestellt'],
    ['impactEnd', 'pt', 'Serviço restabelecido'],
    ['alerted', 'no', 'Alarmen gikk'],
    ['impactEnd', 'no', 'Tjenesten er gjenopprettet'],
    ['alerted', 'ja', 'アラートが発報した'],
    ['diagnosed', 'ja', '原因を特定した'],
    ['impactEnd', 'ja', 'サービスが復旧した'],
    ['alerted', 'zh', '收到告警'],
    ['impactEnd', 'zh', '服务恢复正常'],
  ])('%s in %s: %s', (instant, _language, words) => {
    expect(guess(words)?.instant).toBe(instant);
  });
});

describe('where words suggest nothing there is no guess', () => {
  test.each([
    'Ana joins the call',
    'We look at the printer',
    'Lunch',
    'Paper bought',
    'The printer model is a K-700',
    'Ana and Bo talk about paper',
  ])('%s', (words) => {
    expect(guess(words)).toBeUndefined();
  });
});

describe('what was not the case is no role', () => {
  test.each<[InstantName, string]>([
    ['resolved', 'Issue not resolved yet'],
    ['impactEnd', 'Service not restored by the restart'],
    ['mitigated', 'Rollback failed, errors not mitigated'],
    ['diagnosed', 'Root cause not identified'],
    ['alerted', 'No alert fired'],
  ])('not %s: %s', (instant, words) => {
    expect(guess(words)?.instant).not.toBe(instant);
  });
});

test('a guess shows the words that led to it', () => {
  expect(guess('At last: **root cause** identified by Ana')?.words).toBe('root cause identified');
  expect(guess('Alert fired: queue too long')?.words).toBe('alert fired');
});

test('a guess never changes the event', () => {
  const [event] = read('# Print queue stuck\n\n## Timeline\n\n- 14:05 Incident declared\n').postmortem.timeline;
  expect(event).toMatchObject({
    at: { value: { clock: '14:05' }, source: 'text' },
    text: { value: 'Incident declared' },
  });
});
