import { describe, expect, test } from 'vitest';
import { plainValues, read } from '../src/index.ts';
import { frontMatterOf } from '../src/read/front-matter.ts';
import { pointedAt, postmortemOf, short, shortAll } from './reading.ts';

/** The entries in short: path and text. */
function entries(text: string): readonly (readonly [string, string])[] {
  return frontMatterOf(text).entries.map(({ path, text: value }) => [path.join('.'), value]);
}

const body = '# Search slow\n\nText.\n';

describe('values', () => {
  test.each<[string, readonly (readonly [string, string])[]]>([
    ['title: Search slow', [['title', 'Search slow']]],
    ['title: "Search: slow"', [['title', 'Search: slow']]],
    ["title: 'Search slow'", [['title', 'Search slow']]],
    ['date: 2026-03-01', [['date', '2026-03-01']]],
    ['date: 2026-03-01T14:05:00Z', [['date', '2026-03-01T14:05:00Z']]],
    ['severity: 2', [['severity', '2']]],
    ['version: 1.10', [['version', '1.10']]],
    ['resolved: yes', [['resolved', 'yes']]],
    [
      'authors: [Ana, Bo]',
      [
        ['authors', 'Ana'],
        ['authors', 'Bo'],
      ],
    ],
    [
      'authors:\n  - Ana\n  - Bo',
      [
        ['authors', 'Ana'],
        ['authors', 'Bo'],
      ],
    ],
    [
      'authors:\n- Ana\n- Bo',
      [
        ['authors', 'Ana'],
        ['authors', 'Bo'],
      ],
    ],
    ['times:\n  detected: 2026-03-01T14:05Z', [['times.detected', '2026-03-01T14:05Z']]],
    ['times: { detected: 2026-03-01T14:05Z }', [['times.detected', '2026-03-01T14:05Z']]],
    ['a:\n  b:\n    c: d', [['a.b.c', 'd']]],
    ['title: Search slow # a note', [['title', 'Search slow']]],
    ['# a note\ntitle: Search slow', [['title', 'Search slow']]],
  ])('%j', (yaml, expected) => {
    expect(entries(`---\n${yaml}\n---\n${body}`).map(([path, text]) => [path, text.trimEnd()])).toEqual(expected);
  });

  test.each(['title: Search slow', 'title: "Search slow"', "authors:\n  - 'Search slow'"])(
    'a value is known in its place: %j',
    (yaml) => {
      const text = `---\n${yaml}\n---\n${body}`;
      const [entry] = frontMatterOf(text).entries;
      expect(text.slice(entry?.value.from, entry?.value.to).replaceAll(/["']/g, '')).toBe('Search slow');
    },
  );
});

describe('where front matter ends', () => {
  test.each([
    ['---\na: b\n---\nText', '---\na: b\n---\n'],
    ['---\na: b\n...\nText', '---\na: b\n...\n'],
    ['---\na: b\n---', '---\na: b\n---'],
    ['\n---\na: b\n---\nText', '\n---\na: b\n---\n'],
    ['--- \na: b\n--- \nText', '--- \na: b\n--- \n'],
  ])('%j', (text, front) => {
    expect(text.slice(0, frontMatterOf(text).end)).toBe(front);
  });

  test.each([
    '---\na: b\n',
    '---\n\n---\nText',
    '---\n',
    'Text\n---\na: b\n---\n',
    '----\na: b\n----\n',
    '---\n## Impact\n---\n',
    '',
    '# Title\n',
  ])('%j has none', (text) => {
    expect(frontMatterOf(text)).toMatchObject({ end: 0, entries: [] });
  });

  test('it is the first section, and the sections still tile the text', () => {
    const text = `---\ntitle: Search slow\n---\n${body}`;
    const { sections } = read(text);
    expect(sections[0]).toMatchObject({ kind: 'frontMatter', from: 0, to: 27 });
    expect(sections[1]?.from).toBe(27);
  });
});

describe('front matter tells the header', () => {
  const text = `---
title: "Search: slow for an hour"
incident_id: SRCH-12
date: 2026-03-01
severity: SEV2
status: resolved
authors:
  - Ana Pérez
  - Bo Lind
incidentCommander: Chi
responders: [Dee, Eli]
duration: 1h 12m
timezone: CET
---
# Search slow
`;

  test('in full', () => {
    const { title, incidentId, severity, status, people, date, stated, zone } = postmortemOf(text);
    expect(short(incidentId)).toBe('SRCH-12');
    expect(short(date)).toBe('2026-03-01');
    expect(short(severity)).toEqual({ written: 'SEV2', level: 2 });
    expect(short(status.incident)).toBe('resolved');
    expect(shortAll(people.authors)).toEqual(['Ana Pérez', 'Bo Lind']);
    expect(short(people.commander)).toBe('Chi');
    expect(shortAll(people.responders)).toEqual(['Dee', 'Eli']);
    expect(short(stated.duration)).toBe(72);
    expect(short(zone)).toBe('CET');
    expect(['Search slow', 'Search: slow for an hour']).toContain(short(title));
  });

  test.each([
    ['title: "Search: slow"', 'Search: slow'],
    ["title: 'Search slow'", 'Search slow'],
    ["title: 'It''s slow'", "It's slow"],
    ['title: "Search \\"slow\\""', 'Search "slow"'],
    ['title: Search slow', 'Search slow'],
  ])('the quotes of %j are marks, not part of the title', (yaml, title) => {
    expect(short(postmortemOf(`---\n${yaml}\n---\n\n## Summary\n\nText.\n`).title)).toBe(title);
  });

  test.each(['severity: "SEV2"', "severity: 'SEV2'", 'severity: SEV2 # for now'])('%j', (yaml) => {
    expect(short(postmortemOf(`---\n${yaml}\n---\n${body}`).severity)).toEqual({ written: 'SEV2', level: 2 });
  });

  test.each([
    'impact: >\n  It was\n  slow.',
    'impact: |\n  It was\n  slow.',
    'impact: >-\n  It was\n  slow.',
    'impact:\n  It was\n  slow.',
    'impact: "It was\n  slow."',
  ])('a value over several lines: %j', (yaml) => {
    expect(plainValues(read(`---\n${yaml}\n---\n${body}`)).fields).toEqual({ impact: 'It was slow.' });
  });

  test('a placeholder in front matter is unknown', () => {
    const { severity, date, incidentId } = postmortemOf(
      `---\nincident_id: "INC-YYYYMMDD-###"\nseverity: "[P0/P1/P2]"\ndate: YYYY-MM-DD\n---\n${body}`,
    );
    expect([severity.state, date.state, incidentId.state]).toEqual(['unknown', 'unknown', 'unknown']);
  });
});

describe('hostile or broken front matter becomes a message, and the text below is read', () => {
  const bomb = `a: &a [x, x, x, x, x, x, x, x, x]\n${'bcdefghij'
    .split('')
    .map((name, index) => `${name}: &${name} [${Array.from({ length: 9 }, () => `*${'abcdefghi'[index]}`).join(', ')}]`)
    .join('\n')}`;

  test.each<[string, string]>([
    ['a bomb of aliases', bomb],
    ['an alias', 'a: &x 1\nb: *x'],
    ['a custom tag', 'a: !!js/function "function(){}"'],
    ['another custom tag', 'a: !evil\n  b: c'],
    ['__proto__', '__proto__:\n  polluted: true\ntitle: Search'],
    ['constructor', 'constructor:\n  prototype:\n    polluted: true'],
    ['keys twice', 'title: a\ntitle: b'],
    ['a bracket never closed', 'authors: [Ana'],
    ['a tab', 'a:\n\tb: c'],
    ['a quote never closed', 'title: "Search'],
    ['a template', 'title: {{ title }}'],
    ['very deep', `a: ${'['.repeat(500)}${']'.repeat(500)}`],
    ['many keys', Array.from({ length: 5_000 }, (_key, index) => `k${index}: "v"`).join('\n')],
  ])('%s', (_form, yaml) => {
    const start = performance.now();
    const { postmortem, sections } = read(`---\n${yaml}\n---\n# Search slow\n\n## Impact\n\nSlow pages.\n`);
    expect(performance.now() - start).toBeLessThan(2_000);
    expect(sections.map(({ heading }) => heading)).toEqual(['', 'Search slow', 'Impact']);
    expect(short(postmortem.impact.text)).toBe('Slow pages.');
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  test.each<[string, string]>([
    ['keys twice', 'title: a\ntitle: b'],
    ['a bracket never closed', 'authors: [Ana'],
    ['a custom tag', 'a: !evil b'],
  ])('%s is told with its place inside the front matter', (_form, yaml) => {
    const text = `---\n${yaml}\n---\n${body}`;
    const messages = read(text).messages.filter(({ code }) => code === 'front-matter');
    expect(messages.length).toBeGreaterThan(0);
    for (const { place } of messages) {
      expect(place.from).toBeGreaterThanOrEqual(4);
      expect(place.to).toBeLessThanOrEqual(frontMatterOf(text).end);
    }
  });

  test('front matter of more than 64 KiB is not read, and that is said', () => {
    const reading = read(`---\ntitle: Search\nnotes: ${'x'.repeat(70_000)}\n---\n# Search slow\n`);
    expect(pointedAt(reading, 'front-matter')).toHaveLength(1);
    expect(short(reading.postmortem.title)).toBe('Search slow');
  });

  test('front matter that is never closed is text', () => {
    const { sections } = read('---\ntitle: Search\n\n# Search slow\n\n## Impact\n');
    expect(sections.map(({ heading }) => heading)).toContain('Impact');
  });
});

describe('with other line ends', () => {
  test.each([
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ])('%s', (_name, end) => {
    const text = '---\ntitle: "Search slow"\nseverity: SEV2\n---\n\n## Impact\n'.replaceAll('\n', end);
    expect(short(postmortemOf(text).severity)).toEqual({ written: 'SEV2', level: 2 });
  });

  test('a byte order mark', () => {
    expect(short(postmortemOf('\uFEFF---\nseverity: SEV2\n---\n# Search slow\n').severity)).toEqual({
      written: 'SEV2',
      level: 2,
    });
  });
});
