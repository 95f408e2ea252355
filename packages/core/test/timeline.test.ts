import { describe, expect, test } from 'vitest';
import { plainValues, type PlainEvent, read, type TimelineEvent } from '../src/index.ts';
import { postmortemOf, short } from './reading.ts';

/** The events of a timeline section, as a person would copy them out. */
function events(body: string, heading = '## Timeline'): readonly PlainEvent[] {
  return plainValues(
    read(
      `# Print queue stuck\n\n**Date:** 2026-03-01\n\n${heading}\n\n${body}\n\n## Impact\n\nNothing printed at 13:00.\n`,
    ),
  ).timeline;
}

function full(body: string): readonly TimelineEvent[] {
  return postmortemOf(
    `# Print queue stuck\n\n**Date:** 2026-03-01\n\n## Timeline\n\n${body}\n\n## Impact\n\nNothing printed.\n`,
  ).timeline;
}

const three: readonly PlainEvent[] = [
  { at: '2026-03-01T14:05', text: 'Queue stops' },
  { at: '2026-03-01T14:20', text: 'Operator paged' },
  { at: '2026-03-01T15:10', text: 'Queue drained' },
];

describe('every form of timeline says the same', () => {
  test.each<[string, string]>([
    [
      'a table',
      '| Time | Event |\n|---|---|\n| 14:05 | Queue stops |\n| 14:20 | Operator paged |\n| 15:10 | Queue drained |',
    ],
    [
      'a table with the day',
      '| Time | Event |\n|---|---|\n| 2026-03-01 14:05 | Queue stops |\n| 2026-03-01 14:20 | Operator paged |\n| 2026-03-01 15:10 | Queue drained |',
    ],
    [
      'a table with a column for the day',
      '| Date | Time | Event |\n|---|---|---|\n| 2026-03-01 | 14:05 | Queue stops |\n| 2026-03-01 | 14:20 | Operator paged |\n| 2026-03-01 | 15:10 | Queue drained |',
    ],
    [
      'a table with the day in its first row only',
      '| Date | Time | Event |\n|---|---|---|\n| 2026-03-01 | 14:05 | Queue stops |\n| | 14:20 | Operator paged |\n| | 15:10 | Queue drained |',
    ],
    [
      'a table whose time stands last',
      '| Event | Time |\n|---|---|\n| Queue stops | 14:05 |\n| Operator paged | 14:20 |\n| Queue drained | 15:10 |',
    ],
    [
      'a table with bold times',
      '| Time | Event |\n|---|---|\n| **14:05** | Queue stops |\n| **14:20** | Operator paged |\n| **15:10** | Queue drained |',
    ],
    [
      'a table without outer pipes',
      'Time | Event\n---|---\n14:05 | Queue stops\n14:20 | Operator paged\n15:10 | Queue drained',
    ],
    [
      'a table with an empty header',
      '| | |\n|---|---|\n| 14:05 | Queue stops |\n| 14:20 | Operator paged |\n| 15:10 | Queue drained |',
    ],
    [
      'a table with unknown column names',
      '| Zulu | Chronicle |\n|---|---|\n| 14:05 | Queue stops |\n| 14:20 | Operator paged |\n| 15:10 | Queue drained |',
    ],
    ['bullets', '- 14:05 Queue stops\n- 14:20 Operator paged\n- 15:10 Queue drained'],
    ['bullets with dashes', '- 14:05 - Queue stops\n- 14:20 - Operator paged\n- 15:10 - Queue drained'],
    ['bullets with long dashes', '* 14:05 — Queue stops\n* 14:20 — Operator paged\n* 15:10 — Queue drained'],
    ['bullets with colons', '- 14:05: Queue stops\n- 14:20: Operator paged\n- 15:10: Queue drained'],
    ['bold times', '- **14:05** Queue stops\n- **14:20** Operator paged\n- **15:10** Queue drained'],
    [
      'bold times with colons inside',
      '- **14:05:** Queue stops\n- **14:20:** Operator paged\n- **15:10:** Queue drained',
    ],
    [
      'bold times with colons outside',
      '- **14:05**: Queue stops\n- **14:20**: Operator paged\n- **15:10**: Queue drained',
    ],
    ['bold times with dashes', '- **14:05** – Queue stops\n- **14:20** – Operator paged\n- **15:10** – Queue drained'],
    ['times in code', '- `14:05` Queue stops\n- `14:20` Operator paged\n- `15:10` Queue drained'],
    ['times in brackets', '- [14:05] Queue stops\n- [14:20] Operator paged\n- [15:10] Queue drained'],
    ['times in parentheses', '- (14:05) Queue stops\n- (14:20) Operator paged\n- (15:10) Queue drained'],
    ['numbers', '1. 14:05 Queue stops\n2. 14:20 Operator paged\n3. 15:10 Queue drained'],
    ['sub-headings', '### 14:05\n\nQueue stops\n\n### 14:20\n\nOperator paged\n\n### 15:10\n\nQueue drained'],
    ['sub-headings with words', '### 14:05 Queue stops\n\n### 14:20 Operator paged\n\n### 15:10 Queue drained'],
    ['sub-headings with dashes', '### 14:05 - Queue stops\n\n### 14:20 - Operator paged\n\n### 15:10 - Queue drained'],
    ['bare lines', '14:05 Queue stops\n14:20 Operator paged\n15:10 Queue drained'],
    ['bare lines with a blank line between', '14:05 Queue stops\n\n14:20 Operator paged\n\n15:10 Queue drained'],
    ['bare bold lines', '**14:05** Queue stops\n**14:20** Operator paged\n**15:10** Queue drained'],
    ['bare bold paragraphs', '**14:05** - Queue stops\n\n**14:20** - Operator paged\n\n**15:10** - Queue drained'],
    ['times on a line of their own', '**14:05**\nQueue stops\n\n**14:20**\nOperator paged\n\n**15:10**\nQueue drained'],
    [
      'the words nested below the time',
      '- 14:05\n  - Queue stops\n- 14:20\n  - Operator paged\n- 15:10\n  - Queue drained',
    ],
    ['a quote', '> - 14:05 Queue stops\n> - 14:20 Operator paged\n> - 15:10 Queue drained'],
    ['a code block', '```\n14:05 Queue stops\n14:20 Operator paged\n15:10 Queue drained\n```'],
    ['12-hour clocks', '- 2:05 PM Queue stops\n- 2:20 PM Operator paged\n- 3:10 PM Queue drained'],
    ['arrows', '- 14:05 → Queue stops\n- 14:20 → Operator paged\n- 15:10 → Queue drained'],
    [
      'day markers as bullets',
      '- 2026-03-01\n  - 14:05 Queue stops\n  - 14:20 Operator paged\n  - 15:10 Queue drained',
    ],
    [
      'day markers as bold lines',
      '**2026-03-01**\n\n- 14:05 Queue stops\n- 14:20 Operator paged\n- 15:10 Queue drained',
    ],
    [
      'day markers as sub-headings',
      '### 2026-03-01\n\n- 14:05 Queue stops\n- 14:20 Operator paged\n- 15:10 Queue drained',
    ],
    ['phases', '### Detection\n\n- 14:05 Queue stops\n- 14:20 Operator paged\n\n### Recovery\n\n- 15:10 Queue drained'],
    [
      'two tables',
      '| Time | Event |\n|---|---|\n| 14:05 | Queue stops |\n| 14:20 | Operator paged |\n\nLater:\n\n| Time | Event |\n|---|---|\n| 15:10 | Queue drained |',
    ],
    [
      'words in between',
      'This is what we know.\n\n- 14:05 Queue stops\n- 14:20 Operator paged\n\nThen we waited.\n\n- 15:10 Queue drained',
    ],
  ])('%s', (_form, body) => {
    expect(events(body)).toEqual(three);
  });
});

