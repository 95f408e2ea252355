import type { Alert } from '@debrief/core';
import { describe, expect, test } from 'vitest';
import { decodeAlerts, type DecodedAlerts, productNames } from '../src/index.ts';

// Milliseconds. A second is plenty on a machine that does nothing else, which a test cannot count on.
const PATIENCE = 2500;

function webhook(alerts: readonly object[], group: object = {}): DecodedAlerts {
  return decodeAlerts(JSON.stringify({ version: '4', groupKey: '{}', status: 'firing', alerts, ...group }));
}

/** The one alert of an answer. */
function only(answer: DecodedAlerts): Alert {
  if (!answer.ok) throw new Error(answer.problem.message);
  expect(answer.alerts).toHaveLength(1);
  return answer.alerts[0]!;
}

function labelled(labels: object, rest: object = {}): Alert {
  return only(webhook([{ labels: { alertname: 'Kites', ...labels }, ...rest }]));
}

function at(minute: number): string {
  return `2026-05-01T10:${String(minute).padStart(2, '0')}:00Z`;
}

function logEntry(id: string, verb: string, minute: number): object {
  return { type: `${verb}_log_entry`, created_at: at(minute), incident: { id, summary: id } };
}

/** The status that a log tells, its entries given from the last to the first. */
function statusOf(...verbs: readonly string[]): Alert['status'] {
  const log = verbs.map((verb, index) => logEntry('P1', verb, 9 - index));
  return only(decodeAlerts(JSON.stringify({ log_entries: log }))).status;
}

function codeOf(payload: unknown): string {
  const answer = decodeAlerts(JSON.stringify(payload));
  return answer.ok ? answer.product : answer.problem.code;
}

describe('a product is recognised by the shape of its payload', () => {
  const alerts = [{ labels: { alertname: 'Kites' } }];
  test.each([
    [{ version: '4', alerts }, 'alertmanager'],
    [{ version: '4', orgId: 1, alerts }, 'alertmanager'],
    [{ version: '1', alerts }, 'grafana'],
    [{ version: '1', orgId: 1, alerts }, 'grafana'],
    [{ orgId: 1, alerts }, 'grafana'],
    [{ groupLabels: {}, alerts }, 'alertmanager'],
    [alerts, 'alertmanager'],
    [[], 'no-alerts'],
    [{ version: '4', alerts: [] }, 'no-alerts'],
    [{ version: '4', alerts: [{}] }, 'no-alerts'],
    [{ version: '1', orgId: 1, alerts: [] }, 'no-alerts'],
    [{ alerts }, 'unknown-shape'],
    [[{ a: 1 }], 'unknown-shape'],
    [{ event: { event_type: 'incident.triggered', data: { id: 'P1', title: 'a' } } }, 'pagerduty'],
    [{ event: { event_type: 'incident.triggered' } }, 'no-alerts'],
    [{ event: { event_type: 'incident.triggered', data: {} } }, 'no-alerts'],
    [{ event: { event_type: 'incident.annotated', data: { content: 'a' } } }, 'no-alerts'],
    [{ event: { event_type: 'service.updated', data: { id: 'P1' } } }, 'ignored-event'],
    [{ event: { event_type: 'pagey.ping', data: { message: 'Hello' } } }, 'ignored-event'],
    [{ event: { event_type: 'constructor', data: { id: 'P1' } } }, 'ignored-event'],
    [{ event: { type: 'click' } }, 'unknown-shape'],
    [{ incident: { id: 'P1', title: 'a' } }, 'pagerduty'],
    [{ incident: { name: 'a' } }, 'unknown-shape'],
    [{ id: 'P1', type: 'incident', title: 'a' }, 'pagerduty'],
    [{ incidents: [] }, 'no-alerts'],
    [{ incidents: [{}, 3] }, 'no-alerts'],
    [{ log_entries: [] }, 'no-alerts'],
    [{ action: 'Create', alert: { message: 'a' } }, 'opsgenie'],
    [{ action: 'Create', alert: 'a' }, 'unknown-shape'],
    [{ AlarmName: 'a', NewStateValue: 'ALARM' }, 'cloudwatch'],
    [
      { source: 'aws.cloudwatch', 'detail-type': 'CloudWatch Alarm State Change', detail: { alarmName: 'a' } },
      'cloudwatch',
    ],
    [{ source: 'aws.cloudwatch', 'detail-type': 'CloudWatch Alarm State Change' }, 'no-alerts'],
    [{ source: 'aws.ec2', 'detail-type': 'EC2 Instance State-change Notification' }, 'unknown-shape'],
    [{ Type: 'Notification', TopicArn: 'a', Message: '{"AlarmName":"a","NewStateValue":"OK"}' }, 'cloudwatch'],
    [{ Type: 'Notification', Message: '{}' }, 'unknown-shape'],
    [{ Type: 'Notification', TopicArn: 'a', Message: {} }, 'no-alerts'],
    [{ title: 'a' }, 'plain'],
    [{ headline: 'a' }, 'unknown-shape'],
    [null, 'unknown-shape'],
    [7, 'unknown-shape'],
    ['text', 'unknown-shape'],
    [{}, 'unknown-shape'],
  ])('%j: %s', (payload, expected) => {
    expect(codeOf(payload)).toBe(expected);
  });

  test('an unknown shape is answered with those that are known', () => {
    const answer = decodeAlerts('{"kites": 3}');
    const message = answer.ok ? '' : answer.problem.message.toLowerCase();
    expect(productNames.filter((name) => !message.includes(name))).toEqual([]);
  });

  test('another version of a webhook is read, and said', () => {
    expect(webhook([{ labels: { alertname: 'Kites' } }], { version: '5' })).toMatchObject({
      ok: true,
      notes: ['Alertmanager sent version “5” of its webhook; it was read as version 4.'],
    });
  });
});

