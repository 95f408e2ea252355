import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readOutput } from '../src/reading-schema.ts';
import { debrief, folderWith } from './command.ts';

const mail = `# INC-7: Mail delayed

**Severity:** SEV2
**Date:** 2026-03-01
**Status:** Resolved

## Timeline (UTC)

- 14:03 Alert fired
- 14:20 Queue drained, service restored

## Action items

- [ ] Add a limit to the queue (@ana, due 2026-03-15)
`;

describe('one file', () => {
  test('is shown on a card', () => {
    const { stdout, stderr, status } = debrief(folderWith({ 'mail.md': mail }), ['read', 'mail.md']);
    expect(status).toBe(0);
    expect(stderr).toBe('');
    expect(stdout).toContain('INC-7: Mail delayed');
    expect(stdout).toMatch(/severity\s+SEV2 \(level 2 of 5\)/);
    expect(stdout).toMatch(/alerted\s+2026-03-01 14:03\s+guessed from “alert fired”, line 9/);
    expect(stdout).toMatch(/Actions, 1: 0 done, 1 with an owner, 1 with a due date/);
    expect(stdout).toContain('root cause: not in the text');
  });

  test('may come from standard input', () => {
    const { stdout, status } = debrief(folderWith({}), ['read', '-'], mail);
    expect(status).toBe(0);
    expect(stdout).toContain('INC-7: Mail delayed');
  });

  test('has no colour where the output is no terminal', () => {
    expect(debrief(folderWith({ 'mail.md': mail }), ['read', 'mail.md']).stdout).not.toContain('\u001B');
  });
});

describe('a folder', () => {
  test('is one line for each document, in the order of their names, and a closing line', () => {
    const folder = folderWith({
      'b/two.md': mail,
      'a/one.markdown': mail,
      'notes.txt': 'no',
      'node_modules/x.md': mail,
    });
    const { stdout, stderr, status } = debrief(folder, ['read', '.']);
    expect(status).toBe(0);
    expect(stderr).toBe('2 documents read\n');
    const lines = stdout.trimEnd().split('\n');
    expect(lines.map((line) => /\S+\.(?:md|markdown)/.exec(line)?.[0])).toEqual(['a/one.markdown', 'b/two.md']);
    expect(lines[0]).toMatch(/^2026-03-01 {2}SEV2 +2 events +1 action \(1 open\) +\d+ unknown/);
  });

  test('reads the same on workers as one by one', () => {
    const files = Object.fromEntries(
      Array.from({ length: 1600 }, (_, at) => [`${at}.md`, mail.replace('INC-7', `INC-${at}`)]),
    );
    const folder = folderWith(files);
    const names = Object.keys(files).toSorted((a, b) => (a < b ? -1 : 1));
    const together = debrief(folder, ['read', '.', '--quiet']).stdout;
    const apart = [names.slice(0, 800), names.slice(800)].map((part) =>
      JSON.parse(debrief(folder, ['read', ...part, '--format', 'json']).stdout),
    );
    expect(together.trimEnd().split('\n')).toHaveLength(1600);
    const titles = apart.flat().map(({ reading }: { reading: { title: string } }) => reading.title);
    expect(together.match(/INC-\d+: Mail delayed/g)).toEqual(titles);
  });

  test('may be a pattern', () => {
    const folder = folderWith({ 'docs/a.md': mail, 'docs/deep/b.md': mail, 'other.md': mail });
    expect(debrief(folder, ['read', 'docs/**/*.md', '--quiet']).stdout.trimEnd().split('\n')).toHaveLength(2);
    const none = debrief(folder, ['read', 'nowhere/*.md']);
    expect(none.status).toBe(2);
    expect(none.stderr).toContain('nowhere/*.md: no file matches this pattern');
  });

  test('ends quietly when nobody reads on', () => {
    const folder = folderWith(Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`${at}.md`, mail])));
    const node = `"${process.execPath}" "${path.join(import.meta.dirname, '../../../bin/debrief.js')}"`;
    const { stdout, stderr } = spawnSync('sh', ['-c', `${node} read . --quiet | head -n 1`], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(stdout.trimEnd().split('\n')).toHaveLength(1);
    expect(stderr).toBe('');
  });
});

describe('JSON', () => {
  test('follows the schema to the letter, and every first place is what is written', () => {
    const folder = folderWith({ 'mail.md': mail, 'empty-form.md': '# [Title]\n\n**Severity:** [P0/P1/P2]\n' });
    const { stdout } = debrief(folder, ['read', '.', '--format', 'json']);
    const parsed: unknown = JSON.parse(stdout);
    const output = readOutput.parse(parsed);
    expect(output).toEqual(parsed);
    const text = fs.readFileSync(path.join(folder, 'mail.md'), 'utf8');
    const reading = output.find(({ file }) => file === 'mail.md')?.reading;
    const severity = reading?.postmortem.severity;
    expect(severity?.state === 'known' && text.slice(severity.places[0]?.from, severity.places[0]?.to)).toBe('SEV2');
  });

  test('is an empty list when nothing could be read', () => {
    const { stdout, status } = debrief(folderWith({}), ['read', 'gone.md', '--format', 'json']);
    expect(JSON.parse(stdout)).toEqual([]);
    expect(status).toBe(2);
  });
});

