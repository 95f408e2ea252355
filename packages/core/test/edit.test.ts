import { describe, expect, test } from 'vitest';
import { type Change, read } from '../src/index.ts';
import { edit, parseTemplate, type Template } from '../src/write/index.ts';

/** The text after one change; in brackets why there is none. */
function after(text: string, change: Change): string {
  const edited = edit(text, change);
  return edited.ok ? edited.text : `(${edited.refusal.code}: ${edited.refusal.message})`;
}

function set(field: Extract<Change, { kind: 'setField' }>['field'], value: string | readonly string[] | null): Change {
  return { kind: 'setField', field, value };
}

describe('a header value is set in its own form', () => {
  test.each<readonly [string, string, Change, string]>([
    [
      'a bold label',
      '**Severity:** SEV3  \n**Status:** Open\n',
      set('severity', 'SEV2'),
      '**Severity:** SEV2  \n**Status:** Open\n',
    ],
    [
      'a label in one line of several',
      '**Date**: 2026-03-01 | **Severity**: SEV3 | **Status**: Closed\n',
      set('severity', 'SEV2'),
      '**Date**: 2026-03-01 | **Severity**: SEV2 | **Status**: Closed\n',
    ],
    ['code stays code', '- **Incident ID**: `INC-1`\n', set('incidentId', 'INC-2'), '- **Incident ID**: `INC-2`\n'],
    ['bold stays bold', '- Commander: **Bo Li**\n', set('commander', 'Ana'), '- Commander: **Ana**\n'],
    [
      'the words of a link',
      '**Incident ID:** [INC-1](https://kite.example/1)\n',
      set('incidentId', 'INC-2'),
      '**Incident ID:** [INC-2](https://kite.example/1)\n',
    ],
    ['a placeholder is replaced', '**Severity:** [P0/P1/P2]\n', set('severity', 'P1'), '**Severity:** P1\n'],
    [
      'an empty label is filled',
      '**Severity:**\n**Status:** Open\n',
      set('severity', 'P1'),
      '**Severity:** P1\n**Status:** Open\n',
    ],
    [
      'an empty label before a hard break',
      '**Severity:**   \n**Status:** Open\n',
      set('severity', 'P1'),
      '**Severity:** P1   \n**Status:** Open\n',
    ],
    [
      'a cell keeps its padding',
      '| Field    | Value      |\n|----------|------------|\n| Severity | SEV3       |\n',
      set('severity', 'S1'),
      '| Field    | Value      |\n|----------|------------|\n| Severity | S1         |\n',
    ],
    [
      'other rows are not padded again',
      '| Field    | Value |\n|----------|-------|\n| Severity | SEV3  |\n| Commander | Bo |\n',
      set('severity', 'SEV2 (broad)'),
      '| Field    | Value |\n|----------|-------|\n| Severity | SEV2 (broad) |\n| Commander | Bo |\n',
    ],
    [
      'an empty cell is filled',
      '| Severity |  |\n|---|---|\n| Status | Open |\n',
      set('status', 'Closed'),
      '| Severity |  |\n|---|---|\n| Status | Closed |\n',
    ],
    [
      'front matter',
      '---\nseverity: SEV3 # for now\n---\n\n# Kites\n',
      set('severity', 'SEV2'),
      '---\nseverity: SEV2 # for now\n---\n\n# Kites\n',
    ],
    [
      'front matter that has to be quoted',
      '---\ncommander: Bo\n---\n\n# Kites\n',
      set('commander', 'Bo: #1'),
      '---\ncommander: "Bo: #1"\n---\n\n# Kites\n',
    ],
    [
      'a heading that is a field',
      '# Kites\n\n## Severity\n\nSEV3\n',
      set('severity', 'SEV2'),
      '# Kites\n\n## Severity\n\nSEV2\n',
    ],
    [
      'only the day of a date',
      '**Date:** 2026-03-01 14:05 UTC\n',
      set('date', '2026-03-02'),
      '**Date:** 2026-03-02 14:05 UTC\n',
    ],
    ['the title', '# Kites down ##\n', set('title', 'Kites up'), '# Kites up ##\n'],
    [
      'names on one line',
      '**Authors:** Ana Pérez, Bo\n',
      set('authors', ['Bo', 'Chi', 'Dan']),
      '**Authors:** Bo, Chi, Dan\n',
    ],
    ['a length of time', '**Duration:** [X minutes]\n', set('duration', '47'), '**Duration:** 47 minutes\n'],
    [
      'full-width colons',
      '**严重程度**：高\n**状态**：已解决\n',
      set('severity', '低'),
      '**严重程度**：低\n**状态**：已解决\n',
    ],
  ])('%s', (_form, text, change, expected) => {
    expect(after(text, change)).toBe(expected);
  });
});

