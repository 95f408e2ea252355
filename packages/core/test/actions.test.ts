import { describe, expect, test } from 'vitest';
import { type ActionItem, plainValues, type PlainAction, read } from '../src/index.ts';
import { postmortemOf, short, shortAll } from './reading.ts';

const bare: Omit<PlainAction, 'text'> = { owners: [], due: null, done: null, priority: null, ticket: null };

function actions(body: string, heading = '## Action items'): readonly PlainAction[] {
  return plainValues(read(`# Backups missing\n\n${heading}\n\n${body}\n`)).actionItems;
}

function full(body: string, heading = '## Action items'): readonly ActionItem[] {
  return postmortemOf(`# Backups missing\n\n${heading}\n\n${body}\n`).actionItems;
}

describe('every form of list holds the same two items', () => {
  const two = [
    { text: 'Add an alert', ...bare },
    { text: 'Write a runbook', ...bare },
  ];

  test.each<[string, string]>([
    ['bullets', '- Add an alert\n- Write a runbook'],
    ['stars', '* Add an alert\n* Write a runbook'],
    ['numbers', '1. Add an alert\n2. Write a runbook'],
    ['a table', '| Action Item |\n|---|\n| Add an alert |\n| Write a runbook |'],
    ['a table without outer pipes', 'Action | Owner\n---|---\nAdd an alert |\nWrite a runbook |'],
    ['two lists', '- Add an alert\n\nAnd:\n\n- Write a runbook'],
    ['groups', '### Detection\n\n- Add an alert\n\n### Documentation\n\n- Write a runbook'],
    ['bold groups', '**Detection**\n\n- Add an alert\n\n**Documentation**\n\n- Write a runbook'],
    ['groups as bullets', '- **Detection:**\n  - Add an alert\n- **Documentation:**\n  - Write a runbook'],
    ['a quote', '> - Add an alert\n> - Write a runbook'],
    ['bold words', '- **Add** an alert\n- **Write a runbook**'],
    ['labels', '- **Action 1:** Add an alert\n- **Action 2:** Write a runbook'],
    ['labels in plain words', '- Action item: Add an alert\n- Action item: Write a runbook'],
    ['paragraphs', 'Add an alert\n\nWrite a runbook'],
    ['with a remark before', 'We agreed on this.\n\n- Add an alert\n- Write a runbook'],
    ['with a template’s left-over between', '- Add an alert\n- [Specific action]\n- Write a runbook'],
    ['with remarks nested below', '- Add an alert\n  - it should fire early\n- Write a runbook'],
  ])('%s', (_form, body) => {
    expect(actions(body)).toEqual(two);
  });

  test.each([
    'Action Items',
    'Actions',
    'Next steps',
    'Follow-up actions',
    'Corrective Actions',
    'TODO',
    'Remediation items',
    '✅ Action items',
    '7. Action items:',
  ])('below %j', (heading) => {
    expect(actions('- Add an alert\n- Write a runbook', `## ${heading}`)).toEqual(two);
  });
});

describe('boxes', () => {
  test.each<[string, boolean | null]>([
    ['- [ ] Add an alert', false],
    ['- [x] Add an alert', true],
    ['- [X] Add an alert', true],
    ['* [x] Add an alert', true],
    ['1. [ ] Add an alert', false],
    ['- Add an alert', null],
    ['- ☐ Add an alert', false],
    ['- ✅ Add an alert', true],
    ['- ❌ Add an alert', false],
  ])('%j is done: %j', (body, done) => {
    expect(actions(body)).toEqual([{ ...bare, text: 'Add an alert', done }]);
  });
});