describe('labels', () => {
  test.each([
    [{ severity: 'critical', priority: 'P1' }, 'critical'],
    [{ priority: 'P1', level: 'warn' }, 'P1'],
    [{ Level: 'warn' }, 'warn'],
    [{ severity: '', level: 'warn' }, 'warn'],
    [{ severity: 2 }, '2'],
    [{ team: 'kites' }, undefined],
  ])('tell the severity: %j', (labels, severity) => {
    expect(labelled(labels).severity).toBe(severity);
  });

  test.each([
    [{ job: 'node', service: 'checkout' }, ['checkout']],
    [{ job: 'node' }, ['node']],
    [{ service_name: 'a', app: 'b' }, ['a']],
    [{ 'app.kubernetes.io/name': 'kites', job: 'node' }, ['kites']],
    [{ ServiceName: 'kites' }, ['kites']],
    [{ services: ' a, b;a ,, c ' }, ['a', 'b', 'c']],
    [{ service: ' ', application: 'kites' }, ['kites']],
    [{ instance: 'db-1' }, []],
  ])('tell the services: %j', (labels, services) => {
    expect(labelled(labels).services).toEqual(services);
  });

  test('are kept in the order of the payload, and not too many', () => {
    const many = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`l${index}`, 'a']));
    const answer = webhook([{ labels: many, annotations: { summary: 'Many' } }]);
    expect(only(answer).labels).toHaveLength(200);
    expect(only(answer).labels[1]).toEqual(['l1', 'a']);
    expect(answer).toMatchObject({ notes: ['“Many” has 300 labels; the first 200 were kept.'] });
  });
});