describe('a value that the header lacks joins the others in their form', () => {
  test.each<readonly [string, string, Change, string]>([
    [
      'lines with a hard break',
      '# Kites\n\n**Date:** 2026-03-01  \n**Severity:** SEV3\n\n## Summary\n\nFell.\n',
      set('commander', 'Bo'),
      '# Kites\n\n**Date:** 2026-03-01  \n**Severity:** SEV3  \n**Incident commander:** Bo\n\n## Summary\n\nFell.\n',
    ],
    [
      'list items',
      '# Kites\n\n* **Date**: 2026-03-01\n* **Severity**: SEV3\n\n## Summary\n\nFell.\n',
      set('commander', 'Bo'),
      '# Kites\n\n* **Date**: 2026-03-01\n* **Severity**: SEV3\n* **Incident commander**: Bo\n\n## Summary\n\nFell.\n',
    ],
    [
      'rows',
      '| Field | Value |\n|---|---|\n| **Date** | 2026-03-01 |\n',
      set('severity', 'S2'),
      '| Field | Value |\n|---|---|\n| **Date** | 2026-03-01 |\n| **Severity** | S2 |\n',
    ],
    [
      'one line',
      '**Date**: 2026-03-01 | **Severity**: SEV3\n',
      set('commander', 'Bo'),
      '**Date**: 2026-03-01 | **Severity**: SEV3 | **Incident commander**: Bo\n',
    ],
    [
      'front matter',
      '---\ntitle: Kites\nseverity: SEV3\n---\n\nThey fell.\n',
      set('commander', 'Bo'),
      '---\ntitle: Kites\nseverity: SEV3\nincidentCommander: Bo\n---\n\nThey fell.\n',
    ],
    [
      'nothing at all',
      '# Kites\n\nThey fell.\n',
      set('severity', 'SEV2'),
      '# Kites\n\n**Severity:** SEV2\n\nThey fell.\n',
    ],
    [
      'labels of another language',
      '# Drachen\n\n**Datum:** 01.03.2026\n**Schweregrad:** hoch\n\n## Zusammenfassung\n\nDer Drachen fiel und das war nicht gut.\n',
      set('zone', 'CET'),
      '# Drachen\n\n**Datum:** 01.03.2026\n**Schweregrad:** hoch\n**Zeitzone:** CET\n\n## Zusammenfassung\n\nDer Drachen fiel und das war nicht gut.\n',
    ],
    [
      'where the section is',
      '# Kites\n\n## Impact\n\n- **Users affected:** 12\n\n## Timeline\n',
      set('revenue', '3 €'),
      '# Kites\n\n## Impact\n\n- **Users affected:** 12\n- **Revenue impact:** 3 €\n\n## Timeline\n',
    ],
  ])('%s', (_form, text, change, expected) => {
    expect(after(text, change)).toBe(expected);
  });
});

