import { describe, expect, test } from 'vitest';
import { draft, headingsOf, parseTemplate, withCarried } from '../src/write/index.ts';
import { templateNamed } from './templates.ts';

function faultsOf(text: string): readonly (readonly [number, number, string])[] {
  const parsed = parseTemplate('ours', text);
  return parsed.ok ? [] : parsed.faults.map(({ line, column, message }) => [line, column, message] as const);
}

describe('a fault in a template', () => {
  test.each([
    ['a tag that is not closed', '# {{ title }}\n\n{% if summary %}\nx\n', 3, 1, '{% if summary %} not closed'],
    ['an unknown filter', '# {{ title | lien: "x" }}\n', 1, 3, 'undefined filter: lien'],
    ['an unknown tag', 'a\n{% evens %}\n', 2, 1, 'tag "evens" not found'],
    ['a value that is not closed', 'a\n\n{{ title\n', 3, 1, 'not closed'],
    ['another file', '{% include "secrets" %}\n', 1, 1, ''],
  ])('%s is told with line and column', (_what, text, line, column, message) => {
    expect(faultsOf(text)).toEqual([[line, column, expect.stringContaining(message)]]);
    const below = `---\ndescription: Ours\nseverities: [S1]\n---\n${text}`;
    expect(faultsOf(below)).toEqual([[line + 4, column, expect.stringContaining(message)]]);
  });

  test('in the front matter is told with its line in the file', () => {
    expect(faultsOf('---\ndescription: Ours\nseverities: [S1\n---\n# x\n')).toEqual([
      [expect.any(Number), expect.any(Number), expect.stringMatching(/^The front matter cannot be read: /)],
    ]);
    expect(faultsOf('---\nname: a: b\n---\n# x\n')[0]?.[0]).toBe(2);
  });
});

describe('a template', () => {
  test('may be plain Markdown, with any line ends and a byte order mark', () => {
    const parsed = parseTemplate('plain', '\uFEFF---\r\ndescription: Ours\r\n---\r\n# Post-Mortem\r\n\r\n## Why\r\n');
    expect(parsed).toMatchObject({
      ok: true,
      template: { name: 'plain', description: 'Ours', body: '# Post-Mortem\n\n## Why\n' },
    });
  });

  test('tells its headings, its own words included', () => {
    const parsed = parseTemplate(
      'ours',
      '---\nsections: { rootCause: [What bit us] }\n---\n# T\n\n## What bit us\n\n## Odd\n',
    );
    expect(parsed.ok && headingsOf(parsed.template)).toEqual([
      { level: 1, heading: 'T', names: [] },
      { level: 2, heading: 'What bit us', names: ['rootCause'] },
      { level: 2, heading: 'Odd', names: [] },
    ]);
  });

  test('cannot run for ever', () => {
    const { ok } = parseTemplate('loop', '{% for a in (1..900000000) %}x{% endfor %}');
    expect(ok).toBe(false);
  });
});

describe('a draft', () => {
  const compact = templateNamed('compact');
  const alert = templateNamed('alert');

  test('marks where a conversion puts what has no place, and leaves no trace of the mark', () => {
    const text = draft(compact, {});
    expect(withCarried(text, '')).not.toMatch(/\p{Co}/u);
    const carried = withCarried(text, '## Carried over from notes\n\nIt rained.\n');
    expect(carried).toContain('## Carried over from notes\n\nIt rained.\n\n---\n\n## Review\n');
    expect(carried).not.toMatch(/\p{Co}/u);
    expect(withCarried('# A\n', '## B\n')).toBe('# A\n\n## B\n');
  });

  test('goes on asking for events while it is unfinished', () => {
    const timeline = [{ time: '10:02', text: 'Down', phase: 'Detection and Response' }];
    const finished = withCarried(draft(alert, { timeline, zone: 'UTC' }), '');
    const begun = withCarried(draft(alert, { timeline, zone: 'UTC', unfinished: true }), '');
    expect(finished).not.toContain('[First person on it]');
    expect(begun).toContain('| 10:02 | Down | [Person or team] | [Action] |\n| HH:MM | [What set it off]');
  });

  test('puts phases and groups that a template does not know before its own', () => {
    const text = withCarried(draft(alert, { actions: [{ text: 'Mend', group: 'Kites' }] }), '');
    expect(text.indexOf('### Kites\n')).toBeLessThan(text.indexOf('### Immediate Actions'));
    expect(text).toContain(
      '| Mend | @username | YYYY-MM-DD | [Open/In Progress/Complete] | [How we will know that it worked] |',
    );
  });

  test('widens its tables, prompts included, for what they lack', () => {
    const content = { timeline: [{ time: '10:02', text: 'Down', actor: 'Ana | Bo' }], zone: 'UTC', unfinished: true };
    const text = withCarried(draft(templateNamed('service-levels'), content), '');
    expect(text).toMatch(
      /\| Time \(UTC\) \| Event +\| Action Taken +\| Actor \|\n\|[ |-]+\| --- \|\n\| 10:02 \| Down \| \[Action\] \| Ana \\\| Bo \|\n\| HH:MM .* \| {2}\|\n/,
    );
  });

  test('shows a done action without a status by a mark in tables and by the box in lists', () => {
    const actions = [{ text: 'Mend', done: true }];
    expect(draft(compact, { actions })).toContain('| ✅ Mend |');
    expect(draft(templateNamed('blameless'), { actions })).toContain('- [x] **Action:** Mend\n');
  });

  test('prints nothing on one line that would mean something else there', () => {
    expect(draft(compact, { users: 'many\n\n- a list' })).toContain('- **Users affected:** [Number');
    expect(draft(compact, { users: 'many\nmore' })).toContain('- **Users affected:** many more\n');
  });
});
