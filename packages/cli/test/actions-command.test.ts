import { expect, test } from 'vitest';
import { debrief, folderWith } from './command.ts';

const KITE = `# Kite feed

## Action items

| Action | Owner | Due | Status |
|---|---|---|---|
| Add an alert | Kim | 2026-01-05 | open |
| Write it down | Ola | 2099-02-05 | done |
| =HYPERLINK("http://a.example") | Ada | | open |
`;
const DOCK =
  '# Dock\n\n## Action items\n\n- [ ] Fix the \u001b[31mred\u001b[0m light (@kim, due 2025-03-01)\n- [x] Look\n';

const files = { 'a/kite.md': KITE, 'b/dock.md': DOCK };
const now = ['--now', '2026-06-01'];

test('the open ones of a folder, the earliest due first', () => {
  const { stdout, status } = debrief(folderWith(files), ['actions', '.', ...now]);
  expect(status).toBe(0);
  const lines = stdout.trimEnd().split('\n');
  expect(lines).toHaveLength(3);
  expect(lines[0]).toMatch(/^· 2025-03-01 {3}overdue .*Fix the .*b\/dock\.md$/);
  expect(lines[2]).toContain('no day');
  expect(stdout).not.toContain('\u001b');
});

test('what is overdue, what is whose, and what is done', () => {
  const folder = folderWith(files);
  const listed = (...args: readonly string[]) =>
    (
      JSON.parse(debrief(folder, ['actions', '.', '--format', 'json', ...now, ...args]).stdout) as { text: string }[]
    ).map(({ text }) => text.slice(0, 12));
  expect(listed('--overdue')).toEqual(['Fix the \u001b[31', 'Add an alert']);
  expect(listed('--owner', 'KIM')).toContain('Add an alert');
  expect(listed('--owner', 'Kim')).not.toContain('=HYPERLINK("');
  expect(listed('--state', 'done')).toEqual(['Write it dow', 'Look']);
  expect(listed('--state', 'all')).toHaveLength(5);
});

test('S15: no cell of the CSV is a formula', () => {
  const { stdout } = debrief(folderWith(files), ['actions', '.', '--format', 'csv', ...now]);
  const [head, ...rows] = stdout.trimEnd().split('\r\n');
  expect(head).toBe('file,document,text,owners,due,dueDay,isOverdue,priority,state,ticket');
  expect(rows).toHaveLength(3);
  expect(stdout).toContain(`"'=HYPERLINK(""http://a.example"")"`);
});

test('wrong use', () => {
  const folder = folderWith(files);
  expect(debrief(folder, ['actions'])).toMatchObject({ status: 2, stderr: expect.stringContaining('--server') });
  expect(debrief(folder, ['actions', '.', '--format', 'xml']).status).toBe(2);
  expect(debrief(folder, ['actions', 'nowhere.md']).status).toBe(2);
});
