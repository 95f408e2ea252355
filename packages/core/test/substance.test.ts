import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Change, read, type Reading } from '../src/index.ts';
import { applySplices, draft, edit, substanceOf } from '../src/write/index.ts';
import { templates } from './templates.ts';
import { anyText, fixtures } from './texts.ts';

const drafts = [...templates].map(([name, template]): readonly [string, string] => [
  `the template ${name}`,
  draft(template, { title: 'Kite feed stood still', severity: 'SEV2' }),
]);

/** Everything that people do to a document after it was approved. */
function followUps({ postmortem }: Reading): readonly Change[] {
  const items = postmortem.actionItems.flatMap(({ list }, index): readonly Change[] => {
    const action = { index };
    if (list !== 'actionItems' || index > 3) return [];
    const values = [
      { owners: ['Zoe Quill'] },
      { owners: [] },
      { due: '2026-09-09' },
      { due: '' },
      { ticket: 'OPS-777' },
      { verification: 'Seen in the next drill' },
      { status: 'In Progress' },
    ];
    return [
      { kind: 'tickAction', action },
      { kind: 'untickAction', action },
      ...values.map((each): Change => ({ kind: 'changeAction', action, values: each })),
    ];
  });
  const fields: readonly Change[] = [
    { kind: 'setField', field: 'documentStatus', value: 'Published' },
    { kind: 'setField', field: 'reviewDate', value: '2026-10-10' },
    { kind: 'setField', field: 'nextReview', value: '2027-01-01' },
    { kind: 'setField', field: 'published', value: '2026-08-08' },
    { kind: 'setField', field: 'version', value: '1.2' },
    { kind: 'setField', field: 'lastUpdated', value: '2026-08-08' },
    { kind: 'setField', field: 'reviewers', value: ['Zoe Quill'] },
    { kind: 'setField', field: 'approvers', value: ['Zoe Quill'] },
    { kind: 'addApproval', role: 'SRE lead', name: 'Zoe Quill', date: '2026-08-08' },
    { kind: 'addSection', section: 'followUp' },
    { kind: 'addSection', section: 'signOff' },
  ];
  return [...items, ...fields];
}

/** A section that is added before header lines at the end takes them in, and then they are no header any more. */
const HEADER_AT_END = 'header-fields-at-end.md';

describe('following up', () => {
  test.each([...fixtures, ...drafts])('changes nothing of substance in %s', (name, text) => {
    const reading = read(text);
    const before = substanceOf(reading);
    const wrong = followUps(reading).flatMap((change) => {
      const done = edit(text, change);
      if (!done.ok || substanceOf(done.reading) === before) return [];
      return name === HEADER_AT_END && change.kind.startsWith('add') ? [] : [change];
    });
    expect(wrong).toEqual([]);
  });

  test('all at once, and then taken back, changes nothing either', () => {
    for (const [, text] of fixtures.filter(([name]) => name.startsWith('seed-'))) {
      const before = substanceOf(read(text));
      let now = text;
      for (const change of followUps(read(text))) {
        const done = edit(now, change);
        if (done.ok) now = done.text;
      }
      expect(substanceOf(read(now))).toBe(before);
    }
  });

  test.each(fixtures)('line ends, blank lines and spaces at their ends are none in %s', (_, text) => {
    const before = substanceOf(read(text));
    expect(substanceOf(read(text.replaceAll(/\r\n?|\n/g, '\r\n')))).toBe(before);
    expect(substanceOf(read(`${text}\n\n\n`))).toBe(before);
  });
});

/** Words that may change without a new approval: by the section they stand in, or by the label of their line. */
function isFollowUp({ text, sections }: Reading, offset: number): boolean {
  const names = [];
  for (let at = sections.findIndex(({ to }) => offset < to); at >= 0; at = sections[at]?.parent ?? -1)
    names.push(...(sections[at]?.names ?? []));
  const line = text.slice(text.lastIndexOf('\n', offset) + 1, text.indexOf('\n', offset));
  return (
    names.some((name) => ['actionItems', 'prevention', 'followUp', 'signOff'].includes(name)) ||
    /^[\s>*_|-]*(?:document )?(?:status|reviewers?|review date|next review|approved by|published|version|last updated)/i.test(
      line,
    )
  );
}

