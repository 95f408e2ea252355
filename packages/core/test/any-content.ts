import fc from 'fast-check';
import { type Content, escapeLine } from '../src/write/index.ts';

/** Words as people write them, with everything that Markdown takes for a mark. */
const WORDS = [
  'Ölstand',
  '日本',
  'pool|limit',
  '*fast*',
  'a_b',
  '_all_',
  '<br',
  '`code`',
  '[1]x',
  '#4',
  'R&D',
  '&amp;',
  '50%',
  '~~no~~',
  '\\n',
  '🚨',
  '!sic',
  '1.',
  '**',
  'x=y',
  'https://example.org/a_b?c=d',
  '€5',
];
const plainWord = fc.stringMatching(/^[A-Z][a-z]{3,8}$/);
const word = fc.oneof({ weight: 2, arbitrary: plainWord }, fc.constantFrom(...WORDS));
const sentence = fc
  .tuple(plainWord, fc.array(word, { minLength: 1, maxLength: 6 }), plainWord)
  .map(([first, more, last]) => [`${first}q`, ...more, `${last}q`].join(' '));
const person = fc.stringMatching(/^[A-Z][a-z]{3,8}q [A-Z][a-z]{3,8}q$/);
const people = fc.uniqueArray(person, { minLength: 1, maxLength: 3 });
const clock = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
const entries = fc.uniqueArray(sentence, { minLength: 1, maxLength: 4 });

export const facts = fc.record({
  line: sentence,
  people,
  entries,
  severity: fc.constantFrom('P1', 'SEV2', 'High', 'SEV-3'),
  clocks: fc.uniqueArray(clock, { minLength: 1, maxLength: 5 }).map((list) => list.toSorted()),
  due: fc.constantFrom('2026-04-01', '2026-05-15'),
  status: fc.constantFrom('Open', 'In Progress', 'Done'),
  priority: fc.constantFrom('P0', 'P1', 'High'),
});

/** Everything that a template may have a place for, from a few generated facts, each value told apart by its name. */
export function contentFrom({
  line,
  people: who,
  entries: lines,
  severity,
  clocks,
  due,
  status,
  priority,
}: typeof facts extends fc.Arbitrary<infer T> ? T : never): {
  readonly content: Content;
  readonly expected: Readonly<Record<string, unknown>>;
} {
  const expected: Record<string, unknown> = {};
  const content: Record<string, unknown> = { date: '2026-03-01', zone: 'UTC' };
  const one = (key: string): void => {
    expected[key] = `${key} ${line}`;
    content[key] = escapeLine(`${key} ${line}`);
  };
  for (const key of [
    'title',
    'commander',
    'technicalLead',
    'reporter',
    'summary',
    'users',
    'customers',
    'requestsFailed',
    'revenue',
    'business',
    'degradation',
    'dataIntegrity',
    'performance',
    'serviceLevel',
    'errorBudget',
    'contractBreaches',
    'whatHappened',
    'immediateCause',
    'rootCause',
    'whyNotEarlier',
    'alertQuality',
    'verification',
  ])
    one(key);
  for (const key of [
    'authors',
    'responders',
    'reviewers',
    'approvers',
    'attendees',
    'regions',
    'features',
    'services',
    'dataSources',
  ]) {
    expected[key] = who;
    content[key] = who.map(escapeLine);
  }
  for (const key of [
    'internalImpact',
    'factors',
    'longTermFixes',
    'wentWell',
    'couldImprove',
    'wentWrong',
    'related',
  ]) {
    expected[key] = lines;
    content[key] = lines.map((text) => ({ text: escapeLine(text) }));
  }
  Object.assign(expected, {
    incidentId: 'INC-20260301-007',
    severity,
    channel: '#inc-7',
    published: '2026-03-09',
    nextReview: '2026-09-01',
    lastUpdated: '2026-03-10',
  });
  Object.assign(content, {
    incidentId: 'INC-20260301-007',
    severity,
    channel: '#inc-7',
    published: '2026-03-09',
    nextReview: '2026-09-01',
    lastUpdated: '2026-03-10',
  });
  expected['timeline'] = clocks.map((at, index) => [`2026-03-01T${at}`, `${line} ${index}q`, `Action ${line}`, who[0]]);
  content['timeline'] = clocks.map((time, index) => ({
    time,
    text: escapeLine(`${line} ${index}q`),
    action: escapeLine(`Action ${line}`),
    actor: escapeLine(who[0] ?? ''),
  }));
  expected['actions'] = lines.map((text) => [text, who, due, priority, status, `Shown by ${line}`]);
  content['actions'] = lines.map((text) => ({
    text: escapeLine(text),
    owners: who.map(escapeLine),
    due,
    priority,
    status,
    verification: escapeLine(`Shown by ${line}`),
  }));
  expected['whys'] = lines.map((text, index) => [`Why ${index}?`, text]);
  content['whys'] = lines.map((text, index) => ({ question: `Why ${index}?`, answer: escapeLine(text) }));
  return { content, expected };
}
