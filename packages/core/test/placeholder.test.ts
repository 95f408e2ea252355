import { describe, expect, test } from 'vitest';
import { emptiness } from '../src/read/placeholder.ts';
import { plain } from '../src/read/plain.ts';
import { lexicon, postmortemOf } from './reading.ts';

function why(written: string): string | null {
  return emptiness(lexicon, plain(written), written);
}

describe('what a template left is a placeholder', () => {
  test.each([
    // in brackets
    '[Name]',
    '[Date]',
    '[Names]',
    '[List of responders]',
    '[Incident Title]',
    '[2-3 sentence summary of what happened]',
    '[Detection could have been faster because...]',
    '[Positive aspect 1 - e.g., "Alert fired within 30 seconds"]',
    '[Time from issue start to resolution]',
    '[YYYY-MM-DD HH:MM timezone]',
    '[Start Time] - [End Time] ([Total Duration])',
    '[Start time] to [End time] = [Duration]',
    '[Number] customers affected',
    '[Number/percentage of users affected]',
    '[#incident-2024-03-20]',
    '[Was alert clear and actionable?]',
    '[X minutes]',
    '[X minutes/hours]',
    '[Factor 1]',
    '[30 days after incident]',
    '**[Name]**',
    '`[Name]`',
    '*[Describe fix]*',
    '[Name], [Name]',
    '- [Name]'.slice(2),
    '［名前］',
    '<name>',
    '<Name of the service>',
    '{name}',
    '{{ title }}',
    '{{DATE}}',
    '${INCIDENT_ID}',
    '<%= title %>',
    '{{#each responders}}',
    // clocks and dates
    'HH:MM',
    'HH:mm',
    'hh:mm',
    'HH:MM:SS',
    'HH:MM UTC',
    'HH:MM - HH:MM',
    'HH:MM – HH:MM UTC',
    'YYYY-MM-DD',
    'YYYY/MM/DD',
    'YYYY-MM-DD HH:MM',
    'YYYY-MM-DD HH:MM UTC',
    'YYYY-MM-DDTHH:MM',
    'DD.MM.YYYY',
    'DD/MM/YYYY',
    'MM/DD/YYYY',
    'TT.MM.JJJJ',
    'JJ/MM/AAAA',
    'dd/mm/aaaa',
    'AAAA-MM-DD',
    // numbers
    'X minutes',
    'X min',
    'XX minutes',
    'X hours Y minutes',
    'X hours, Y minutes',
    'Xh Ym',
    'X%',
    'XX%',
    'X users',
    'X users/customers',
    'X% of users / X customers',
    'X minutes after incident start',
    'X% uptime (SLO: 99.9%)',
    'X% (SLO: <0.1%)',
    'p95 = Xms, p99 = Xms (SLO: <500ms)',
    'Max staleness = X minutes (SLO: <2 hours)',
    '$X',
    '$X (if applicable)',
    '€X',
    'N users',
    // ids
    'INC-YYYYMMDD-###',
    'INC-[YYYYMMDD]-[###]',
    'INC-YYYY-MMDD-HHMM',
    '`INC-YYYY-MMDD-HHMM`',
    'INC-YYYY-MM-DD-XXX',
    'INC-YYYY-MMDD-XXXX',
    'INC-XXXX',
    'INC-###',
    'INC-NNN',
    'JIRA-XXX',
    'PM-YYYY-NNN',
    '#incident-YYYYMMDD-HHMM',
    'SEV-X',
    'SEVX',
    'PX',
    // people
    '@username',
    '@name',
    '@names',
    '@owner',
    '@user',
    '@detector',
    '@oncall',
    '@resolver',
    '@team',
    // words and marks
    'TBD',
    'tbd',
    'TBD.',
    '(TBD)',
    '**TBD**',
    'TBC',
    'TBA',
    'TODO',
    'TODO:',
    'To be determined',
    'To be confirmed',
    'Unknown',
    'unknown',
    'xxx',
    'XXX',
    '...',
    '…',
    '?',
    '??',
    '???',
    '??:??',
    '____',
    '_____________',
    // other languages
    'Por determinar',
    'Por definir',
    'Desconocido',
    'À déterminer',
    'À définir',
    'Inconnu',
    'Unbekannt',
    'Noch offen',
    'Desconhecido',
    'A definir',
    'Ukjent',
    '不明',
    '未定',
    '未知',
    '待定',
    '待确认',
  ])('%j', (written) => {
    expect(why(written)).toBe('placeholder');
  });
});