describe('times', () => {
  test.each([
    ['2026-05-01T10:02:00Z', '2026-05-01T10:02:00Z'],
    ['2026-05-01T10:02Z', '2026-05-01T10:02:00Z'],
    ['2026-05-01 10:02:00 UTC', '2026-05-01T10:02:00Z'],
    ['2026-05-01T10:02:00.000+0000', '2026-05-01T10:02:00Z'],
    ['2026-05-01T12:02:59.999999999+02:00', '2026-05-01T10:02:59Z'],
    ['2026-05-01T00:32:00-09:30', '2026-05-01T10:02:00Z'],
    ['2024-02-29T00:00:00Z', '2024-02-29T00:00:00Z'],
    [1_777_629_724, '2026-05-01T10:02:04Z'],
    [1_777_629_724_104, '2026-05-01T10:02:04Z'],
    [1_777_629_724_104_000, '2026-05-01T10:02:04Z'],
    [1_777_629_724_104_000_000, '2026-05-01T10:02:04Z'],
    ['1777629724104', '2026-05-01T10:02:04Z'],
  ])('%j is read', (startsAt, expected) => {
    expect(labelled({}, { startsAt }).startsAt).toBe(expected);
  });

  test.each(['0001-01-01T00:00:00Z', '1970-01-01T00:00:00Z', '', 0, null, undefined])(
    '%j is absent without a note',
    (startsAt) => {
      expect(webhook([{ labels: { a: 'b' }, startsAt }])).toMatchObject({ notes: [] });
      expect(labelled({}, { startsAt })).not.toHaveProperty('startsAt');
    },
  );

  test.each([
    '2026-05-01T10:02:00',
    '2026-05-01',
    '10:02',
    'yesterday',
    '2026-02-29T10:02:00Z',
    '2026-05-01T24:00:00Z',
    '2026-05-01T10:60:00Z',
    '2026-05-01T10:02:00+19:00',
    '2026-05-01T10:02:00+02:99',
    '+002026-05-01T10:02:00Z',
    'Fri, 01 May 2026 10:02:00 GMT',
    12,
    -5,
    1e30,
    true,
    [],
    {},
  ])('%j is absent with a note', (startsAt) => {
    expect(labelled({}, { startsAt })).not.toHaveProperty('startsAt');
    expect(webhook([{ labels: { a: 'b' }, startsAt }])).toMatchObject({
      notes: [expect.stringMatching(/^“startsAt” is no complete time and was left out: ./)],
    });
  });

  test('an end before the start is kept as it was sent, and said', () => {
    const answer = webhook([{ labels: { alertname: 'Kites' }, status: 'resolved', startsAt: at(7), endsAt: at(2) }]);
    expect(only(answer)).toMatchObject({ startsAt: at(7), endsAt: at(2) });
    expect(answer).toMatchObject({ notes: [`“Kites” ends before it starts, as it was sent: ${at(7)} to ${at(2)}.`] });
  });

  test('an alert that fires has no end, whatever is sent for it', () => {
    const alert = labelled({}, { status: 'firing', startsAt: '2026-05-01T10:02:00Z', endsAt: '2026-05-01T10:07:00Z' });
    expect(alert).not.toHaveProperty('endsAt');
    expect(alert.events.map(({ kind }) => kind)).toEqual(['fired']);
  });
});

describe('links', () => {
  test.each([
    ['runbook_url', 'https://wiki.example/a', 'runbook', 'Runbook'],
    ['runbookURL', 'http://wiki.example/a', 'runbook', 'Runbook'],
    ['grafana_panel', 'https://grafana.example/a', 'dashboard', 'Panel'],
    ['dashboard', 'https://grafana.example/a', 'dashboard', 'Dashboard'],
    ['trace_link', 'https://traces.example/a', 'other', 'Trace'],
    ['ticketUrl', 'https://tracker.example/a', 'other', 'Ticket'],
    ['url', 'https://kites.example/a', 'other', 'Link'],
  ])('%s', (name, url, kind, label) => {
    expect(labelled({}, { annotations: { [name]: url } }).links).toEqual([{ kind, label, url }]);
  });

  test.each([
    'javascript:alert(1)',
    'data:text/html,a',
    'mailto:ana@kites.example',
    'ftp://a.example',
    '//a.example',
    'https://',
    'https:///a',
    'https:\\\\a.example',
    'https://a.example/b c',
    'https://a.example/\nb',
    'https://a.example/\u202eb',
    'see https://a.example',
    `https://a.example/${'a'.repeat(5000)}`,
  ])('%j is none', (url) => {
    expect(labelled({}, { annotations: { runbook_url: url } }).links).toEqual([]);
  });

  test('what would end a link in Markdown or HTML is encoded, and the same address comes once', () => {
    const url = 'https://a.example/?q={a="b"}|<c>';
    expect(labelled({}, { annotations: { runbook_url: url, dashboard_url: url } }).links).toEqual([
      { kind: 'runbook', label: 'Runbook', url: 'https://a.example/?q=%7Ba=%22b%22%7D%7C%3Cc%3E' },
    ]);
  });
});