describe('a section is written as Markdown that reads as the value', () => {
  test.each<readonly [string, string, Change, string]>([
    [
      'in place of what it says',
      '# Kites\n\n## Summary\n\nOld words\non two lines.\n\n## Impact\n\nNone.\n',
      set('summary', 'New.\n\n# Not a heading'),
      '# Kites\n\n## Summary\n\nNew.\n\n\\# Not a heading\n\n## Impact\n\nNone.\n',
    ],
    [
      'in place of a placeholder',
      '# Kites\n\n## Summary\n[Three sentences]\n\n## Impact\n',
      set('summary', 'Fell.'),
      '# Kites\n\n## Summary\nFell.\n\n## Impact\n',
    ],
    [
      'below an empty heading',
      '# Kites\n\n## Summary\n\n## Impact\n\nNone.\n',
      set('summary', 'Fell.'),
      '# Kites\n\n## Summary\n\nFell.\n\n## Impact\n\nNone.\n',
    ],
    [
      'behind guidance in a comment',
      '# Kites\n\n## Summary\n<!-- three sentences -->\n\n## Impact\n\nNone.\n',
      set('summary', 'Fell.'),
      '# Kites\n\n## Summary\n<!-- three sentences -->\n\nFell.\n\n## Impact\n\nNone.\n',
    ],
    [
      'in a new section, in order',
      '# Kites\n\n## Summary\n\nFell.\n\n## Timeline\n\n- 14:05 – Fell\n',
      set('background', 'Wind.'),
      '# Kites\n\n## Summary\n\nFell.\n\n## Background\n\nWind.\n\n## Timeline\n\n- 14:05 – Fell\n',
    ],
    [
      'a question that is a heading',
      '# Kites\n\n## Root cause\n\n### What happened?\n\nIt fell.\n',
      set('whatHappened', 'The line tore.'),
      '# Kites\n\n## Root cause\n\n### What happened?\n\nThe line tore.\n',
    ],
  ])('%s', (_where, text, change, expected) => {
    expect(after(text, change)).toBe(expected);
  });
});

const TABLE =
  '# Kites\n\n**Date:** 2026-03-01\n\n## Timeline\n\n| Time  | Event       | Who  |\n|-------|-------------|------|\n| 14:05 | Kite fell   | @bo  |\n| 14:20 | Line mended | @ana |\n';
const LIST = '# Kites\n\n## Timeline\n\n- **14:05** - Kite fell\n- **14:20** - Line mended\n';
const HEADINGS =
  '# Kites\n\n## Timeline\n\n### 2026-03-01 14:05 - Kite fell\n\nAll of them.\n\n### 2026-03-01 14:20 - Line mended\n\n## Lessons\n\n- Mend lines\n';
const LINES = '# Kites\n\n## Timeline\n\n14:05: Kite fell\n14:20: Line mended\n';

const add = (at: string, text: string, more = {}): Change => ({ kind: 'addEvent', event: { at, text, ...more } });