describe('marks of what is done', () => {
  test.each<[string, boolean]>([
    ['- Add an alert (done)', true],
    ['- Add an alert (DONE)', true],
    ['- (DONE) Add an alert', true],
    ['- [DONE] Add an alert', true],
    ['- **DONE** Add an alert', true],
    ['- **Done:** Add an alert', true],
    ['- Add an alert **DONE**', true],
    ['- Add an alert - DONE', true],
    ['- Add an alert — done', true],
    ['- Add an alert [done]', true],
    ['- Add an alert (completed)', true],
    ['- Add an alert ✅', true],
    ['- Add an alert (ONGOING)', false],
    ['- Add an alert - ONGOING', false],
    ['- **ONGOING** Add an alert', false],
    ['- [ONGOING] Add an alert', false],
    ['- Add an alert (in progress)', false],
    ['- Add an alert (open)', false],
    ['- ~~Add an alert~~ (done)', true],
    ['- Add an alert **完了**', true],
    ['- [ ] Add an alert (done)', true],
  ])('%j is done: %j', (body, done) => {
    expect(actions(body)).toEqual([{ ...bare, text: 'Add an alert', done }]);
  });

  test.each<[string, boolean | null]>([
    ['Done', true],
    ['DONE', true],
    ['Complete', true],
    ['Completed', true],
    ['Closed', true],
    ['✅ Done', true],
    ['✅', true],
    ['Done (2026-03-04)', true],
    ['Open', false],
    ['⏳ Open', false],
    ['In Progress', false],
    ['Not started', false],
    ['Not Started', false],
    ['Pending', false],
    ['TODO', false],
    ['Planned', false],
    ['Not done', false],
    ['Partially done', false],
    ['WIP', false],
    ['Blocked', false],
    ['Cancelled', false],
    ["Won't do", false],
    ['[Open/In Progress/Done]', null],
    ['', null],
    ['Ferdig', true],
    ['Erledigt', true],
    ['Offen', false],
    ['Hecho', true],
    ['Pendiente', false],
    ['Terminé', true],
    ['En cours', false],
    ['Concluído', true],
    ['完了', true],
    ['未着手', false],
    ['已完成', true],
    ['进行中', false],
  ])('a status cell %j is done: %j', (status, done) => {
    expect(actions(`| Action | Owner | Status |\n|---|---|---|\n| Add an alert | Ana | ${status} |`)).toEqual([
      { ...bare, text: 'Add an alert', owners: ['Ana'], done },
    ]);
  });

  test('a word that only looks like a mark stays in the text', () => {
    expect(actions('- Check what is done (by hand)')[0]).toMatchObject({
      text: 'Check what is done (by hand)',
      done: null,
    });
    expect(actions('- Make sure every open file is closed')[0]).toMatchObject({
      text: 'Make sure every open file is closed',
      done: null,
    });
  });

  test('a written status is kept as it is', () => {
    expect(short(full('| Action | Status |\n|---|---|\n| Add an alert | ⏳ Open |')[0]?.status)).toBe('⏳ Open');
  });
});

describe('owners', () => {
  test('a comment behind an item holds no detail of it', () => {
    expect(actions('- Replace the brake <!-- debrief-ignore complete/action-owner: the shop owns all -->')).toEqual([
      { text: 'Replace the brake', ...bare },
    ]);
    expect(actions('- Replace the brake (@ana) <!-- owner: the shop -->')).toMatchObject([{ owners: ['@ana'] }]);
  });

  test.each<[string, readonly string[]]>([
    ['- Add an alert (@ana)', ['@ana']],
    ['- Add an alert (@ana, @bo)', ['@ana', '@bo']],
    ['- Add an alert [@ana]', ['@ana']],
    ['- Add an alert — @ana', ['@ana']],
    ['- Add an alert - @ana', ['@ana']],
    ['- Add an alert @ana', ['@ana']],
    ['- @ana: Add an alert', ['@ana']],
    ['- @ana - Add an alert', ['@ana']],
    ['- **@ana**: Add an alert', ['@ana']],
    ['- **Ana** — Add an alert', ['Ana']],
    ['- Ana — Add an alert', ['Ana']],
    ['- Ana Pérez — Add an alert', ['Ana Pérez']],
    ['- Add an alert (Owner: Ana)', ['Ana']],
    ['- Add an alert (owner: Ana Pérez)', ['Ana Pérez']],
    ['- Add an alert - Owner: Ana', ['Ana']],
    ['- Add an alert **Owner:** Ana', ['Ana']],
    ['- Add an alert. Owner: Platform Team', ['Platform Team']],
    ['- Add an alert (assigned to @ana)', ['@ana']],
    ['- [ ] Add an alert\n  - **Owner:** Ana', ['Ana']],
    ['- [ ] Add an alert\n  - Owner: Ana, Bo', ['Ana', 'Bo']],
    ['- [ ] Add an alert\n  - Assignee: Ana', ['Ana']],
    ['- Add an alert\n  **Owner:** Ana', ['Ana']],
    ['- Add an alert (unassigned)', []],
  ])('%j: %j', (body, owners) => {
    const [item] = actions(body);
    expect([item?.text.replace(/\.$/, ''), item?.owners]).toEqual(['Add an alert', owners]);
  });

  test.each<[string, readonly string[]]>([
    ['@network', ['@network']],
    ['@alice, @bob', ['@alice', '@bob']],
    ['ana,bo,chi', ['ana', 'bo', 'chi']],
    ['Ana / Bo', ['Ana', 'Bo']],
    ['Ana & Bo', ['Ana', 'Bo']],
    ['Ana<br>Bo', ['Ana', 'Bo']],
    ['Database Team', ['Database Team']],
    ['On-call engineer', ['On-call engineer']],
    ['[Ana](https://x.example/ana)', ['Ana']],
    ['(unassigned)', []],
    ['Unassigned', []],
    ['none', []],
    ['TBD', []],
    ['[Name]', []],
    ['@username', []],
    ['?', []],
    ['-', []],
    ['', []],
    ['N/A', []],
  ])('an owner cell %j: %j', (cell, owners) => {
    expect(actions(`| Action | Owner |\n|---|---|\n| Add an alert | ${cell} |`)).toEqual([
      { ...bare, text: 'Add an alert', owners },
    ]);
  });

  test.each([
    '- Add an alert for Ana',
    '- Ask @ana about the alert',
    '- Move to Redis — it is faster',
    '- Prevent — never cure',
    '- Use the new API (v2)',
    '- Tell support (Ana knows how)',
  ])('a name in the words is no owner: %j', (body) => {
    expect(actions(body)).toEqual([{ ...bare, text: body.slice(2) }]);
  });
});