describe('texts', () => {
  test('lose control characters and the sequences of a terminal', () => {
    const alert = labelled(
      { alertname: '\u001b[1;31mDisk\u001b[0m\tis\r\nfull\u0000\u009f\u202e' },
      { annotations: { description: '\ta\r\nb\u0007\u2028c\ud800d' } },
    );
    expect(alert.title).toBe('Disk is full');
    expect(alert.description).toBe('a\nb\nc\ufffdd');
  });

  test('are cut with an ellipsis, never within a character', () => {
    const alert = labelled(
      { alertname: `a${'🚨'.repeat(400)}`, severity: 's'.repeat(1000) },
      { annotations: { description: 'd'.repeat(50_000), summary: 'short' } },
    );
    expect(alert.title).toBe(`a${'🚨'.repeat(149)}…`);
    expect(alert.severity).toBe(`${'s'.repeat(199)}…`);
    expect(alert.description).toBe(`${'d'.repeat(9999)}…`);
    expect(alert.summary).toBe('short');
    // Far behind the cut nothing is read, which is told as well.
    expect(labelled({ alertname: `a${'\u0000'.repeat(5000)}b` }).title).toBe('a…');
    expect(labelled({ alertname: '🚨\u0000'.repeat(5000) }).title).toMatch(/^🚨+…$/u);
  });

  test('a title is found wherever something says what is wrong', () => {
    expect(labelled({ alertname: ' ' }, { annotations: { summary: 'From the summary' } }).title).toBe(
      'From the summary',
    );
    expect(labelled({ alertname: '\u0000' }, { annotations: { message: 'From the message' } }).title).toBe(
      'From the message',
    );
    expect(labelled({ alertname: '' }).title).toBe('Untitled alert');
  });
});

describe('the key of an alert', () => {
  test.each([
    [{ labels: { a: 'b', c: 'd' }, fingerprint: 'ff' }, 'ff'],
    [{ labels: { a: 'b', c: 'd' } }, 'a=b,c=d'],
    [{ annotations: { summary: 'Kites' } }, 'Kites'],
  ])('of %j', (alert, key) => {
    expect(only(webhook([alert])).key).toBe(key);
  });
});

describe('a group', () => {
  test('stays several alerts, the one that started first in front', () => {
    const answer = webhook([
      { labels: { alertname: 'none' } },
      { labels: { alertname: 'later' }, startsAt: at(9) },
      { labels: { alertname: 'first' }, startsAt: '2026-05-01T12:01:00+02:00' },
      { labels: { alertname: 'over' }, startsAt: at(5), endsAt: at(6), status: 'resolved' },
    ]);
    expect(answer).toMatchObject({
      alerts: [
        { title: 'first' },
        { title: 'over', status: 'resolved', endsAt: at(6) },
        { title: 'later' },
        { title: 'none' },
      ],
    });
  });

  test('with more alerts than can be kept loses the last that started, with a note', () => {
    const many = Array.from({ length: 700 }, (_, index) => ({
      labels: { alertname: `a${index}` },
      startsAt: new Date(Date.UTC(2026, 4, 2) - index * 60_000).toISOString(),
    }));
    const answer = webhook(many);
    expect(answer).toMatchObject({ notes: ['There are 700 alerts; the 500 that started first were kept.'] });
    expect(answer.ok && [answer.alerts.length, answer.alerts[0]?.title]).toEqual([500, 'a699']);
  });

  test('with many odd alerts does not drown people in notes', () => {
    const answer = webhook(
      Array.from({ length: 50 }, (_, index) => ({ labels: { a: 'b' }, startsAt: `day ${index}` })),
    );
    expect(answer.ok && answer.notes).toHaveLength(20);
    expect(answer.ok && answer.notes.at(-1)).toBe('There are 31 further notes like these.');
  });
});