describe('days', () => {
  test.each<[string, string, readonly (string | null)[]]>([
    [
      'two day markers',
      '**2026-03-01**\n\n- 23:00 a\n\n**2026-03-02**\n\n- 09:00 b',
      ['2026-03-01T23:00', '2026-03-02T09:00'],
    ],
    [
      'sub-headings that are days',
      '### March 1\n\n- 23:00 a\n\n### March 2\n\n- 09:00 b',
      ['2026-03-01T23:00', '2026-03-02T09:00'],
    ],
    [
      'the day in the first sub-heading only',
      '### 2026-03-02 13:20\n\na\n\n### 13:35\n\nb',
      ['2026-03-02T13:20', '2026-03-02T13:35'],
    ],
    ['days without clocks', '- 2026-03-01: a\n- 2026-03-04: b', ['2026-03-01', '2026-03-04']],
    [
      'days in a table',
      '| Date | Event |\n|---|---|\n| 2026-03-01 | a |\n| 2026-03-04 | b |',
      ['2026-03-01', '2026-03-04'],
    ],
    [
      'days truly out of order are not sorted',
      '- 2026-03-04 10:00 a\n- 2026-03-01 14:05 b',
      ['2026-03-04T10:00', '2026-03-01T14:05'],
    ],
  ])('%s', (_form, body, at) => {
    expect(events(body).map((event) => event.at)).toEqual(at);
  });

  test('the heading may name the day', () => {
    expect(events('- 14:05 Queue stops', '## Timeline (2026-03-02, UTC)')).toEqual([
      { at: '2026-03-02T14:05', text: 'Queue stops' },
    ]);
  });
});

