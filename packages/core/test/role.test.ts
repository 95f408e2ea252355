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
    ['impactStart', 'The spooler starts degrading'],
    ['impactStart', 'Start of incident. The second printer is switched off.'],
    ['impactStart', 'Error rate rises from 0.2 % to 40 %'],
    ['impactStart', 'Print success rate drops to 3 %'],
    ['alerted', 'Received alert: queue too long'],
    ['detected', 'Reports of missing prints from two floors'],
    ['detected', 'We notice that the queue does not move'],
    ['detected', 'Issue reported by customers'],
    ['diagnosed', 'The team isolated the root cause'],
    ['firstMitigation', 'Ana initiates rollback'],
    ['mitigated', 'Prints come out, incident declared mitigated'],
    ['resolved', 'Incident declared resolved'],
    ['resolved', 'A new cable solved the problem'],
    ['impactEnd', 'Printing returns to normal'],
    ['impactEnd', 'All printers verified, systems operational'],
    ['impactEnd', 'The change was taken back, bringing the outage to an end'],
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
    ['impactStart', 'de', 'Der Drucker funktioniert nicht mehr'],
    ['impactStart', 'es', 'Comienzan los fallos de impresión'],
    ['impactStart', 'fr', 'Indisponibilité du service'],
    ['impactStart', 'pt', 'Serviço fica indisponível'],
    ['impactStart', 'no', 'Skriveren slutter å virke'],
    ['impactEnd', 'fr', 'L’imprimante fonctionne à nouveau'],
    ['impactEnd', 'pt', 'Serviço operacional'],
    ['firstMitigation', 'no', 'Revert av endringen'],
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

describe('a label before an event says its role itself', () => {
  test.each<[InstantName, string]>([
    ['detected', '**Detection:** root cause of the long queue looked up in the log'],
    ['impactEnd', '**Recovery:** a new cable'],
    ['firstMitigation', 'Mitigation — the second printer takes the queue'],
    ['detected', '**検知**: ログ分析により根本原因を特定'],
    ['impactEnd', '**復旧**（印刷）: 再起動'],
    ['impactStart', '**発生** — 印刷が止まる'],
    ['detected', '**发现**：队列变长'],
    ['impactEnd', '**Wiederherstellung:** neues Kabel'],
    ['detected', '**Detección:** la cola crece'],
    ['impactEnd', '**Rétablissement :** nouveau câble'],
    ['diagnosed', '**Diagnóstico:** cabo partido'],
    ['firstAction', '**Feilsøking:** kabelen byttes'],
  ])('%s: %s', (instant, words) => {
    expect(guess(words)?.instant).toBe(instant);
  });

  test('but not where it stands within a sentence', () => {
    expect(guess('Ana asks how long the recovery of the queue takes')).toBeUndefined();
    expect(guess('復旧の見込みをアナに尋ねる')).toBeUndefined();
  });
});

describe('words that only look like a role give no guess of it', () => {
  test.each<[InstantName, string, string]>([
    ['trigger', 'what repairs', 'Fix merged'],
    ['trigger', 'what repairs', 'Decision to rollback deployment'],
    ['trigger', 'code', 'Ana restarts the pod `printer-deployment-94c6`'],
    ['trigger', 'a later sentence', 'First look at the log. It was noted that the licence of the printer expired.'],
    ['firstMitigation', 'what was decided', 'Decision made to execute rollback to version 4'],
    ['closed', 'another document', 'Some trays stayed empty (see post-mortem PM-7)'],
    ['diagnosed', 'what came later', 'Deep dive started, the root cause was identified later'],
    ['impactStart', 'a way back down', 'Load of the spooler went down to normal levels'],
    ['detected', 'what was not seen', 'CIでは検出されず、そのまま配布'],
    ['detected', 'what was not seen', '监控未发现异常'],
  ])('no %s by %s: %s', (instant, _why, words) => {
    expect(guess(words)?.instant).not.toBe(instant);
  });
});

test('what begins after a recovery is no start of the incident', () => {
  const { instants, timeline } = read(
    '# Print queue stuck\n\n**Date:** 2026-03-01\n\n## Timeline\n\n- 14:05 Alert fired\n- 14:20 Service restored\n- 15:00 Other printers started failing\n',
  ).postmortem;
  expect(timeline[2]?.role?.instant).toBe('impactStart');
  expect(instants.impactStart.state).toBe('unknown');
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