describe('a list of options with nothing chosen is undecided', () => {
  test.each([
    'P0/P1/P2',
    'P0/P1/P2/P3',
    'P0 / P1 / P2 / P3',
    'P0 | P1 | P2',
    'SEV1/SEV2/SEV3',
    'SEV-1 / SEV-2',
    'S1/S2/S3',
    'High/Medium/Low',
    'Critical / High / Medium / Low',
    'Yes/No',
    'Yes / No',
    'Draft/Final',
    'Draft | In Review | Final',
    'Draft / Under Review / Published',
    'DRAFT/UNDER REVIEW/APPROVED/ARCHIVED',
    'Resolved/Investigating/Mitigated',
    'Open/In Progress/Complete',
    'Open/In Progress/Done',
    'Not Started / In Progress / Complete',
    'Alta / Media / Baja',
    'Hoch / Mittel / Niedrig',
    'Ja/Nei',
    '高/中/低',
  ])('%j', (written) => {
    expect(['undecided', 'placeholder']).toContain(why(written));
  });

  test.each([
    '[P0/P1/P2/P3]',
    '[High/Medium/Low]',
    '[Open/In Progress/Complete]',
    '[Draft/Final]',
    '[Yes/No]',
    '[Yes/No, link]',
    '[Critical / High / Medium / Low]',
    '[Resolved/Investigating/Mitigated]',
    '[Complete outage / Partial outage / Degraded performance]',
    '[Monitoring alert/User report/Other]',
    '[None/Read-only/Corruption/Permanent loss]',
    '[Availability / Latency / Error Rate]',
  ])('in brackets it is unknown as well: %j', (written) => {
    expect(['undecided', 'placeholder']).toContain(why(written));
  });
});

describe('nothing written is empty', () => {
  test.each(['', '-', '–', '—', '--', '<!-- fill in -->', '&nbsp;'])('%j', (written) => {
    expect(why(written)).toBe('empty');
  });
});

describe('"not applicable" is a statement of its own', () => {
  test.each([
    'N/A',
    'n/a',
    'N/A.',
    '**N/A**',
    'NA',
    'n.a.',
    'Not applicable',
    'No aplica',
    'Sans objet',
    'Nicht zutreffend',
    'Não se aplica',
    'Ikke relevant',
    '該当なし',
    '不适用',
  ])('%j', (written) => {
    expect(why(written)).toBe('notApplicable');
  });
});

describe('a real value is no placeholder', () => {
  test.each([
    '[08:47]',
    '[2026-03-01 08:47]',
    '[08:47 UTC]',
    '[2026-03-01 08:47 CET]',
    '[#123]',
    '[INC-123]',
    '[1]',
    '[Resolved]',
    '[Løst]',
    '[x]',
    '[[wiki]]',
    '[[Database failover]]',
    '[Ana Pérez](https://people.example/ana)',
    '[runbook](https://x.example) was wrong',
    '<https://x.example/a>',
    'P0',
    'P1',
    'P1 - Critical',
    'SEV2',
    'SEV-1',
    'SEV2 -> escalated to SEV0',
    'S2 (minor)',
    'Critical',
    'High',
    'None',
    'none',
    'No',
    'Yes',
    '0',
    '0 minutes',
    '5 minutes',
    '~5,000 users',
    '~15% of API requests failed',
    '99.9%',
    '<0.1%',
    '95.2% uptime (SLO: 99.9%)',
    '$12,000',
    'p95 = 800ms (SLO: <500ms)',
    'x86',
    '4x',
    '25x',
    'x10 traffic',
    'Plan X failed at 10:00',
    'Plan X failed',
    'Vendor X was down',
    'Mac OS X',
    'X-Forwarded-For was dropped',
    'Y-axis without a unit',
    'The X server crashed',
    'Twitter/X was down',
    'INC-2024-0115-1430',
    'INC-42',
    '@ana',
    '@network',
    '@alice, @bob',
    '@on-call-payments',
    'Database Team',
    'Unknown hosts were rejected',
    'Pending payments were lost',
    'TODO list service',
    'The team was pending approval',
    'api/v1/calls',
    'GET /health',
    'CI/CD',
    'TCP/IP',
    'and/or',
    'I/O',
    'Draft PR merged',
    'eu-west-1 / eu-west-2',
    'checkout/cart/search',
    'Open the valve / close the valve',
    '2026-03-01',
    '14:23',
    '14:23 – 15:10 UTC',
    '12:26-12:??',
    '3/4 of users',
    '{"status": 500}',
    '`{{ user.name }}` was rendered as is',
    'The template `[Name]` was mailed to customers',
    'a < b',
    'Customers in [redacted] saw errors',
    'What is going on?',
    'not applicable to the EU region, but the US lost 40 orders',
    '全ユーザー',
    '高',
    'Alta',
  ])('%j', (written) => {
    expect(why(written)).toBeNull();
  });

  test('a long text is never a placeholder, whatever it holds', () => {
    expect(why('The page showed X of Y items. '.repeat(20))).toBeNull();
  });
});

test('a placeholder is kept as written, with its place, and is never a value', () => {
  const text = '# Cart lost\n\n**Severity:** [P0/P1/P2/P3]\n**Incident ID:** INC-YYYYMMDD-###\n**Owner:** TBD\n';
  const { severity, incidentId } = postmortemOf(text);
  for (const [field, written] of [
    [severity, '[P0/P1/P2/P3]'],
    [incidentId, 'INC-YYYYMMDD-###'],
  ] as const) {
    const from = text.indexOf(written);
    expect(field).toMatchObject({ state: 'unknown', written, places: [{ from, to: from + written.length }] });
  }
});

test.each(['SEV-1/2/3', 'SEV1/2', 'P0/1/2/3', 'S1 | 2 | 3'])('%s is a scale of which nothing is chosen', (written) => {
  expect(why(written)).toBe('undecided');
});

test.each(['SEV-1', 'P1', '1/2', 'S3/eu-west'])('%s is no scale', (written) => {
  expect(why(written)).not.toBe('undecided');
});