const rowOf = (cell: string): PlainEvent | undefined =>
  events(`| Time | Event |\n|---|---|\n| ${cell} | Queue stops |\n| 16:00 | End |`)[0];

describe('time cells', () => {
  test.each<[string, string | null]>([
    ['2026-03-01 15:36', '2026-03-01T15:36'],
    ['14:03', '2026-03-01T14:03'],
    ['18:37:16', '2026-03-01T18:37'],
    ['~17:30', '2026-03-01T17:30'],
    ['30-abr AM', '2026-04-30'],
    ['不明', null],
    ['?', null],
    ['??:??', null],
    ['2026-05-06 07:56 (推定)', '2026-05-06T07:56'],
    ['**20.07., 11:00**', '2026-07-20T11:00'],
    ['20:44ish', '2026-03-01T20:44'],
    ['7:37 PM', '2026-03-01T19:37'],
    ['03:26pm', '2026-03-01T15:26'],
    ['kl 14:05', '2026-03-01T14:05'],
    ['kl 14.05', '2026-03-01T14:05'],
    ['14h30', '2026-03-01T14:30'],
    ['14:03 UTC', '2026-03-01T14:03'],
    ['2026-03-01T14:03Z', '2026-03-01T14:03'],
    ['', null],
    ['-', null],
    ['later', null],
    ['T+5', null],
  ])('%j', (cell, at) => {
    expect(rowOf(cell)).toMatchObject({ at, text: 'Queue stops' });
  });

  test.each<[string, string, string | null]>([
    ['09:00 - 11:00', '2026-03-01T09:00', '2026-03-01T11:00'],
    ['09:00–11:00', '2026-03-01T09:00', '2026-03-01T11:00'],
    ['09:00-11:00', '2026-03-01T09:00', '2026-03-01T11:00'],
    ['12:26-12:??', '2026-03-01T12:26', null],
    ['Feb 2-5', '2026-02-02', '2026-02-05'],
    ['23:50 – 00:20', '2026-03-01T23:50', '2026-03-02T00:20'],
  ])('%j is a range', (cell, at, until) => {
    expect(rowOf(cell)).toEqual({ at, until, text: 'Queue stops' });
  });

  test.each(['HH:MM', 'HH:mm', '[Time]', 'YYYY-MM-DD HH:MM', '{{time}}', 'hh:mm'])(
    'a left-over template row is no event: %j',
    (cell) => {
      expect(events(`| Time | Event |\n|---|---|\n| ${cell} | [Description] |\n| 16:00 | End |`)).toEqual([
        { at: '2026-03-01T16:00', text: 'End' },
      ]);
    },
  );

  test.each(['HH:MM', '[Time]'])('even where its words are example words: %j', (cell) => {
    expect(events(`| Time | Event |\n|---|---|\n| ${cell} | Initial detection |\n| 16:00 | End |`)).toEqual([
      { at: '2026-03-01T16:00', text: 'End' },
    ]);
  });

  test('a row that nobody filled in behind its time is no event', () => {
    expect(events('| Time | Event |\n|---|---|\n| 14:23 | [First symptom detected] |\n| 16:00 | End |')).toEqual([
      { at: '2026-03-01T16:00', text: 'End' },
    ]);
  });
});