describe('due dates are kept as written', () => {
  test.each<[string, string]>([
    ['- Add an alert. Due 2026-03-21', '2026-03-21'],
    ['- Add an alert. Due 2026-03-21.', '2026-03-21'],
    ['- Add an alert (due 2026-03-21)', '2026-03-21'],
    ['- Add an alert (due: 2026-03-21)', '2026-03-21'],
    ['- Add an alert (by 2026-03-21)', '2026-03-21'],
    ['- Add an alert by 2026-03-21', '2026-03-21'],
    ['- Add an alert - due March 21', 'March 21'],
    ['- Add an alert, due next quarter', 'next quarter'],
    ['- Add an alert (ETA: Q3)', 'Q3'],
    ['- Add an alert (deadline: end of May)', 'end of May'],
    ['- Add an alert (due in 2 weeks)', 'in 2 weeks'],
    ['- [ ] Add an alert\n  - **Due:** 2026-03-21', '2026-03-21'],
    ['- [ ] Add an alert\n  - Due date: next sprint', 'next sprint'],
    ['- [ ] Add an alert\n  - Deadline: +7d', '+7d'],
    ['| Action | Due Date |\n|---|---|\n| Add an alert | 2026-03-21 |', '2026-03-21'],
    ['| Action | Due |\n|---|---|\n| Add an alert | 1 semaine |', '1 semaine'],
    ['| Action | Deadline |\n|---|---|\n| Add an alert | next quarter |', 'next quarter'],
    ['| Action | ETA |\n|---|---|\n| Add an alert | +7d |', '+7d'],
    ['| Action | Target date |\n|---|---|\n| Add an alert | 21.03.2026 |', '21.03.2026'],
    ['| Action | Due |\n|---|---|\n| Add an alert | ASAP |', 'ASAP'],
  ])('%j: %j', (body, due) => {
    const [item] = actions(body);
    expect([item?.text.replace(/[.,]$/, ''), item?.due]).toEqual(['Add an alert', due]);
  });

  test.each(['YYYY-MM-DD', '[Date]', 'TBD', '-', '', 'N/A', '?'])('a due cell %j is unknown', (cell) => {
    expect(actions(`| Action | Due Date |\n|---|---|\n| Add an alert | ${cell} |`)).toEqual([
      { ...bare, text: 'Add an alert' },
    ]);
  });

  test.each([
    '- Reduce the load by 20%',
    '- Sort the list by date',
    '- Fail over by hand',
    '- Alert before the disk is full',
    '- Pay what is due to the vendor',
  ])('no due date: %j', (body) => {
    expect(actions(body)).toEqual([{ ...bare, text: body.slice(2) }]);
  });
});

