import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { debrief, folderWith } from './command.ts';

const NOW = ['--now', '2026-04-01T12:00Z', '--no-cache'];

/** One item is due before the incident, which is a warning, and overdue, which is an info. */
const KITE = `# Kites down

**Severity:** SEV2
**Date:** 2026-03-01
**Status:** Resolved

## Timeline (UTC)

- 14:03 Alert fired
- 14:20 Service restored

## Action items

- [ ] Add a limit to the queue (@ana, due 2026-02-15)
`;

const DUE = 'consistent/due-before-incident';

interface JsonFinding {
  readonly rule: string;
  readonly level: string;
  readonly message: string;
  readonly question: string;
  readonly reason: string;
  readonly place: { readonly from: number; readonly to: number };
  readonly start: { readonly line: number; readonly column: number };
  readonly end: { readonly line: number; readonly column: number };
  readonly fingerprint: string;
}

/** Only this rule speaks, whatever rules there are. */
const ONLY_DUE = `rules:\n  complete: off\n  consistent: off\n  blameless: off\n  action: off\n  structure: off\n  ${DUE}: error\n`;

function withOnly(files: Readonly<Record<string, string>>, settings = ONLY_DUE): string {
  return folderWith({ 'debrief.yaml': settings, ...files });
}

function json(folder: string, args: readonly string[], input = '') {
  const done = debrief(folder, ['check', '--format', 'json', ...NOW, ...args], input);
  const documents = JSON.parse(done.stdout) as readonly {
    readonly file: string;
    readonly findings: readonly JsonFinding[];
  }[];
  return { ...done, documents, findings: documents.flatMap(({ findings }) => findings) };
}

describe('check', () => {
  test('shows the line, what was found, the question and the rule', () => {
    const { stdout, stderr, status } = debrief(withOnly({ 'kite.md': KITE }), ['check', 'kite.md', ...NOW]);
    expect(status).toBe(1);
    expect(stdout).toContain('kite.md\n  14:43  error    “Add a limit to the queue” is due on 2026-02-15');
    expect(stdout).toContain(DUE);
    expect(stdout).toContain('  14 │ - [ ] Add a limit to the queue (@ana, due 2026-02-15)\n');
    expect(stdout).toContain(`     │ ${' '.repeat(42)}${'^'.repeat(10)}\n`);
    expect(stdout).toMatch(/ {5}\? \S/);
    expect(stdout).not.toContain('\u001B');
    expect(stderr).toBe('1 error in 1 document\n');
  });

  test('--explain adds the reason', () => {
    const folder = withOnly({ 'kite.md': KITE });
    const { findings } = json(folder, ['kite.md']);
    const { stdout } = debrief(folder, ['check', 'kite.md', '--explain', ...NOW]);
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain(`= ${findings[0]?.reason}`);
    expect(debrief(folder, ['check', 'kite.md', ...NOW]).stdout).not.toContain('     = ');
  });

  test('a document with nothing to ask is fine', () => {
    const folder = withOnly({ 'kite.md': KITE }, ONLY_DUE.replace('error', 'off'));
    const { stdout, stderr, status } = debrief(folder, ['check', 'kite.md', ...NOW]);
    expect({ stdout, stderr, status }).toEqual({
      stdout: '',
      stderr: '1 document checked, nothing to ask\n',
      status: 0,
    });
  });

  test('standard input is checked', () => {
    const { documents, status } = json(withOnly({}), ['-'], KITE);
    expect(status).toBe(1);
    expect(documents.map(({ file, findings }) => [file, findings.length])).toEqual([['-', 1]]);
  });

  test('--quiet says nothing beside', () => {
    expect(debrief(withOnly({ 'kite.md': KITE }), ['check', 'kite.md', '--quiet', ...NOW]).stderr).toBe('');
  });
});

