import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { debrief, folderWith } from './command.ts';

const NOTE = '# Mail down\n\n**Severity:** SEV2\n\n## Weather\n\nIt rained.\n';

describe('debrief convert', () => {
  test('prints the document in the other template, and what moved how', () => {
    const { stdout, stderr, status } = debrief(folderWith({ 'a.md': NOTE }), ['convert', 'a.md', '--to', 'executive']);
    expect(status).toBe(0);
    expect(stdout).toContain('**Severity**: P1 (SEV2)\n');
    expect(stdout).toContain('### Weather\n\nIt rained.\n');
    expect(stderr).toBe(
      'Carried over, below a heading of its own at the end: Weather\nWorded otherwise: severity: SEV2 → P1 (SEV2)\nDropped: nothing.\n',
    );
  });

  test('reads standard input and writes a file, but not over one unasked', () => {
    const cwd = folderWith({ 'b.md': 'mine' });
    expect(debrief(cwd, ['convert', '-', '--to', 'compact', '-o', 'c.md', '--quiet'], NOTE)).toMatchObject({
      stdout: '',
      stderr: '',
      status: 0,
    });
    expect(fs.readFileSync(path.join(cwd, 'c.md'), 'utf8')).toMatch(/^# Mail down\n/);
    expect(debrief(cwd, ['convert', 'c.md', '--to', 'compact', '-o', 'b.md']).status).toBe(2);
    expect(fs.readFileSync(path.join(cwd, 'b.md'), 'utf8')).toBe('mine');
  });

  test('converts to a template of the team, whose own headings are told in its front matter', () => {
    const cwd = folderWith({
      'debrief.yaml': '# ours\n',
      'templates/ours.md':
        '---\nsections:\n  rootCause: [What bit us]\n---\n# {{ title | line: "[Title]" }}\n\n## What bit us\n\n[Cause]\n',
      'a.md': '# Mail down\n\n## Root cause\n\nA full queue.\n',
    });
    const { stdout } = debrief(cwd, ['convert', 'a.md', '--to', 'ours', '--quiet']);
    expect(stdout).toBe('# Mail down\n\n## What bit us\n\nA full queue.\n');
    const read = debrief(cwd, ['read', '-', '--format', 'json'], stdout);
    expect(JSON.parse(read.stdout)).toMatchObject([{ reading: { sections: { rootCause: ['What bit us'] } } }]);
  });

  test.each([
    [['a.md'], 'say into which template'],
    [['--to', 'compact'], 'name one file'],
    [['a.md', '--to', 'nope'], 'there is no template “nope”'],
    [['gone.md', '--to', 'compact'], 'gone.md: there is no such file'],
    [['bad.md', '--to', 'compact'], 'not valid UTF-8'],
  ])('says what is wrong with %j', (args, message) => {
    const cwd = folderWith({
      'a.md': NOTE,
      'bad.md': Uint8Array.from([
        35, 32, 255, 97, 98, 99, 100, 101, 102, 103, 104, 105, 106, 107, 108, 109, 110, 111, 112, 113, 114, 115, 116,
      ]),
    });
    const { stdout, stderr, status } = debrief(cwd, ['convert', ...args]);
    expect(stderr).toContain(message);
    expect([stdout, status]).toEqual(['', 2]);
  });
});