describe('tickets', () => {
  test.each<[string, string]>([
    ['- Add an alert ([#12](https://git.example/issues/12))', 'https://git.example/issues/12'],
    ['- Add an alert [#12](https://git.example/issues/12)', 'https://git.example/issues/12'],
    ['- Add an alert - [OPS-12](https://jira.example/browse/OPS-12)', 'https://jira.example/browse/OPS-12'],
    ['- Add an alert (https://git.example/issues/12)', 'https://git.example/issues/12'],
    ['- Add an alert: https://git.example/pull/12', 'https://git.example/pull/12'],
    ['- Add an alert (#12)', '#12'],
    ['- Add an alert #12', '#12'],
    ['- Add an alert (OPS-12)', 'OPS-12'],
    ['- Add an alert [OPS-12]', 'OPS-12'],
    ['- Add an alert, see OPS-12', 'OPS-12'],
    ['- Add an alert ([issue][1])\n\n[1]: https://git.example/issues/12', 'https://git.example/issues/12'],
    ['- [ ] Add an alert\n  - **Ticket:** OPS-12', 'OPS-12'],
    [
      '- [ ] Add an alert\n  - Jira: [OPS-12](https://jira.example/browse/OPS-12)',
      'https://jira.example/browse/OPS-12',
    ],
    ['| Action | Ticket |\n|---|---|\n| Add an alert | OPS-12 |', 'OPS-12'],
    [
      '| Action | Ticket |\n|---|---|\n| Add an alert | [OPS-12](https://jira.example/browse/OPS-12) |',
      'https://jira.example/browse/OPS-12',
    ],
    ['| Action | Issue |\n|---|---|\n| Add an alert | #12 |', '#12'],
    ['| Action | Owner |\n|---|---|\n| Add an alert (#12) | Ana |', '#12'],
    ['- Add an alert <https://git.example/issues/12>', 'https://git.example/issues/12'],
  ])('%j: %j', (body, ticket) => {
    expect(actions(body)[0]).toMatchObject({ text: 'Add an alert', ticket });
  });

  test.each([
    '- Read the [manual](https://docs.example/manual)',
    '- Upgrade to UTF-8',
    '- Follow https://docs.example/guide',
  ])('a link to a page is part of the words: %j', (body) => {
    expect(actions(body)[0]).toMatchObject({ ticket: null });
    expect(actions(body)[0]?.text).toContain(body.slice(2, 10));
  });
});

describe('priorities', () => {
  test.each<[string, string]>([
    ['- [P0] Add an alert', 'P0'],
    ['- (P1) Add an alert', 'P1'],
    ['- **P1**: Add an alert', 'P1'],
    ['- **[P1]** Add an alert', 'P1'],
    ['- P1: Add an alert', 'P1'],
    ['- P1 - Add an alert', 'P1'],
    ['- [High] Add an alert', 'High'],
    ['- [Priority: High] Add an alert', 'High'],
    ['- Add an alert (P1)', 'P1'],
    ['- Add an alert [High]', 'High'],
    ['- Add an alert (priority: high)', 'high'],
    ['- [ ] [P1] Add an alert', 'P1'],
    ['- [ ] Add an alert\n  - **Priority:** High', 'High'],
    ['| Action | Priority |\n|---|---|\n| Add an alert | P1 |', 'P1'],
    ['| Action | Priority |\n|---|---|\n| Add an alert | High |', 'High'],
    ['| Priority | Action |\n|---|---|\n| 🔴 High | Add an alert |', '🔴 High'],
    ['| Action | Prio |\n|---|---|\n| Add an alert | 高 |', '高'],
  ])('%j: %j', (body, priority) => {
    expect(actions(body)[0]).toMatchObject({ text: 'Add an alert', priority });
  });

  test.each(['P0/P1/P2', '[High/Medium/Low]', ''])('a priority cell %j is unknown', (cell) => {
    expect(actions(`| Action | Priority |\n|---|---|\n| Add an alert | ${cell} |`)).toEqual([
      { ...bare, text: 'Add an alert' },
    ]);
  });
});