describe('an event is added in the form of the timeline, in the order of time', () => {
  test.each<readonly [string, string, Change, readonly string[]]>([
    [
      'a row with its columns',
      TABLE,
      add('14:10', 'Ana calls', { actor: '@ana' }),
      ['| 14:05 | Kite fell   | @bo  |', '| 14:10 | Ana calls   | @ana |', '| 14:20 | Line mended | @ana |'],
    ],
    [
      'a row before the first',
      TABLE,
      add('13:00', 'Wind'),
      ['|-------|-------------|------|', '| 13:00 | Wind        |      |', '| 14:05 | Kite fell   | @bo  |'],
    ],
    [
      'a pipe and a line break in a cell',
      TABLE,
      add('15:00', 'a|b\nc'),
      ['| 14:20 | Line mended | @ana |', '| 15:00 | a\\|b<br>c   |      |'],
    ],
    [
      'a bullet',
      LIST,
      add('14:10', 'Ana calls'),
      ['- **14:05** - Kite fell', '- **14:10** - Ana calls', '- **14:20** - Line mended'],
    ],
    [
      'a heading',
      HEADINGS,
      add('2026-03-01 14:10', 'Ana calls'),
      ['All of them.', '', '### 2026-03-01 14:10 - Ana calls', '', '### 2026-03-01 14:20 - Line mended'],
    ],
    ['a line', LINES, add('14:30', 'Up again'), ['14:20: Line mended', '14:30: Up again']],
    [
      'a number',
      '# K\n\n## Timeline\n\n1. 14:05 Fell\n2. 14:20 Mended\n',
      add('14:30', 'Up'),
      ['2. 14:20 Mended', '3. 14:30 Up'],
    ],
    [
      'a twelve-hour clock',
      '# K\n\n## Timeline\n\n- 2:05 PM – Fell\n',
      add('14:30', 'Up'),
      ['- 2:05 PM – Fell', '- 2:30 PM – Up'],
    ],
    [
      'a range',
      LIST,
      add('14:30', 'Up', { until: '15:00' }),
      ['- **14:20** - Line mended', '- **14:30 – 15:00** - Up'],
    ],
    [
      'a row that a template left',
      '# K\n\n## Timeline\n\n| Time | Event | Owner |\n|---|---|---|\n| HH:MM | [First sign] | @owner |\n| HH:MM | [Next] | @owner |\n',
      add('14:05', 'Fell'),
      ['|---|---|---|', '| 14:05 | Fell | @owner |', '| HH:MM | [Next] | @owner |'],
    ],
    [
      'an item that a template left',
      '# K\n\n## Timeline\n\n- HH:MM - [First sign]\n- HH:MM - [Next]\n',
      add('14:05', 'Fell'),
      ['- 14:05 - Fell', '- HH:MM - [Next]'],
    ],
    [
      'a table without rows',
      '# K\n\n## Timeline\n\n| Time | Event |\n|---|---|\n',
      add('14:05', 'Fell'),
      ['|---|---|', '| 14:05 | Fell |'],
    ],
    [
      'an empty section',
      '# K\n\n## Timeline\n\n## Impact\n\nNone.\n',
      add('14:05', 'Fell'),
      ['## Timeline', '', '- 14:05 – Fell', '', '## Impact'],
    ],
    [
      'no section',
      '# K\n\n## Summary\n\nFell.\n',
      add('14:05', 'Fell'),
      ['Fell.', '', '## Timeline', '', '- 14:05 – Fell'],
    ],
  ])('%s', (_form, text, change, expected) => {
    expect(after(text, change)).toContain(`${expected.join('\n')}\n`);
  });
});

describe('an event is changed where it stands', () => {
  const event = { index: 0 };
  test.each<readonly [string, string, Change, string]>([
    [
      'the words of a row',
      TABLE,
      { kind: 'changeEvent', event, values: { text: 'All fell' } },
      '| 14:05 | All fell    | @bo  |\n',
    ],
    [
      'the time of a row',
      TABLE,
      { kind: 'changeEvent', event, values: { at: '14:07' } },
      '| 14:07 | Kite fell   | @bo  |\n',
    ],
    [
      'who did it',
      TABLE,
      { kind: 'changeEvent', event, values: { actor: '@chi' } },
      '| 14:05 | Kite fell   | @chi |\n',
    ],
    [
      'the time of a bullet',
      LIST,
      { kind: 'changeEvent', event, values: { at: '14:07' } },
      '- **14:07** - Kite fell\n',
    ],
    ['an end', LIST, { kind: 'changeEvent', event, values: { until: '14:15' } }, '- **14:05 – 14:15** - Kite fell\n'],
    [
      'a heading',
      HEADINGS,
      { kind: 'changeEvent', event, values: { text: 'All fell', at: '2026-03-01 14:06' } },
      '### 2026-03-01 14:06 - All fell\n\nAll of them.\n',
    ],
    ['a line', LINES, { kind: 'changeEvent', event, values: { text: '*All* fell' } }, '14:05: \\*All\\* fell\n14:20'],
    [
      'one moved down',
      TABLE,
      { kind: 'moveEvent', event, to: 1 },
      '|-------|-------------|------|\n| 14:20 | Line mended | @ana |\n| 14:05 | Kite fell   | @bo  |\n',
    ],
    [
      'one moved up',
      LIST,
      { kind: 'moveEvent', event: { index: 1 }, to: 0 },
      '## Timeline\n\n- **14:20** - Line mended\n- **14:05** - Kite fell\n',
    ],
    [
      'one taken away',
      TABLE,
      { kind: 'removeEvent', event },
      '|-------|-------------|------|\n| 14:20 | Line mended | @ana |\n',
    ],
    [
      'a heading taken away',
      HEADINGS,
      { kind: 'removeEvent', event },
      '## Timeline\n\n### 2026-03-01 14:20 - Line mended\n',
    ],
  ])('%s', (_what, text, change, expected) => {
    expect(after(text, change)).toContain(expected);
  });
});