describe('a list of alerts', () => {
  const labels = { alertname: 'Kites' };

  test('of the API has no ends, and tells what is silenced', () => {
    const status = { state: 'suppressed', silencedBy: ['a'], inhibitedBy: [] };
    const answer = decodeAlerts(JSON.stringify([{ labels, status, startsAt: at(2), endsAt: at(7) }]));
    expect(only(answer)).toMatchObject({ status: 'firing', startsAt: at(2) });
    expect(only(answer)).not.toHaveProperty('endsAt');
    expect(answer).toMatchObject({ notes: ['“Kites” is silenced or inhibited in Alertmanager.'] });
  });

  test('that was taken out of a webhook keeps its ends', () => {
    const answer = decodeAlerts(JSON.stringify([{ labels, status: 'resolved', startsAt: at(2), endsAt: at(7) }]));
    expect(only(answer)).toMatchObject({ status: 'resolved', endsAt: at(7) });
  });
});

describe('a plain alert', () => {
  test.each([
    [{ title: ' ' }, '“title” should say in a few words what is wrong.'],
    [{ title: 'a', severity: 2 }, '“severity” should be a text in quotes.'],
    [{ title: 'a', services: {} }, '“services” should be a text or a list of texts.'],
    [{ title: 'a', startsAt: 1_777_629_724 }, '“startsAt” should be a time in quotes, such as "2026-05-01T10:02:00Z".'],
    [{ title: 'a', startsAt: at(5), endsAt: at(4) }, '“endsAt” should not be before “startsAt”.'],
    [{ title: 'a', links: [{ label: 'b' }] }, '“links[0].url” should be a text in quotes.'],
    [{ title: 'a', links: ['https://a.example'] }, '“links[0]” should be {"label": …, "url": …}.'],
    [{ title: 'a', links: 'https://a.example' }, '“links” should be a list of {"label": …, "url": …} or'],
    [{ title: 'a', links: { runbook: 3 } }, '“links.runbook” should be a text in quotes.'],
    [
      { title: 'a', links: [{ ulr: 'https://a.example' }] },
      '“ulr” is no key of an entry of “links”. Did you mean “url”?',
    ],
    [{ title: 'a', labels: [] }, '“labels” should be an object of names with values.'],
    [{ title: 'a', labels: { b: null } }, '“labels.b” should be a text, a number, true or false.'],
    [{ title: 'a', events: {} }, '“events” should be a list of {"at": …, "text": …}.'],
    [{ title: 'a', events: [{ at: 'now', text: 'b' }] }, '“events[0].at” should be a whole time with its zone'],
    [{ title: 'a', events: [{ at: at(1), text: 'b', actor: 3 }] }, '“events[0].actor” should be a text in quotes.'],
    [{ title: 'a', responders: 'Ana' }, '“responders” should be a list of names.'],
    [{ title: 'a', responders: ['Ana', null] }, '“responders[1]” should be a text in quotes.'],
    [{ title: 'a', Severity: 'b' }, '“Severity” is no key of a plain alert. Did you mean “severity”?'],
    [{ title: 'a', start_at: 'b' }, 'Did you mean “startsAt”?'],
    [{ title: 'a', 'weather\u0007\u202e': 'b' }, '“weather” is no key of a plain alert. Use one of: title, severity,'],
  ])('%j', (payload, message) => {
    const answer = decodeAlerts(JSON.stringify(payload));
    expect(answer).toMatchObject({ ok: false, problem: { message: expect.stringContaining(message) } });
  });

  test('has a start and an end as its first and last events, unless it tells them itself', () => {
    const own = { at: at(2), text: 'The first kite fell' };
    const answer = decodeAlerts(JSON.stringify({ title: 'Kites', startsAt: at(2), endsAt: at(9), events: [own] }));
    expect(only(answer).events.map(({ text }) => text)).toEqual(['The first kite fell', 'Kites resolved']);
  });
});

