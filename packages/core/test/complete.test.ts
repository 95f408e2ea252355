import { describe, expect, test } from 'vitest';
import { foldHeading } from '../src/model/fold.ts';
import { templateHeadings } from '../src/check/complete/template-headings.ts';
import { covering } from '../src/check/covering.ts';
import { check, type CheckContext, rules, type RuleLevel } from '../src/index.ts';
import { draft, headingsOf } from '../src/write/index.ts';
import fc from 'fast-check';
import { checkedOf, findingsIn, pointedTo } from './checked.ts';
import { templateNamed, templates } from './templates.ts';

const names = [...templates.keys()];

describe.each(names)('%s, unfilled', (name) => {
  const text = draft(templateNamed(name), {});
  const findings = findingsIn(text, { stage: 'published' });
  const slices = findings.map(({ place: { from, to } }) => text.slice(from, to));
  const headings = new Set(headingsOf(templateNamed(name)).map(({ heading }) => heading));

  test('gives nothing but what is unfilled', () => {
    const filled = findings.filter(
      ({ rule, place: { from, to } }) =>
        rule !== 'complete/nothing-ticked' &&
        !OPEN.test(text.slice(from, to)) &&
        !headings.has(text.slice(from, to)) &&
        rule !== 'complete/title',
    );
    expect(filled).toEqual([]);
    expect(findings.filter(({ rule }) => !rule.startsWith('complete/'))).toEqual([]);
  });

  test('names every prompt in brackets, or the section in which it stands', () => {
    const asked = new Set(slices);
    const lines = text.replaceAll(/<!--[^>]*-->/g, '').split('\n');
    const missed = lines.flatMap((line, at) => {
      const prompt = /^(?:[-*] |\d\. )?(\[\p{L}[^[\]]* [^[\]]*\])$/u.exec(line)?.[1];
      if (prompt === undefined || asked.has(prompt) || slices.some((slice) => slice.includes(prompt))) return [];
      const above = lines.slice(0, at).filter((before) => before.startsWith('#'));
      return above.some((heading) => slices.includes(heading.replace(/^#+ /, ''))) ? [] : [prompt];
    });
    expect(missed).toEqual([]);
  });

  test('asks for nothing twice', () => {
    const sorted = findings.map(({ place }) => place);
    const twice = sorted.filter((place, at) =>
      sorted.some((other, index) => index > at && other.from < place.to && place.from < other.to),
    );
    expect(twice).toEqual([]);
  });

  test('asks for the title, the date, the severity, a summary, an impact, a timeline, a cause, lessons and actions', () => {
    expect(new Set(findings.map(({ rule }) => rule))).toEqual(
      expect.objectContaining(
        new Set([
          'complete/title',
          'complete/date',
          'complete/severity',
          'complete/summary',
          'complete/impact-number',
          'complete/detection-to-resolution',
          'complete/cause-and-factors',
          'complete/lessons',
          'complete/action-items',
        ]),
      ),
    );
  });

  test('has no error as a draft', () => {
    expect(new Set(findingsIn(text, { stage: 'draft' }).map(({ level }) => level))).toEqual(new Set(['info']));
  });
});

/** A prompt, a masked number or an option list that nobody touched. */
const OPEN = /\[[^\]]+\]|\bX|YYYY|@\w|^[A-Z ]+(?:\/[A-Z ]+)+$|MM/;

test('the headings by which our templates are known are theirs', () => {
  const now = Object.fromEntries(
    [...templates].map(([name, template]) => [
      name,
      [...new Set(headingsOf(template).flatMap(({ level, heading }) => (level > 1 ? [foldHeading(heading)] : [])))],
    ]),
  );
  expect(templateHeadings).toEqual(now);
});

describe('a filled draft', () => {
  const filled = draft(templateNamed('compact'), {
    title: 'Orders were delivered twice',
    incidentId: 'INC-2026-014',
    date: '2026-03-02',
    severity: 'SEV-2',
    summary: 'For 48 minutes the queue delivered each order twice.',
    actions: [{ text: 'Make the lock outlive the slowest order' }],
  });
  const of = (stage: CheckContext['stage'], rule: string): readonly string[] => pointedTo(filled, { stage }, rule);

  test('is not asked for what it says', () => {
    expect(of('published', 'complete/title')).toEqual([]);
    expect(of('published', 'complete/date')).toEqual([]);
    expect(of('published', 'complete/severity')).toEqual([]);
    expect(of('published', 'complete/summary')).toEqual([]);
    expect(of('published', 'complete/action-items')).toEqual([]);
  });

  test.each<[CheckContext['stage'], RuleLevel, RuleLevel]>([
    ['draft', 'info', 'info'],
    ['review', 'error', 'info'],
    ['published', 'error', 'error'],
  ])('as a %s misses an owner as %s and the sign-off as %s', (stage, owner, signOff) => {
    expect(of(stage, 'complete/action-owner')).toEqual([`complete/action-owner ${owner}: @username`]);
    expect(of(stage, 'complete/action-due')).toEqual([`complete/action-due ${owner}: YYYY-MM-DD`]);
    expect(of(stage, 'complete/sign-off')).toEqual([`complete/sign-off ${signOff}: @name`]);
  });

  test('at a severe incident is asked for the commander, whom this template does not name', () => {
    expect(of('review', 'complete/incident-commander')).toEqual([
      'complete/incident-commander warning: Orders were delivered twice',
    ]);
    const minor = filled.replace('SEV-2', 'SEV-4');
    expect(pointedTo(minor, {}, 'complete/incident-commander')).toEqual([]);
    expect(pointedTo(minor, { severityLevel: 1 }, 'complete/incident-commander')).toHaveLength(1);
    expect(pointedTo(filled, { severityLevel: 4 }, 'complete/lessons')[0]).toMatch(/^complete\/lessons warning/);
  });
});

describe('an imported document', () => {
  const text =
    '# Lift stuck\n\nIt stood for an hour on 2026-03-02.\n\n## Impact\n\n## Action items\n\n- Replace the brake sensor\n';

  test.each(['review', 'published'] as const)('has no error at the stage %s', (stage) => {
    expect(findingsIn(text, { stage }).filter(({ level }) => level === 'error')).toEqual([]);
  });

  test('misses an owner and a date as warnings', () => {
    expect(pointedTo(text, {}, 'complete/action')).toEqual([
      'complete/action-owner warning: Replace the brake sensor',
      'complete/action-due warning: Replace the brake sensor',
    ]);
  });

  test('is our own where its front matter names a template', () => {
    expect(pointedTo(`---\ntemplate: house\n---\n\n${text}`, {}, 'complete/action-owner')).toEqual([
      'complete/action-owner error: Replace the brake sensor',
    ]);
  });
});

test('the house sets levels, by rule before group', () => {
  const text = '# Lift stuck\n\n## Summary\n\n## Action items\n\n- Replace the brake sensor\n';
  const levels = { complete: 'off', 'complete/action-due': 'error' } as const;
  expect(pointedTo(text, { levels })).toEqual(['complete/action-due warning: Replace the brake sensor']);
});

test.each([
  ['LF', '\n', ''],
  ['CRLF', '\r\n', ''],
  ['a byte order mark', '\n', '\uFEFF'],
  ['CR', '\r', ''],
])('places fit a text with %s, emoji and CJK', (_name, end, mark) => {
  const lines = [
    '# 🛗 エレベーター',
    '',
    '**Severity:** [P0/P1]',
    '',
    '## 📋 概要 🚨',
    '',
    '[何が 起きたか]',
    '',
    '## Background',
    '',
  ];
  const text = mark + lines.join(end);
  const found = pointedTo(text, {});
  expect(found).toContain('complete/severity warning: [P0/P1]');
  expect(found).toContain('complete/empty-section warning: Background');
});

test('an empty text is only said to be empty', () => {
  for (const text of ['', '\n\n', '\uFEFF']) {
    expect(findingsIn(text).map(({ rule }) => rule)).toEqual(['structure/no-text']);
  }
});

test.each([
  ['prompts', '- [what we know]\n'],
  ['prompts with labels', '**What:** [what we know]\n'],
  ['open brackets', '[a '.repeat(20)],
  ['empty headings', '## Summary\n\n'],
  ['unowned actions', '- [ ] Replace it\n'],
  ['ignores', '<!-- debrief-ignore complete: so -->\n'],
  ['ignores that do not end', '<!-- debrief-ignore complete'],
  ['fences', '```\n'],
  ['spaces', ' '.repeat(100)],
  ['colons', '**a: '],
  ['comments', '<!-- '],
  ['definitions', '[a b]: x\n'],
])('1 MB of %s is checked in the time that looking through it takes', (_name, piece) => {
  const text = `# Lift stuck\n\n## Action items\n\n${piece.repeat(Math.ceil(1_000_000 / piece.length))}`;
  const document = checkedOf(text);
  const before = performance.now();
  const findings = check(document);
  expect(performance.now() - before).toBeLessThan(10_000);
  const outside = findings.filter(({ place: { from, to } }) => !(from >= 0 && from <= to && to <= text.length));
  expect(outside).toEqual([]);
});

test('covering is what looking at each would be', () => {
  const place = fc
    .tuple(fc.nat(60), fc.integer({ min: 1, max: 9 }))
    .map(([from, length]) => ({ from, to: from + length }));
  fc.assert(
    fc.property(fc.array(place), place, (places, asked) => {
      expect(covering(places)(asked)).toBe(places.some(({ from, to }) => from < asked.to && asked.from < to));
    }),
  );
});

test('checking changes nothing, throws nothing and names rules that exist', () => {
  const ids = new Set(rules.map(({ id }) => id));
  const pieces = fc.constantFrom(
    '# ',
    '## Summary\n',
    '## Impact\n',
    '## Timeline\n',
    '- 10:04 It stood\n',
    '| a | b |\n|---|---|\n',
    '| 1 |\n',
    '[x y]',
    '- [ ] ',
    '**Owner:** ',
    '**Severity:** SEV-1\n',
    '<!-- debrief-ignore complete: a -->\n',
    '<!-- debrief-ignore',
    ' -->',
    '\n\n',
    '```\n',
    '🚨',
    '\r\n',
    '\0',
  );
  fc.assert(
    fc.property(
      fc.array(pieces, { maxLength: 40 }),
      fc.constantFrom('draft', 'review', 'published'),
      (parts, stage) => {
        const text = parts.join('');
        for (const { rule, place, message, question } of findingsIn(text, { stage })) {
          expect(ids).toContain(rule);
          expect(place.from >= 0 && place.from <= place.to && place.to <= text.length).toBe(true);
          expect(message.trim() !== '' && question.trim() !== '').toBe(true);
        }
      },
    ),
  );
});

describe('an imported document is asked for what it has a place for', () => {
  const told =
    '# Lift stuck\n\nOn 2026-03-02 the lift stood for an hour because the brake held, and 40 people walked. We learned to watch the brake, and plan to replace its sensor.\n';

  test('and not for what its running text tells', () => {
    for (const rule of [
      'severity',
      'incident-commander',
      'cause-and-factors',
      'impact-number',
      'lessons',
      'action-items',
    ])
      expect(pointedTo(told, { stage: 'published' }, `complete/${rule}`)).toEqual([]);
  });

  test('but for what stands open', () => {
    for (const [rule, heading] of [
      ['cause-and-factors', 'Root cause'],
      ['impact-number', 'Impact'],
      ['lessons', 'Lessons learned'],
      ['action-items', 'Action items'],
    ] as const)
      expect(pointedTo(`${told}\n## ${heading}\n`, {}, `complete/${rule}`)).toHaveLength(1);
    expect(pointedTo(`${told}\n**Severity:** SEV-1/2/3\n`, {}, 'complete/severity')).toHaveLength(1);
  });

  test('in Norwegian and Chinese, too', () => {
    expect(pointedTo('# Heis\n\nHeisen stod på grunn av en årsak i bremsen.\n', {}, 'complete/cause')).toEqual([]);
    expect(pointedTo('# 电梯\n\n由于制动器故障，电梯停止。\n', {}, 'complete/cause')).toEqual([]);
  });

  test('and in a template for all of it', () => {
    const own = `---\ntemplate: compact\nseverity: SEV-1\n---\n\n${told}`;
    for (const rule of ['incident-commander', 'cause-and-factors', 'impact-number', 'lessons', 'action-items'])
      expect(pointedTo(own, {}, `complete/${rule}`)).toHaveLength(1);
  });
});

describe.each(names)('%s, unfilled: no line of masks is missed', (name) => {
  test('what a line holds but its label is named, or its section is', () => {
    const text = draft(templateNamed(name), {});
    const places = findingsIn(text, { stage: 'published' }).map(({ place }) => place);
    const headings = places.filter(({ from }) => text.slice(text.lastIndexOf('\n', from) + 1, from).startsWith('#'));
    const plain = text.replaceAll(/<!--[^]*?-->/g, (comment) => comment.replaceAll(/[^\n]/g, ' '));
    let at = 0;
    const missed: string[] = [];
    for (const line of plain.split('\n')) {
      const [from, to] = [at, at + line.length];
      at = to + 1;
      if (!/^(?:[-*] |\d\. |\*\*)/.test(line) || !/HH:MM|YYYY|\[\p{L}[^[\]]*\](?!\()/u.test(line)) continue;
      const isNamed = places.some((place) => place.from < to && from < place.to);
      const above = headings.some((place) => place.from < from && !/^#/m.test(text.slice(place.to, from)));
      const isPrompt = !/^\*\*(?:\[|All times)/.test(line);
      if (isPrompt && !isNamed && !above && !/^- \[ \]|^ {2}-/.test(line)) missed.push(line);
    }
    expect(missed).toEqual([]);
  });
});