const ACTIONS =
  '# K\n\n## Action items\n\n| ID | Action | Owner | Due | Status |\n|---|---|---|---|---|\n| A-1 | Mend lines | @bo | 2026-03-10 | Done |\n| A-2 | Check knots | | | Open |\n';
const BOXES =
  '# K\n\n## Action items\n\n- [x] Mend lines (@bo, due 2026-03-10)\n- [ ] Check knots ([#12](https://kite.example/issues/12))\n';
const NESTED =
  '# K\n\n## Action items\n\n- **Mend lines**\n  - **Owner:** @bo\n  - **Due:** 2026-03-10\n- Check knots\n';

describe('action items', () => {
  const action = { index: 1 };
  test.each<readonly [string, string, Change, string]>([
    [
      'a row is added',
      ACTIONS,
      { kind: 'addAction', action: { text: 'Buy line', owners: ['@ana', '@bo'], due: '2026-04-01' } },
      '| A-2 | Check knots | | | Open |\n| A-3 | Buy line | @ana, @bo | 2026-04-01 | |\n',
    ],
    [
      'an item is added',
      BOXES,
      { kind: 'addAction', action: { text: 'Buy line', owners: ['@ana'], due: '2026-04-01' } },
      '- [ ] Buy line (@ana) (due 2026-04-01)\n',
    ],
    [
      'an item with nested fields is added',
      NESTED.replace('- Check knots\n', ''),
      { kind: 'addAction', action: { text: 'Buy line', owners: ['@ana'] } },
      '- Buy line\n  - **Owner:** @ana\n',
    ],
    [
      'a section is added',
      '# K\n\n## Summary\n\nFell.\n',
      { kind: 'addAction', action: { text: 'Buy line' } },
      '## Summary\n\nFell.\n\n## Action items\n\n- [ ] Buy line\n',
    ],
    [
      'a row that a template left',
      '# K\n\n## Action items\n\n| Action | Owner |\n|---|---|\n| [Something to do] | @username |\n',
      { kind: 'addAction', action: { text: 'Buy line' } },
      '| Buy line | @username |\n',
    ],
    ['a box is ticked', BOXES, { kind: 'tickAction', action }, '- [x] Check knots ([#12]'],
    ['a box is emptied', BOXES, { kind: 'untickAction', action: { index: 0 } }, '- [ ] Mend lines (@bo'],
    ['a status is ticked', ACTIONS, { kind: 'tickAction', action }, '| A-2 | Check knots | | | Done |\n'],
    [
      'an item is found by its id',
      ACTIONS,
      { kind: 'tickAction', action: { id: 'A-2' } },
      '| A-2 | Check knots | | | Done |\n',
    ],
    [
      'an item is found by its words, wherever it went',
      ACTIONS,
      { kind: 'tickAction', action: { index: 0, text: 'Check knots' } },
      '| A-2 | Check knots | | | Done |\n',
    ],
    [
      'a cell gets an owner',
      ACTIONS,
      { kind: 'changeAction', action, values: { owners: ['@ana'] } },
      '| A-2 | Check knots | @ana | | Open |\n',
    ],
    [
      'owner and due date at once',
      ACTIONS,
      { kind: 'changeAction', action, values: { owners: ['@ana'], due: '2026-04-01' } },
      '| A-2 | Check knots | @ana | 2026-04-01 | Open |\n',
    ],
    [
      'an owner in brackets',
      BOXES,
      { kind: 'changeAction', action: { index: 0 }, values: { owners: ['@ana'] } },
      '- [x] Mend lines (@ana, due 2026-03-10)\n',
    ],
    [
      'a new owner in a sentence',
      BOXES,
      { kind: 'changeAction', action, values: { owners: ['@ana'] } },
      '- [ ] Check knots ([#12](https://kite.example/issues/12)) (@ana)\n',
    ],
    [
      'a due date goes, with its word',
      BOXES,
      { kind: 'changeAction', action: { index: 0 }, values: { due: '' } },
      '- [x] Mend lines (@bo)\n',
    ],
    [
      'an owner goes, its line too',
      NESTED,
      { kind: 'changeAction', action: { index: 0 }, values: { owners: [] } },
      '- **Mend lines**\n  - **Due:** 2026-03-10\n',
    ],
    [
      'a nested field',
      NESTED,
      { kind: 'changeAction', action: { index: 0 }, values: { due: '2026-04-01', priority: 'P1' } },
      '  - **Due:** 2026-04-01\n  - **Priority:** P1\n',
    ],
    [
      'the words',
      BOXES,
      { kind: 'changeAction', action, values: { text: 'Check *all* knots' } },
      '- [ ] Check \\*all\\* knots ([#12](https://kite.example/issues/12))\n',
    ],
    ['one taken away', BOXES, { kind: 'removeAction', action: { index: 0 } }, '## Action items\n\n- [ ] Check knots'],
  ])('%s', (_what, text, change, expected) => {
    expect(after(text, change)).toContain(expected);
  });
});