describe('levels', () => {
  test.each([
    ['error', 'error', 1],
    ['warning', 'error', 0],
    ['warning', 'warning', 1],
    ['warning', 'info', 1],
    ['info', 'warning', 0],
    ['info', 'info', 1],
    ['error', 'never', 0],
  ])('a finding at %s with --fail-on %s ends with %i', (level, failOn, expected) => {
    const folder = withOnly({ 'kite.md': KITE }, ONLY_DUE.replace('error', level));
    const { status, findings } = json(folder, ['kite.md', '--fail-on', failOn]);
    expect({ status, levels: findings.map((each) => each.level) }).toEqual({ status: expected, levels: [level] });
  });

  test.each([
    [['--stage', 'review'], ['warning']],
    [['--stage', 'published'], []],
    [['--stage', 'draft'], ['error']],
    [[], ['error']],
  ])('what is said for a stage counts before what is said for all: %j', (args, levels) => {
    const stages = `stages:\n  review:\n    ${DUE}: warning\n  published:\n    consistent: off\n`;
    const { findings } = json(withOnly({ 'kite.md': KITE }, ONLY_DUE + stages), ['kite.md', ...args]);
    expect(findings.map(({ level }) => level)).toEqual(levels);
  });

  test.each([
    ['rules', 'rules:\n  due-before-incident: off\n'],
    ['rules', 'rules:\n  actions/due-before-incident: off\n'],
    ['rules', 'rules:\n  consistent/due-before-incidents: off\n'],
    ['stages.review', 'stages:\n  review:\n    consistent/due-before-incdent: off\n'],
  ])('a rule that is none is complained about with the nearest: %s %j', (place, settings) => {
    const { status, stderr } = debrief(withOnly({ 'kite.md': KITE }, settings), ['check', 'kite.md', ...NOW]);
    expect(status).toBe(2);
    expect(stderr).toMatch(new RegExp(`debrief\\.yaml: ${place}: there is no rule “.*”; did you mean “${DUE}”\\?`));
  });
});