describe('the words of an event', () => {
  test.each<[string, string]>([
    ['- 14:05 **Deploy** of [api](https://x.example)', 'Deploy of api'],
    ['- 14:05 Deploy\n  of the api', 'Deploy of the api'],
    ['- 14:05 - 500 errors on login', '500 errors on login'],
    ['- 14:05 5 hosts fail', '5 hosts fail'],
    ['- 14:05 Queue grows from 10 to 20', 'Queue grows from 10 to 20'],
    ['- 14:05 UTC - Deploy', 'Deploy'],
    ['- 14:05 (UTC): Deploy', 'Deploy'],
    ['- 14:05 May release goes out', 'May release goes out'],
    ['- 14:05 @ana restarts the api', '@ana restarts the api'],
    ['- 14:05 `api_v2` restarted', 'api_v2 restarted'],
    ['- 14:05 *Ana* restarts', 'Ana restarts'],
    ['- **14:05** **Deploy** started', 'Deploy started'],
    ['- **14:05 Deploy** started', 'Deploy started'],
    ['- 14:05 – ~200 users affected', '~200 users affected'],
    ['- 14:05 Uhr: Neustart', 'Neustart'],
    ['- 14:05 "Paper jam" shown', '"Paper jam" shown'],
    ['- 14:05 [INC-12] opened', '[INC-12] opened'],
    ['- 14:05 -> rollback', 'rollback'],
  ])('%j: %j', (body, text) => {
    expect(events(body)).toEqual([{ at: '2026-03-01T14:05', text }]);
  });

  test('a bullet without a time is an event without a time', () => {
    expect(
      events('- 14:05 Queue stops\n- Somebody kicks the printer\n- 14:20 Operator paged').map(({ at }) => at),
    ).toEqual(['2026-03-01T14:05', null, '2026-03-01T14:20']);
  });

  test('bullets nested below an event belong to it and are none of their own', () => {
    expect(events('- 14:05 Queue stops\n  - the log shows a jam\n- 14:20 Operator paged')).toHaveLength(2);
  });

  test('nested bullets with times are events', () => {
    expect(
      events('- 14:05 Queue stops\n  - 14:07 the log shows a jam\n- 14:20 Operator paged').map(({ at }) => at),
    ).toEqual(['2026-03-01T14:05', '2026-03-01T14:07', '2026-03-01T14:20']);
  });

  test('prose without times tells no events', () => {
    expect(events('It began in the night and was over by noon.')).toEqual([]);
  });

  test('a time elsewhere in the document is no event', () => {
    expect(postmortemOf('# Print queue stuck\n\n## Impact\n\n- 14:05 was the worst minute\n').timeline).toEqual([]);
  });
});

describe('a table of events with more columns', () => {
  test('action and actor have their own fields', () => {
    const [event] = full(
      '| Time | Event | Actor | Action/Observation |\n|---|---|---|---|\n| 14:05 | Queue stops | Operator | Printer restarted |',
    );
    expect([short(event?.text), short(event?.actor), short(event?.action)]).toEqual([
      'Queue stops',
      'Operator',
      'Printer restarted',
    ]);
  });

  test.each<[string, string, string]>([
    [
      '| Time (UTC) | Event | Action Taken | Responder |\n|---|---|---|---|\n| 14:05 | Queue stops | Restarted | Ana |',
      'Ana',
      'Restarted',
    ],
    ['| Time (UTC) | Event | Owner |\n|---|---|---|\n| 14:05 | Queue stops | @ana |', '@ana', '(absent)'],
    ['| Time | Who | What |\n|---|---|---|\n| 14:05 | Ana | Queue stops |', 'Ana', '(absent)'],
    [
      '| Time (UTC) | Event | Action Taken |\n|---|---|---|\n| 14:05 | Queue stops | Restarted |',
      '(absent)',
      'Restarted',
    ],
  ])('%j', (table, actor, action) => {
    const [event] = full(table);
    expect([short(event?.text), short(event?.actor), short(event?.action)]).toEqual(['Queue stops', actor, action]);
  });

  test('phases keep their headings', () => {
    expect(
      full('### Detection\n\n- 14:05 Queue stops\n\n### Recovery\n\n- 15:10 Drained').map(({ phase }) => phase),
    ).toEqual(['Detection', 'Recovery']);
  });

  test('the place of an event is its row or bullet', () => {
    const text = '# Print queue stuck\n\n## Timeline\n\n- 14:05 Queue stops\n- 14:20 Operator paged\n';
    expect(postmortemOf(text).timeline.map(({ place: { from, to } }) => text.slice(from, to).trim())).toEqual([
      '- 14:05 Queue stops',
      '- 14:20 Operator paged',
    ]);
  });
});