describe('lists of causes and lessons', () => {
  test.each<readonly [string, string, Change, string]>([
    [
      'a why like the others',
      '# K\n\n## Five whys\n\n1. **Why did it fall?** The line tore.\n2. **Why did it tear?** It was old.\n',
      { kind: 'addWhy', question: 'Why was it old?', answer: 'Nobody looked.' },
      '2. **Why did it tear?** It was old.\n3. **Why was it old?** Nobody looked.\n',
    ],
    [
      'a why with its answer below',
      '# K\n\n## 5 Whys\n\n1. Why did it fall?\n   - The line tore.\n',
      { kind: 'addWhy', question: 'Why did it tear?', answer: 'It was old.' },
      '2. Why did it tear?\n   - It was old.\n',
    ],
    [
      'a factor with its kind',
      '# K\n\n## Contributing factors\n\n- **Technical:** Old line\n',
      { kind: 'addFactor', text: 'No review', factor: 'process' },
      '- **Technical:** Old line\n- **Process:** No review\n',
    ],
    [
      'a lesson',
      '# K\n\n## What went well\n\n1. Quick call\n',
      { kind: 'addLesson', lesson: 'wentWell', text: 'Spare line' },
      '1. Quick call\n2. Spare line\n',
    ],
    [
      'a lesson in place of a placeholder',
      '# K\n\n## What went well\n\n- [Something that helped]\n',
      { kind: 'addLesson', lesson: 'wentWell', text: 'Spare line' },
      '## What went well\n\n- Spare line\n',
    ],
    [
      'a lesson in a section of its own',
      '# K\n\n## Summary\n\nFell.\n',
      { kind: 'addLesson', lesson: 'lucky', text: 'No wind' },
      '## Where we got lucky\n\n- No wind\n',
    ],
    [
      'an approval',
      '# K\n\n## Sign-off\n\n| Role | Name | Date |\n|---|---|---|\n| Lead | Ana | 2026-03-01 |\n',
      { kind: 'addApproval', role: 'Owner', name: 'Bo', date: '2026-03-02' },
      '| Lead | Ana | 2026-03-01 |\n| Owner | Bo | 2026-03-02 |\n',
    ],
  ])('%s', (_what, text, change, expected) => {
    expect(after(text, change)).toContain(expected);
  });
});