describe('wrong use is explained, with status 2', () => {
  test.each([
    [['read'], 'name a file or a folder to read'],
    [['read', 'x.md', '--format', 'xml'], '--format takes text or json, not “xml”'],
    [['read', '--colour', 'x.md'], "Unknown option '--colour'"],
    [['reed', 'x.md'], 'there is no command “reed”'],
    [[], 'Usage: debrief COMMAND'],
  ])('%j', (args, message) => {
    const { stdout, stderr, status } = debrief(folderWith({ 'x.md': mail }), args);
    expect(status).toBe(2);
    expect(stdout + stderr).toContain(message);
  });
});

describe('what cannot be read is named, and the rest is read', () => {
  test.each([
    ['an empty file', '', 'this file is empty'],
    ['a binary file', Uint8Array.from({ length: 4_000 }, (_, at) => (at * 7919) % 256), 'this is a binary file'],
    ['UTF-16', Buffer.from(`\uFEFF${mail}`, 'utf16le'), 'this is UTF-16; save it as UTF-8'],
  ])('%s', (_what, content, message) => {
    const { stdout, stderr, status } = debrief(folderWith({ 'good.md': mail, 'odd.md': content }), ['read', '.']);
    expect(status).toBe(2);
    expect(stderr).toContain(`odd.md: ${message}`);
    expect(stdout).toContain('good.md');
  });

  test('a missing file', () => {
    const { stderr, status } = debrief(folderWith({ 'good.md': mail }), ['read', 'good.md', 'gone.md']);
    expect(status).toBe(2);
    expect(stderr).toContain('gone.md: there is no such file or folder; check the path');
  });

  test('links that lead in circles', () => {
    const folder = folderWith({ 'good.md': mail });
    fs.symlinkSync('loop', path.join(folder, 'loop'));
    fs.symlinkSync('.', path.join(folder, 'again'));
    const { stdout, stderr, status } = debrief(folder, ['read', '.']);
    expect(stderr).toContain('loop: this link leads back to itself');
    expect(stdout.trimEnd().split('\n')).toHaveLength(1);
    expect(status).toBe(2);
  });

  test.skipIf(process.getuid?.() === 0)('a file without permission', () => {
    const folder = folderWith({ 'good.md': mail, 'shut.md': mail });
    fs.chmodSync(path.join(folder, 'shut.md'), 0);
    expect(debrief(folder, ['read', '.']).stderr).toContain('shut.md: this may not be read');
  });
});

describe('hostile documents are read, and what is odd is said', () => {
  const bomb = `---\na: &a [x, x]\nb: &b [*a, *a, *a]\nc: [*b, *b, *b]\nd: !!js/function x\n__proto__: {polluted: yes}\n---\n\n${mail}`;
  test.each([
    [
      'bytes that are no UTF-8',
      Buffer.concat([Buffer.from(mail), Buffer.from([0xff, 0xfe, 10])]),
      'replaced-character',
    ],
    ['NUL', `${mail}\u0000\n`, 'control-character'],
    ['10,000 levels of lists', `# T\n\n${'- '.repeat(10_000)}x\n`, 'deep-nesting'],
    ['a YAML bomb', bomb, 'front-matter'],
    ['a line of a megabyte', `# T\n\n${'**word** `code` '.repeat(70_000)}\n`, null],
    ['100,000 headings', '## H\n\nx\n'.repeat(100_000), null],
    [
      'a table of 10,000 rows',
      `## Timeline\n\n| Time | Event |\n|---|---|\n${'| 10:00 | x y |\n'.repeat(10_000)}`,
      null,
    ],
  ])('%s', { timeout: 60_000 }, (_what, content, code) => {
    const { stdout, status } = debrief(folderWith({ 'odd.md': content }), ['read', 'odd.md', '--format', 'json']);
    expect(status).toBe(0);
    const [{ reading }] = JSON.parse(stdout) as [{ reading: { messages: { code: string }[]; polluted?: string } }];
    const codes = reading.messages.map((message) => message.code);
    expect(code === null || codes.includes(code)).toBe(true);
    expect(reading.polluted).toBeUndefined();
  });

  test('a document above two megabytes is read on a thread of its own, to the same result', { timeout: 60_000 }, () => {
    const filler = `\n## Notes\n\n${'Nothing of note. '.repeat(130_000)}\n`;
    const folder = folderWith({ 'small.md': mail, 'large.md': mail + filler });
    const titles = (file: string): unknown =>
      JSON.parse(debrief(folder, ['read', file, '--format', 'json']).stdout)[0].reading.timeline;
    expect(titles('large.md')).toEqual(titles('small.md'));
  });
});

describe('debrief.yaml beside the documents', () => {
  const text = '# T\n\n**Dringlichkeit:** SEV3\n\n## What bit us\n\nThe wind.\n';

  test('adds words', () => {
    const settings =
      'vocabulary:\n  sections:\n    rootCause: [What bit us]\n  labels:\n    severity: [Dringlichkeit]\n';
    const folder = folderWith({ 'debrief.yaml': settings, 'docs/t.md': text });
    const [{ reading }] = JSON.parse(debrief(folder, ['read', 'docs/t.md', '--format', 'json']).stdout);
    expect(reading.severity).toBe('SEV3');
    expect(reading.sections).toEqual({ rootCause: ['What bit us'] });
  });

  test('is told apart from a slip, with the nearest name', () => {
    const folder = folderWith({ 'debrief.yaml': 'vocabulary:\n  sections:\n    rootcauses: [x]\n', 't.md': text });
    const { stderr, status } = debrief(folder, ['read', 't.md']);
    expect(stderr).toContain('“rootcauses” is not one of the sections; did you mean “rootCause”?');
    expect(status).toBe(2);
  });
});