describe('wrong use', () => {
  test.each([
    [[], 'name a file or a folder'],
    [['a.md', '--format', 'xml'], '--format takes text, json, sarif, junit, github or markdown, not “xml”'],
    [['a.md', '--stage', 'publish'], 'did you mean “published”?'],
    [['a.md', '--fail-on', 'warn'], 'did you mean “warning”?'],
    [['a.md', '--now', 'noon'], '--now takes a time'],
    [['a.md', '--update-baseline'], '--baseline FILE'],
    [['a.md', '--baseline', 'none.json'], '--update-baseline writes one'],
    [['-', '--fix'], '--fix writes into files'],
    [['-', '--watch'], 'cannot be watched'],
    [['a.md', '--watch', '--format', 'json'], '--watch prints text'],
    [['a.md', '--changed'], 'no git repository'],
    [['a.md', '--frob'], '--frob'],
  ])('%j', (args, words) => {
    const { status, stderr, stdout } = debrief(folderWith({ 'a.md': KITE }), ['check', ...args]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(words);
  });

  test('what cannot be read is told, and the rest is checked', () => {
    const folder = withOnly({ 'a.md': KITE, 'b.md': '' });
    const { status, stderr, documents } = json(folder, ['a.md', 'b.md', 'c.md']);
    expect(status).toBe(2);
    expect(documents.map(({ file }) => file)).toEqual(['a.md']);
    expect(stderr).toContain('b.md: this file is empty');
    expect(stderr).toContain('c.md: there is no such file');
    expect(stderr).toContain('2 not read');
  });
});

describe('places', () => {
  const TURNS: Readonly<Record<string, (text: string) => string>> = {
    LF: (text) => text,
    CRLF: (text) => text.replaceAll('\n', '\r\n'),
    CR: (text) => text.replaceAll('\n', '\r'),
    'byte order mark': (text) => `\uFEFF${text}`,
    'emoji before it': (text) => text.replace('Add a', 'Add 🪁👩‍🚒 a'),
    'CJK before it': (text) => text.replace('Add a', '表示 Add a'),
    'a tab before it': (text) => text.replace('Add a', 'Add\ta'),
    'a mark above before it': (text) => text.replace('Add a', 'Add e\u0301 a'),
  };
  test.each(Object.entries(TURNS))('the slice is what was found: %s', (_name, turn) => {
    const text = turn(KITE);
    const folder = withOnly({ 'kite.md': text });
    const { findings } = json(folder, ['kite.md']);
    expect(findings.length).toBe(1);
    for (const { place, start, end } of findings) {
      expect(text.slice(place.from, place.to)).toBe('2026-02-15');
      const line = text.replace('\uFEFF', '').split(/\r\n|\r|\n/)[start.line - 1] ?? '';
      expect(line.slice(start.column - 1, end.column - 1)).toBe('2026-02-15');
      expect(end.line).toBe(start.line);
    }
  });

  test('carets stand below what was found, in columns of a terminal', () => {
    for (const [words, columns] of [
      ['表示 Add a', 5],
      ['🪁👩‍🚒Add a', 4],
      ['e\u0301Add a', 1],
    ] as const) {
      const { stdout } = debrief(withOnly({ 'kite.md': KITE.replace('Add a', words) }), ['check', 'kite.md', ...NOW]);
      expect(stdout).toContain(`│ ${' '.repeat(42 + columns)}${'^'.repeat(10)}\n`);
    }
  });

  test('a long line is cut around what was found', () => {
    const long = KITE.replace('Add a', `Add ${'very '.repeat(400)}a`);
    const { stdout } = debrief(withOnly({ 'kite.md': long }), ['check', 'kite.md', ...NOW]);
    const lines = stdout.split('\n');
    const at = lines.findIndex((line) => line.includes('^'));
    const [line = '', carets = ''] = [lines[at - 1], lines[at]];
    expect(line.length).toBeLessThanOrEqual(100);
    expect(line).toContain('│ …');
    expect(line.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1)).toBe('2026-02-15');
  });

  test('nothing in a document steers the terminal', () => {
    const steering = KITE.replace('Add a', 'Add \u001B[31m\u202E a');
    const { stdout } = debrief(withOnly({ 'kite.md': steering }), ['check', 'kite.md', ...NOW]);
    expect(stdout).toContain('^');
    // oxlint-disable-next-line no-control-regex
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u202A-\u202E]/);
  });
});

function update(cwd: string, paths: readonly string[], file: string): void {
  expect(debrief(cwd, ['check', ...paths, '--baseline', file, '--update-baseline', ...NOW]).status).toBe(0);
}

describe('a baseline', () => {
  test('lets pass what is known, also after its line moved, and counts', () => {
    const folder = withOnly({ 'a/kite.md': KITE });
    const written = debrief(folder, ['check', 'a', '--baseline', 'known.json', '--update-baseline', ...NOW]);
    expect(written.status).toBe(0);
    expect(written.stderr).toContain('1 finding of 1 document written into known.json');
    const check = (): ReturnType<typeof json> => json(folder, ['a', '--baseline', 'known.json']);
    expect(check()).toMatchObject({ status: 0, findings: [] });
    expect(check().stderr).toContain('1 known from the baseline');

    fs.writeFileSync(path.join(folder, 'a/kite.md'), KITE.replace('## Timeline', 'A new line.\n\n## Timeline'));
    expect(check().status).toBe(0);

    const item = '- [ ] Add a limit to the queue (@ana, due 2026-02-15)\n';
    fs.writeFileSync(path.join(folder, 'a/kite.md'), `${KITE}${item}`);
    const twice = check();
    expect(twice.status).toBe(1);
    expect(twice.findings.map(({ start }) => start.line)).toEqual([15]);
  });

  test('is the same from another folder, and keeps what it knows of documents that were not checked', () => {
    const folder = withOnly({ 'a/kite.md': KITE, 'b/kite.md': KITE });
    update(folder, ['a', 'b'], 'known.json');
    const before = fs.readFileSync(path.join(folder, 'known.json'), 'utf8');
    update(path.join(folder, 'a'), ['kite.md'], '../known.json');
    expect(fs.readFileSync(path.join(folder, 'known.json'), 'utf8')).toBe(before);
    fs.rmSync(path.join(folder, 'b/kite.md'));
    update(folder, ['a'], 'known.json');
    expect(
      Object.keys(
        (JSON.parse(fs.readFileSync(path.join(folder, 'known.json'), 'utf8')) as { findings: object }).findings,
      ),
    ).toEqual(['a/kite.md']);
  });

  test.each([
    '{',
    '[]',
    'null',
    '{"format":"other","findings":{}}',
    '{"format":"debrief baseline 1","findings":{"a":{"b":"c"}}}',
  ])('a file that is none is refused: %s', (content) => {
    const folder = withOnly({ 'kite.md': KITE, 'known.json': content });
    const { status, stderr } = debrief(folder, ['check', 'kite.md', '--baseline', 'known.json', ...NOW]);
    expect(status).toBe(2);
    expect(stderr).toContain('is no baseline of debrief check');
  });
});