describe('a large payload', () => {
  const alert = {
    status: 'firing',
    labels: { alertname: 'DiskNearlyFull', instance: 'db-1:9100', job: 'node', severity: 'warning' },
    annotations: { summary: 'Disk of db-1 is nearly full', runbook_url: 'https://wiki.example/disk' },
    startsAt: '2026-05-01T10:02:00.123Z',
    endsAt: '0001-01-01T00:00:00Z',
    fingerprint: 'c6eadffa33fcdf37',
  };

  test('of 10 MB is decoded quickly', () => {
    const text = JSON.stringify({ version: '4', groupKey: '{}', alerts: Array.from({ length: 32_000 }, () => alert) });
    expect(text.length).toBeGreaterThan(10_000_000);
    const start = performance.now();
    const answer = decodeAlerts(text);
    expect(performance.now() - start).toBeLessThan(PATIENCE);
    expect(answer.ok && answer.alerts.length).toBe(500);
  });

  test.each([
    ['one label', { version: '4', alerts: [{ labels: { alertname: 'a'.repeat(10_000_000) } }] }],
    [
      'very many labels',
      {
        version: '4',
        alerts: [{ labels: Object.fromEntries(Array.from({ length: 500_000 }, (_, index) => [`l${index}`, 'a'])) }],
      },
    ],
    [
      'very many log entries',
      {
        incident: { id: 'P1', title: 'a' },
        log_entries: Array.from({ length: 80_000 }, () => ({
          type: 'notify_log_entry',
          created_at: '2026-05-01T10:02:00Z',
          summary: 'Notified Ana by phone.',
        })),
      },
    ],
    ['very many services', { title: 'a', services: Array.from({ length: 500_000 }, () => 'a') }],
    ['very many links', { title: 'a', links: Array.from({ length: 100_000 }, (_, index) => ({ url: `x${index}` })) }],
    [
      'very many keys',
      Object.fromEntries([['title', 'a'], ...Array.from({ length: 500_000 }, (_, index) => [`k${index}`, 1])]),
    ],
    ['one value of SNS', { Type: 'Notification', TopicArn: 'a', Message: '['.repeat(3_000_000) }],
    ['white space that ends in a letter', { title: 'a', description: `${' '.repeat(9_000_000)}b` }],
  ])('of %s is decoded quickly', (_name, payload) => {
    const text = JSON.stringify(payload);
    const start = performance.now();
    decodeAlerts(text);
    expect(performance.now() - start).toBeLessThan(PATIENCE);
  });

  test('that was cut off is told of quickly', () => {
    const text = `[${'{"labels": {"a": "b"}},\n'.repeat(600_000)}`;
    const start = performance.now();
    expect(decodeAlerts(text)).toMatchObject({
      problem: { message: expect.stringContaining('line 600001, column 1') },
    });
    expect(performance.now() - start).toBeLessThan(PATIENCE);
  });

  test('of more than 20 MB is refused by name', () => {
    expect(decodeAlerts(`"${'a'.repeat(20_000_000)}"`)).toMatchObject({
      ok: false,
      problem: { code: 'too-large', message: expect.stringContaining('20.0 million characters; at most 20 million') },
    });
  });
});

describe('PagerDuty', () => {
  test('tells the status by the last entry of a log that changes it', () => {
    expect(statusOf('trigger')).toBe('firing');
    expect(statusOf('notify', 'acknowledge', 'trigger')).toBe('acknowledged');
    expect(statusOf('unacknowledge', 'acknowledge', 'trigger')).toBe('firing');
    expect(statusOf('annotate', 'resolve', 'trigger')).toBe('resolved');
  });

  test('keeps the entries that changed something where a log is too long', () => {
    const log = Array.from({ length: 800 }, (_, index) => ({
      type: index < 799 ? 'notify_log_entry' : 'resolve_log_entry',
      created_at: new Date(Date.UTC(2026, 4, 1) + index * 1000).toISOString(),
    }));
    const answer = decodeAlerts(
      JSON.stringify({ incident: { id: 'P1', title: 'Kites', status: 'resolved' }, log_entries: log }),
    );
    const { events } = only(answer);
    expect(events).toHaveLength(500);
    expect(events.at(-1)?.kind).toBe('resolved');
    expect(answer).toMatchObject({ notes: ['“Kites” has 800 events; 500 were kept, notifications last.'] });
  });

  test('sorts the log entries of several incidents to their incidents', () => {
    expect(
      decodeAlerts(JSON.stringify({ log_entries: [logEntry('A', 'trigger', 2), logEntry('B', 'resolve', 2)] })),
    ).toMatchObject({
      alerts: [
        { key: 'A', status: 'firing', events: [{ kind: 'fired' }] },
        { key: 'B', status: 'resolved', events: [{ kind: 'resolved' }] },
      ],
    });
  });
});