describe('a word of the analysis', () => {
  test.each(fixtures.filter(([name]) => /^seed-|^header-|^language-en/.test(name)))(
    'changes the substance wherever it stands in %s',
    (_, text) => {
      const reading = read(text);
      const before = substanceOf(reading);
      const words = [...text.matchAll(/[\p{L}\p{N}]+/gu)].filter((_word, at) => at % 8 === 0);
      const hidden = words
        .filter(({ index, 0: word }) => {
          const end = index + word.length;
          return substanceOf(read(applySplices(text, [{ from: end, to: end, insert: 'zq' }]))) === before;
        })
        .filter(({ index }) => !isFollowUp(reading, index))
        .map(({ index }) => text.slice(index - 30, index + 20));
      expect(hidden).toEqual([]);
    },
    120_000,
  );

  test.each(fixtures.filter(([name]) => /^(?:actions|seed)-/.test(name)))(
    'changes it in every action item of %s',
    (_, text) => {
      const { postmortem } = read(text);
      const before = substanceOf(read(text));
      const hidden = postmortem.actionItems.flatMap(({ text: field }) => {
        const [place] = field.places;
        if (field.state !== 'known' || place === undefined) return [];
        const first = place.from + Math.max(0, text.slice(place.from, place.to).search(/\p{L}/u));
        const changed = applySplices(text, [{ from: first, to: first, insert: 'Zq' }]);
        return substanceOf(read(changed)) === before ? [field.value] : [];
      });
      expect(hidden).toEqual([]);
    },
  );
});

describe('what is no follow-up', () => {
  const changes: readonly Change[] = [
    { kind: 'addAction', action: { text: 'Write a runbook for the feed' } },
    { kind: 'addEvent', event: { at: '10:05', text: 'The queue was full' } },
    { kind: 'addFactor', text: 'No alert on the queue' },
    { kind: 'addLesson', text: 'The queue has no bound', lesson: 'wentWrong' },
    { kind: 'setField', field: 'severity', value: 'SEV1' },
    { kind: 'setField', field: 'summary', value: 'The feed stood still for an hour.' },
    { kind: 'setField', field: 'rootCause', value: 'A queue without a bound.' },
  ];

  test.each([...fixtures.filter(([name]) => name.startsWith('seed-')), ...drafts])('changes %s', (_, text) => {
    const before = substanceOf(read(text));
    let done = 0;
    for (const change of changes) {
      const made = edit(text, change);
      if (!made.ok || made.splices.length === 0) continue;
      done += 1;
      expect(substanceOf(made.reading), JSON.stringify(change)).not.toBe(before);
    }
    expect(done).toBeGreaterThan(3);
  });

  test.each([
    ['a word beneath an action', '## Action items\n\n- [ ] Add an alert\n  It watches the queue\n', 'queue', 'disk'],
    ['a nested note', '## Action items\n\n- [ ] Add an alert\n  - Note: on the queue\n', 'queue', 'disk'],
    [
      'a column that is no detail',
      '## Action items\n\n| Action | Owner | Why |\n|---|---|---|\n| Add an alert | Kim | nobody saw the queue |\n',
      'nobody',
      'all',
    ],
    ['a priority', '## Action items\n\n| Action | Priority |\n|---|---|\n| Add an alert | P1 |\n', 'P1', 'P2'],
    ['an action under a heading on follow-up', '# A\n\n## Follow-up actions\n\n- [ ] Add an alert\n', 'alert', 'page'],
    ['an action beside follow-up', '# A\n\n## Action items and follow-up\n\n- [ ] Add an alert\n', 'alert', 'page'],
    [
      'a title that speaks of sign-off',
      '# Sign-off\n\n## Summary\n\nThe sign-off service failed.\n',
      'service',
      'page',
    ],
    ['a severity at the end', '# A\n\nIt failed.\n\n## Sign-off\n\n**Severity:** SEV2\n', 'SEV2', 'SEV3'],
    [
      'a lesson below follow-up',
      '# A\n\n## Follow-up\n\n### Lessons learned\n\nThe queue has no bound.\n',
      'queue',
      'disk',
    ],
    ['the status of the incident', '# A\n\n**Status:** Resolved\n\nIt failed.\n', 'Resolved', 'Investigating'],
    ['a severity beside the status', '# A\n\n**Document status:** Draft · **Severity:** SEV2\n', 'SEV2', 'SEV3'],
  ])('%s is of substance', (_, text, word, other) => {
    expect(substanceOf(read(text.replace(word, other)))).not.toBe(substanceOf(read(text)));
  });

  test('a new item, a removed one and one in another order are', () => {
    const text = '## Action items\n\n- [ ] Add an alert (@kim)\n- [ ] Bound the queue\n';
    const before = substanceOf(read(text));
    expect(substanceOf(read(`${text}- [ ] Drill it\n`))).not.toBe(before);
    expect(substanceOf(read(text.replace('- [ ] Bound the queue\n', '')))).not.toBe(before);
    expect(substanceOf(read('## Action items\n\n- [ ] Bound the queue\n- [ ] Add an alert (@kim)\n'))).not.toBe(before);
  });
});

test('any text has a substance, which is always the same', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(substanceOf(read(text))).toBe(substanceOf(read(text)));
    }),
    { numRuns: 150 },
  );
});