function pin(time: string | null): Change {
  return { kind: 'pinInstant', instant: 'detected', time };
}

describe('an instant is pinned in the front matter', () => {
  const time = '2026-05-01T10:02Z';
  test.each<readonly [string, string, Change, string]>([
    ['where there is none', '# K\n', pin(time), `---\ntimes:\n  detected: ${time}\n---\n\n# K\n`],
    [
      'behind a mark of byte order',
      '\uFEFF# K\r\n',
      pin(time),
      `\uFEFF---\r\ntimes:\r\n  detected: ${time}\r\n---\r\n\r\n# K\r\n`,
    ],
    [
      'beside other keys and comments',
      '---\n# kept\ntitle: K # too\n---\n',
      pin(time),
      `---\n# kept\ntitle: K # too\ntimes:\n  detected: ${time}\n---\n`,
    ],
    [
      'among other times',
      '---\ntimes:\n    alerted: 2026-05-01T10:00Z # pager\ntitle: K\n---\n',
      pin(time),
      `---\ntimes:\n    alerted: 2026-05-01T10:00Z # pager\n    detected: ${time}\ntitle: K\n---\n`,
    ],
    [
      'in a map on one line',
      '---\ntimes: { alerted: 2026-05-01T10:00Z }\n---\n',
      pin(time),
      `---\ntimes: { alerted: 2026-05-01T10:00Z, detected: ${time} }\n---\n`,
    ],
    [
      'in place of another',
      '---\ntimes:\n  detected: "2026-05-01T09:00Z"\n---\n',
      pin(time),
      `---\ntimes:\n  detected: "${time}"\n---\n`,
    ],
    [
      'with a word before the time',
      '---\ntimes:\n---\n\n# K\n',
      pin(time),
      `---\ntimes:\n  detected: ${time}\n---\n\n# K\n`,
    ],
    [
      'and taken away',
      '---\ntitle: K\ntimes:\n  alerted: 2026-05-01T10:00Z\n  detected: 2026-05-01T10:02Z\n---\n',
      pin(null),
      '---\ntitle: K\ntimes:\n  alerted: 2026-05-01T10:00Z\n---\n',
    ],
    [
      'the last one goes with its map',
      '---\ntitle: K\ntimes:\n  detected: 2026-05-01T10:02Z\n---\n',
      pin(null),
      '---\ntitle: K\n---\n',
    ],
  ])('%s', (_where, text, change, expected) => {
    expect(after(text, change)).toBe(expected);
  });
});

function templateWith(...headings: readonly string[]): Template {
  const text = `---\nsections:\n  impact: [What hit us]\n---\n${headings.join('\n\n')}\n`;
  const parsed = parseTemplate('team', text);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.template;
}

describe('a section', () => {
  const text = '# K\r\n\r\n## Summary\r\n\r\nFell.\r\n\r\n## Action items\r\n\r\n- [ ] Mend';
  const template = templateWith('## Summary', '## To do', '## What hit us');

  test('stands in the usual order, in the line ends of the text', () => {
    expect(after(text, { kind: 'addSection', section: 'impact' })).toBe(
      text.replace('## Action', '## Impact\r\n\r\n## Action'),
    );
  });

  test('stands in the order of a template', () => {
    const edited = edit(text, { kind: 'addSection', section: 'impact' }, { template });
    expect(edited).toMatchObject({ ok: true, text: `${text}\r\n\r\n## Impact` });
  });

  test('has the words of the template where they mean it', () => {
    const own = templateWith('## Customer impact');
    expect(edit(text, { kind: 'addSection', section: 'impact' }, { template: own })).toMatchObject({
      ok: true,
      text: expect.stringContaining('## Customer impact'),
    });
  });

  test('may have words of its own', () => {
    expect(after('# K\n\n## Summary\n\nFell.\n', { kind: 'addSection', heading: 'Kites & *strings*' })).toBe(
      '# K\n\n## Summary\n\nFell.\n\n## Kites & \\*strings\\*\n',
    );
  });

  test('that is there already changes nothing', () => {
    expect(edit(text, { kind: 'addSection', section: 'summary' })).toMatchObject({ ok: true, splices: [] });
  });
});