describe('a timeline without a heading of its own', () => {
  test('a table with times', () => {
    expect(
      postmortemOf('# Print queue stuck\n\nIt stopped.\n\n| Time | Event |\n|---|---|\n| 14:05 | Queue stops |\n')
        .timeline,
    ).toHaveLength(1);
  });

  test('headings with times behind the timeline’s heading, on the same level', () => {
    const text =
      '# Print queue stuck\n\n## Timeline\n\n## 14:05 Queue stops\n\nIt did.\n\n## 14:20 Operator paged\n\n## Impact\n\nNone.\n';
    expect(plainValues(read(text)).timeline.map(({ at }) => at)).toEqual(['T14:05', 'T14:20']);
  });
});

describe('timelines in other languages', () => {
  test.each<[string, string, readonly PlainEvent[]]>([
    [
      'es',
      '# Cola detenida\n\n**Fecha:** 3 de marzo de 2026\n\n## Cronología\n\n| Hora | Evento |\n|---|---|\n| 14:05 | La cola se detiene |\n| 3:10 PM | La cola se vacía |\n',
      [
        { at: '2026-03-03T14:05', text: 'La cola se detiene' },
        { at: '2026-03-03T15:10', text: 'La cola se vacía' },
      ],
    ],
    [
      'fr',
      '# File bloquée\n\n**Date :** 3 mars 2026\n\n## Chronologie\n\n- 14h05 : la file se bloque\n- 15h10 : la file est vide\n',
      [
        { at: '2026-03-03T14:05', text: 'la file se bloque' },
        { at: '2026-03-03T15:10', text: 'la file est vide' },
      ],
    ],
    [
      'de',
      '# Druckerschlange\n\n**Datum:** 03.03.2026\n\n## Zeitverlauf\n\n- 14:05 Uhr: Die Schlange steht\n- gegen 15:10 Uhr: Die Schlange ist leer\n',
      [
        { at: '2026-03-03T14:05', text: 'Die Schlange steht' },
        { at: '2026-03-03T15:10', text: 'Die Schlange ist leer' },
      ],
    ],
    [
      'pt',
      '# Fila parada\n\n**Data:** 3 de março de 2026\n\n## Linha do tempo\n\n- 14h05 - A fila para\n- 15h10 - A fila esvazia\n',
      [
        { at: '2026-03-03T14:05', text: 'A fila para' },
        { at: '2026-03-03T15:10', text: 'A fila esvazia' },
      ],
    ],
    [
      'no',
      '# Køen står\n\n**Dato:** 3. mars 2026\n\n## Tidslinje\n\n- kl 14.05 Køen stopper\n- kl. 15:10 Køen er tom\n',
      [
        { at: '2026-03-03T14:05', text: 'Køen stopper' },
        { at: '2026-03-03T15:10', text: 'Køen er tom' },
      ],
    ],
    [
      'ja',
      '# 印刷待ちの停止\n\n**発生日:** 2026年3月3日\n\n## タイムライン\n\n- 14:05 印刷待ちが停止した\n- 午後3時10分 印刷待ちが解消した\n',
      [
        { at: '2026-03-03T14:05', text: '印刷待ちが停止した' },
        { at: '2026-03-03T15:10', text: '印刷待ちが解消した' },
      ],
    ],
    [
      'zh',
      '# 打印队列停止\n\n**日期**：2026-03-03\n\n## 时间线\n\n| 时间 | 事件 |\n|---|---|\n| 14:05 | 队列停止，没有任何人注意到 |\n| 下午3点10分 | 队列清空，服务恢复正常 |\n',
      [
        { at: '2026-03-03T14:05', text: '队列停止，没有任何人注意到' },
        { at: '2026-03-03T15:10', text: '队列清空，服务恢复正常' },
      ],
    ],
  ])('%s', (_language, text, expected) => {
    expect(plainValues(read(text)).timeline).toEqual(expected);
  });
});

test('a clock with a dot behind a whole date is read', () => {
  const { timeline } = read(
    '# Skjema nede\n\n## Tidslinje\n\nFeil introdusert: 22.02.2024 10.00\nFeil oppdaget: 22.02.2024 13.00\nFeil rettet: 22.02.2024 14.30\n',
  ).postmortem;
  expect(timeline.map(({ at, role }) => [at.state === 'known' && at.value.clock, role?.instant])).toEqual([
    ['10:00', 'trigger'],
    ['13:00', 'detected'],
    ['14:30', 'resolved'],
  ]);
  const [price] = read('# X\n\n## Timeline\n\nPrice in 2024 10.00 was paid\n').postmortem.timeline;
  expect(price).toBeUndefined();
});