describe('a full row', () => {
  test('of a table', () => {
    const [item] = full(
      '| ID | Action Item | Owner | Priority | Due Date | Status | Verification | Ticket |\n|---|---|---|---|---|---|---|---|\n| AI-001 | Add an alert | @ana | P1 | 2026-03-21 | In Progress | Alert seen in a drill | OPS-12 |',
    );
    expect({ ...item, place: undefined, owners: shortAll(item?.owners ?? []) }).toMatchObject({
      owners: ['@ana'],
      list: 'actionItems',
    });
    expect(
      [item?.id, item?.text, item?.priority, item?.due, item?.status, item?.done, item?.verification, item?.ticket].map(
        (field) => short<unknown>(field),
      ),
    ).toEqual(['AI-001', 'Add an alert', 'P1', '2026-03-21', 'In Progress', false, 'Alert seen in a drill', 'OPS-12']);
  });

  test('of a list', () => {
    expect(
      actions(
        '- [x] **Action 1:** Add an alert\n  - **Owner:** @ana\n  - **Due:** 2026-03-21\n  - **Status:** Complete\n  - **Priority:** P1\n  - **Ticket:** OPS-12',
      ),
    ).toEqual([
      { text: 'Add an alert', owners: ['@ana'], due: '2026-03-21', done: true, priority: 'P1', ticket: 'OPS-12' },
    ]);
  });

  test('of one sentence', () => {
    expect(actions('- Priya — Add an alert. Due 2026-03-21. (#12)')).toEqual([
      { text: 'Add an alert.', owners: ['Priya'], due: '2026-03-21', done: null, priority: null, ticket: '#12' },
    ]);
  });

  test('a status below wins over the box', () => {
    expect(actions('- [ ] Add an alert\n  - **Status:** Done')[0]?.done).toBe(true);
  });

  test('its place is the row or item', () => {
    const text = '# Backups missing\n\n## Action items\n\n- Add an alert\n- Write a runbook\n';
    expect(postmortemOf(text).actionItems.map(({ place: { from, to } }) => text.slice(from, to).trim())).toEqual([
      '- Add an alert',
      '- Write a runbook',
    ]);
  });
});

describe('tables with other columns', () => {
  test.each<[string, string]>([
    ['| # | Action | Owner |\n|---|---|---|\n| 1 | Add an alert | Ana |', 'Add an alert'],
    ['| Task | Assignee |\n|---|---|\n| Add an alert | Ana |', 'Add an alert'],
    ['| Type | Description | Responsible |\n|---|---|---|\n| Detect | Add an alert | Ana |', 'Add an alert'],
    ['| Owner | What |\n|---|---|\n| Ana | Add an alert |', 'Add an alert'],
    ['| Recommendation | Owner | Notes |\n|---|---|---|\n| Add an alert | Ana | soon |', 'Add an alert'],
    ['| Acción | Responsable |\n|---|---|\n| Add an alert | Ana |', 'Add an alert'],
    ['| Maßnahme | Verantwortlich |\n|---|---|\n| Add an alert | Ana |', 'Add an alert'],
    ['| Mysterious | Owner |\n|---|---|\n| Add an alert | Ana |', 'Add an alert'],
    ['| Action | Owner |\n| Add an alert | Ana |\n|---|---|', 'Add an alert'],
    ['| Action | Owner | Due |\n|---|---|---|\n| Add an alert | Ana |', 'Add an alert'],
  ])('%j', (table, text) => {
    expect(actions(table)).toEqual([{ ...bare, text, owners: ['Ana'] }]);
  });

  test('a template’s rows are no actions', () => {
    expect(
      actions(
        '| ID | Action | Owner | Due Date | Priority | Status |\n|---|---|---|---|---|---|\n| 1 | [Specific, actionable item] | @username | YYYY-MM-DD | P0/P1/P2 | Not started |',
      ),
    ).toEqual([]);
  });
});

describe('groups', () => {
  test.each<[string, readonly (string | undefined)[]]>([
    [
      '### Prevent Recurrence (High Priority)\n\n- Add an alert\n\n### Improve Detection\n\n- Write a runbook',
      ['Prevent Recurrence (High Priority)', 'Improve Detection'],
    ],
    ['**Short term:**\n\n- Add an alert\n\n**Long term:**\n\n- Write a runbook', ['Short term', 'Long term']],
    ['- Add an alert\n- Write a runbook', [undefined, undefined]],
  ])('%j', (body, groups) => {
    expect(full(body).map(({ group }) => group)).toEqual(groups);
  });

  test('a heading of the same level ends the list', () => {
    expect(actions('- Add an alert\n\n## Appendix\n\n- Log lines')).toHaveLength(1);
  });
});

describe('prevention', () => {
  test('holds actions only where they are phrased as things to do', () => {
    const items = full(
      '- Add an alert on backup age\n- Backups were never restored before\n- Ensure every backup is restored once a month',
      '## Prevention',
    );
    expect(items.map(({ text, list }) => [short(text), list])).toEqual([
      ['Add an alert on backup age', 'prevention'],
      ['Ensure every backup is restored once a month', 'prevention'],
    ]);
  });

  test('a list of lessons or of what went well holds none', () => {
    expect(actions('- Add alerts early', '## Lessons learned')).toEqual([]);
    expect(actions('- Fix came fast', '## What went well')).toEqual([]);
  });
});