describe('the cache', () => {
  test('gives the same again, and notices what changed', () => {
    const folder = withOnly({ 'a.md': KITE, 'b.md': KITE, 'c.md': KITE.replace('2026-02-15', '2026-03-15') });
    const env = { XDG_CACHE_HOME: path.join(folder, 'cache') };
    const check = (...args: readonly string[]) =>
      debrief(folder, ['check', 'a.md', 'b.md', 'c.md', '--now', '2026-04-01', ...args], '', env);
    const first = check();
    const [file = ''] = fs.readdirSync(path.join(folder, 'cache/debrief'));
    expect(file).toMatch(/^checks-[0-9a-f]{32}\.txt$/);
    expect(check()).toMatchObject({ stdout: first.stdout, stderr: first.stderr, status: 1 });
    expect(check('--no-cache').stdout).toBe(first.stdout);

    fs.writeFileSync(path.join(folder, 'b.md'), KITE.replace('2026-02-15', '2026-02-16'));
    const changed = check();
    expect(changed.stdout).toContain('2026-02-16');
    expect(changed.stdout).toBe(check('--no-cache').stdout);

    fs.writeFileSync(path.join(folder, 'debrief.yaml'), ONLY_DUE.replace('error', 'info'));
    expect(check()).toMatchObject({ status: 0, stdout: check('--no-cache').stdout });
  });

  test('that is broken is none', () => {
    const folder = withOnly({ 'a.md': KITE });
    const env = { XDG_CACHE_HOME: path.join(folder, 'cache') };
    const check = () => debrief(folder, ['check', 'a.md', '--now', '2026-04-01'], '', env);
    const first = check();
    const [name = ''] = fs.readdirSync(path.join(folder, 'cache/debrief'));
    const file = path.join(folder, 'cache/debrief', name);
    const content = fs.readFileSync(file, 'utf8');
    for (const broken of [content.replace('"findings"', '"fundings"'), content.replace('{', ''), 'x']) {
      fs.writeFileSync(file, broken);
      expect(check()).toMatchObject({ stdout: first.stdout, status: 1 });
    }
  });

  test('many documents come in their order, from workers and from the cache', () => {
    const names = Array.from({ length: 1_600 }, (_, index) => `d/${String(index).padStart(4, '0')}.md`);
    const folder = withOnly(Object.fromEntries(names.map((name) => [name, KITE])));
    const env = { XDG_CACHE_HOME: path.join(folder, 'cache') };
    const check = (...args: readonly string[]) =>
      debrief(folder, ['check', 'd', '--now', '2026-04-01', '--format', 'json', ...args], '', env).stdout;
    const first = check();
    expect((JSON.parse(first) as readonly { file: string }[]).map(({ file }) => file)).toEqual(names);
    fs.writeFileSync(path.join(folder, 'd/0700.md'), KITE.replace('2026-02-15', '2026-02-16'));
    const again = check();
    expect(again).toBe(check('--no-cache'));
    expect(again).toContain('2026-02-16');
  }, 60_000);
});