describe('what cannot be done is refused with a reason', () => {
  test.each<readonly [string, string, Change, string]>([
    ['a control character', '# K\n', set('severity', 'SEV\u00072'), 'invalid-value'],
    ['half a character', '# K\n', set('severity', '\ud83d'), 'invalid-value'],
    ['a line break in a value of one line', '# K\n', set('commander', 'Ana\nBo'), 'invalid-value'],
    ['several values where one stands', '# K\n', set('commander', ['Ana', 'Bo']), 'invalid-value'],
    ['a placeholder as a value', '**Severity:** SEV2\n', set('severity', '[Name]'), 'cannot-be-written'],
    ['a day that is none', '**Date:** 2026-03-01\n', set('date', 'yesterday'), 'invalid-value'],
    ['a length that is none', '**Duration:** 5 min\n', set('duration', 'long'), 'invalid-value'],
    ['a title taken away', '# K\n', set('title', null), 'no-place'],
    ['a time that is none', LIST, add('25:99', 'Fell'), 'invalid-value'],
    ['an event that is not there', LIST, { kind: 'removeEvent', event: { index: 7 } }, 'not-found'],
    ['an event by words that are not there', LIST, { kind: 'removeEvent', event: { text: 'Rain' } }, 'not-found'],
    [
      'an item that could be two',
      `${BOXES}- [ ] Check knots\n`,
      { kind: 'tickAction', action: { text: 'Check knots' } },
      'ambiguous',
    ],
    ['an event without words', LIST, { kind: 'changeEvent', event: { index: 0 }, values: { text: '' } }, 'no-place'],
    ['an actor where no column holds one', LIST, add('15:00', 'Up', { actor: '@bo' }), 'cannot-be-written'],
    ['a pin without a day', '# K\n', { kind: 'pinInstant', instant: 'detected', time: '10:02' }, 'invalid-value'],
    ['a heading of no words', '# K\n', { kind: 'addSection', heading: ' ' }, 'invalid-value'],
    [
      'text that other values stand in',
      '# K\n\n## Root cause\n\n- **Technical:** x\n\n## Lessons\n\n1. One\n2. Two\n',
      set('lessons', 'None.'),
      'cannot-be-written',
    ],
  ])('%s', (_what, text, change, code) => {
    const edited = edit(text, change);
    expect(edited).toMatchObject({ ok: false, refusal: { code } });
    expect(edited.ok ? '' : edited.refusal.message).toMatch(/^[“A-Z].*\.$/s);
  });
});

test('a value is taken away', () => {
  expect(after('**Severity:** SEV2  \n**Status:** Open\n', set('severity', null))).toBe(
    '**Severity:**   \n**Status:** Open\n',
  );
  expect(after('| Field | Value |\n|---|---|\n| Severity | SEV2 |\n| Status | Open |\n', set('severity', null))).toBe(
    '| Field | Value |\n|---|---|\n| Severity |  |\n| Status | Open |\n',
  );
});

test('the title of an untouched template can be filled in', () => {
  const text = '# Post-Mortem: [Title]\n\n**Severity:** SEV-X\n';
  expect(after(text, set('title', 'Kites'))).toBe('# Kites\n\n**Severity:** SEV-X\n');
});

test('the fields of an edit can be read again and again', () => {
  const edited = edit(read('**Severity:** SEV2\n'), set('severity', 'SEV1'));
  if (!edited.ok) throw new Error(edited.refusal.message);
  expect(edited.reading).toBe(edited.reading);
  expect(edited.reading.postmortem.severity).toMatchObject({ value: { written: 'SEV1', level: 1 } });
});
