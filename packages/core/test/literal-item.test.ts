import { expect, test } from 'vitest';
import { plainValues, read } from '../src/index.ts';

test.each([
  `- {'action': 'Raise the limit', 'owner': 'Data', 'due_date': '2026-04-01', 'priority': 'High'}`,
  `- {"action": "Raise the limit", "owner": "Data", "due_date": "2026-04-01", "priority": "High"}`,
  `- {"priority": "High", "due": "2026-04-01", "owner": "Data", "task": "Raise the limit"}`,
])('an action item that a program printed as an object is read: %s', (line) => {
  expect(plainValues(read(`# Quota hit\n\n## Action items\n\n${line}\n`)).actionItems).toEqual([
    { text: 'Raise the limit', owners: ['Data'], due: '2026-04-01', done: null, priority: 'High', ticket: null },
  ]);
});

test('braces that hold no action are words', () => {
  expect(
    plainValues(read('# Quota hit\n\n## Action items\n\n- Log {"limit": 5} on every call\n')).actionItems,
  ).toMatchObject([{ text: 'Log {"limit": 5} on every call' }]);
});