describe('actions in other languages', () => {
  test.each<[string, string, PlainAction]>([
    [
      'es',
      '## Acciones\n\n| Acción | Responsable | Fecha límite | Prioridad | Estado |\n|---|---|---|---|---|\n| Añadir una alerta | Ana | 2026-03-21 | Alta | Pendiente |',
      { text: 'Añadir una alerta', owners: ['Ana'], due: '2026-03-21', done: false, priority: 'Alta', ticket: null },
    ],
    [
      'fr',
      '## Plan d’action\n\n- [ ] Ajouter une alerte\n  - Responsable : Ana\n  - Échéance : 1 semaine',
      { text: 'Ajouter une alerte', owners: ['Ana'], due: '1 semaine', done: false, priority: null, ticket: null },
    ],
    [
      'de',
      '## Maßnahmen\n\n| Maßnahme | Verantwortlich | Frist | Status |\n|---|---|---|---|\n| Alarm einrichten | Ana | 21.03.2026 | Erledigt |',
      { text: 'Alarm einrichten', owners: ['Ana'], due: '21.03.2026', done: true, priority: null, ticket: null },
    ],
    [
      'pt',
      '## Ações\n\n| Ação | Responsável | Prazo | Status |\n|---|---|---|---|\n| Criar um alerta | Ana | 21/03/2026 | Em andamento |',
      { text: 'Criar um alerta', owners: ['Ana'], due: '21/03/2026', done: false, priority: null, ticket: null },
    ],
    [
      'no',
      '## Tiltak\n\n| Tiltak | Ansvarlig | Frist | Status |\n|---|---|---|---|\n| Lage en alarm | Ana | 21.03.2026 | Ferdig |',
      { text: 'Lage en alarm', owners: ['Ana'], due: '21.03.2026', done: true, priority: null, ticket: null },
    ],
    [
      'ja',
      '## アクションアイテム\n\n| 対応 | 担当者 | 期限 | ステータス |\n|---|---|---|---|\n| アラートを追加する | 山田 | 2026-03-21 | 完了 |',
      { text: 'アラートを追加する', owners: ['山田'], due: '2026-03-21', done: true, priority: null, ticket: null },
    ],
    [
      'zh',
      '## 改进措施\n\n| 措施 | 负责人 | 截止日期 | 状态 |\n|---|---|---|---|\n| 增加备份告警 | 王伟 | 2026-03-21 | 进行中 |',
      { text: '增加备份告警', owners: ['王伟'], due: '2026-03-21', done: false, priority: null, ticket: null },
    ],
  ])('%s', (_language, text, action) => {
    expect(plainValues(read(`# 1\n\n${text}\n`)).actionItems).toEqual([action]);
  });
});

describe('what only stands among the action items', () => {
  test('a list below “done” is done, and the list below another word is open again', () => {
    const items = full('✅ Gjort:\n\n1. Øke timeout\n\n🚧 Tiltak:\n\n1. Splitte tjenesten\n');
    expect(items.map(({ done }) => short(done))).toEqual([true, '(absent)']);
    const bold = full('**Done:**\n\n- Add an alert\n\n**Open:**\n\n- Write a runbook\n');
    expect(bold.map(({ done }) => short(done))).toEqual([true, '(absent)']);
  });

  test('a legend that counts its categories is no list of items', () => {
    const table = '| Category | Action |\n|---|---|\n| Prevention | Add an alert |\n| Detection | Write a runbook |\n';
    expect(
      actions(`${table}\n- **Prevention (1):** so that it stays away\n- **Detection (1):** so that we know\n`),
    ).toHaveLength(2);
  });

  test('advice on signals is nothing that somebody takes up', () => {
    const advice =
      '| Signal | What it means | What to do |\n|---|---|---|\n| The queue grows | Nobody reads it | Look at the reader |\n';
    expect(full(advice).map(({ list }) => list)).toEqual(['prevention']);
    const owned =
      '| Signal | What to do | Owner |\n|---|---|---|\n| The queue grows | Look at the reader | Night shift |\n';
    expect(full(owned).map(({ list }) => list)).toEqual(['actionItems']);
  });

  test('what still needs an owner and a day in Japanese has none', () => {
    const [item] = full(
      '| アクション | 担当 | 期限 |\n|---|---|---|\n| アラートを追加する | 要アサイン | 要設定 |\n',
      '## アクションアイテム',
    );
    expect(item?.owners.every(({ state }) => state === 'unknown')).toBe(true);
    expect(item?.due.state).toBe('unknown');
  });
});
