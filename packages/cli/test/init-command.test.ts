import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { firstSettings } from '../src/first-settings.ts';
import { debrief, folderWith } from './command.ts';

function textOf(folder: string, file = 'debrief.yaml'): string {
  return fs.readFileSync(path.join(folder, file), 'utf8');
}

describe('debrief init', () => {
  test('writes settings here, and says so', () => {
    const folder = folderWith({});
    const { stdout, stderr, status } = debrief(folder, ['init']);
    expect(status).toBe(0);
    expect(stderr).toBe('');
    expect(stdout).toBe(
      'Wrote debrief.yaml, with every setting explained in it.\n' +
        'Next: open it, change what you like, and try it with: debrief read .\n',
    );
    expect(textOf(folder)).toBe(firstSettings);
    expect(fs.readdirSync(folder)).toEqual(['debrief.yaml']);
  });

  test('writes them into a folder, which is made where it is missing', () => {
    const folder = folderWith({});
    const { stdout, status } = debrief(folder, ['init', "docs/our team's"]);
    expect(status).toBe(0);
    expect(stdout).toContain("debrief read 'docs/our team'\\''s'");
    expect(textOf(folder, "docs/our team's/debrief.yaml")).toBe(firstSettings);
  });

  test('leaves settings that are there as they are', () => {
    const folder = folderWith({ 'debrief.yaml': 'zone: UTC+1\n' });
    const { stdout, stderr, status } = debrief(folder, ['init']);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toBe(
      'debrief init: debrief.yaml is there already and was left as it is. With --force it is written anew.\n',
    );
    expect(textOf(folder)).toBe('zone: UTC+1\n');
    expect(fs.readdirSync(folder)).toEqual(['debrief.yaml']);
  });

  test('leaves even a link that leads nowhere', () => {
    const folder = folderWith({});
    fs.symlinkSync('gone.yaml', path.join(folder, 'debrief.yaml'));
    expect(debrief(folder, ['init']).status).toBe(2);
    expect(fs.readdirSync(folder)).toEqual(['debrief.yaml']);
  });

  test('writes them anew with --force, keeping permissions', () => {
    const folder = folderWith({ 'debrief.yaml': 'zone: UTC+1\n' });
    fs.chmodSync(path.join(folder, 'debrief.yaml'), 0o640);
    expect(debrief(folder, ['init', '--force', '.']).status).toBe(0);
    expect(textOf(folder)).toBe(firstSettings);
    expect(fs.statSync(path.join(folder, 'debrief.yaml')).mode & 0o777).toBe(0o640);
    expect(fs.readdirSync(folder)).toEqual(['debrief.yaml']);
  });

  test('with --force follows a link', () => {
    const folder = folderWith({ 'config/real.yaml': 'zone: UTC+1\n' });
    fs.symlinkSync('config/real.yaml', path.join(folder, 'debrief.yaml'));
    expect(debrief(folder, ['init', '--force']).status).toBe(0);
    expect(textOf(folder, 'config/real.yaml')).toBe(firstSettings);
    expect(fs.lstatSync(path.join(folder, 'debrief.yaml')).isSymbolicLink()).toBe(true);
    expect(fs.readdirSync(path.join(folder, 'config'))).toEqual(['real.yaml']);
  });

  test('tells of settings above, which no longer hold here', () => {
    const folder = folderWith({ 'debrief.yaml': 'zone: UTC+1\n' });
    const { stderr, status } = debrief(folder, ['init', 'team/a']);
    expect(status).toBe(0);
    expect(stderr).toMatch(/^It now holds for this folder in place of .+debrief\.yaml\.\n$/);
  });

  test('makes settings with which reading goes on as before', () => {
    const text = '# Mail delayed\n\n**Severity:** SEV2\n';
    const folder = folderWith({ 'mail.md': text });
    const before = debrief(folder, ['read', 'mail.md']);
    debrief(folder, ['init']);
    const after = debrief(folder, ['read', 'mail.md']);
    expect([after.status, after.stdout, after.stderr]).toEqual([0, before.stdout, '']);
  });
});

describe('debrief init says what it cannot do', () => {
  test.each([
    [['init', 'a', 'b'], 'name one folder'],
    [['init', ''], 'the name of the folder is empty'],
    [['init', '--forse'], "Unknown option '--forse'"],
    [['init', 'file.md'], 'file.md: this is a file; name a folder'],
    [['init', 'file.md/below'], 'file.md/below: a part of its path is a file'],
    [['init', 'x'.repeat(300)], 'this path is too long'],
    [['init', '--force', 'taken'], 'this is a folder; name a file'],
  ])('%j', (args, message) => {
    const folder = folderWith({ 'file.md': 'x', 'taken/debrief.yaml/x': 'x' });
    const { stdout, stderr, status } = debrief(folder, args);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(`debrief init: `);
    expect(stderr).toContain(message);
    expect(fs.readdirSync(folder).toSorted()).toEqual(['file.md', 'taken']);
    expect(fs.readdirSync(path.join(folder, 'taken'))).toEqual(['debrief.yaml']);
  });

  test.skipIf(process.getuid?.() === 0)('a folder without permission', () => {
    const folder = folderWith({});
    fs.chmodSync(folder, 0o500);
    expect(debrief(folder, ['init']).stderr).toContain('its folder may not be written to; check the permissions');
  });
});

describe('slips in debrief.yaml', () => {
  const mail = '# Mail delayed\n\n**Severity:** SEV2\n';

  test('are told with file and line, and the document is read', () => {
    const folder = folderWith({ 'debrief.yaml': 'zone: UTC\nsevrity: {}\n', 'docs/mail.md': mail });
    const { stdout, stderr, status } = debrief(folder, ['read', 'docs/mail.md']);
    expect(stderr).toContain('debrief.yaml:2: “sevrity” is not a setting; did you mean “severity”?');
    expect(stdout).toContain('Mail delayed');
    expect(status).toBe(2);
  });

  test('are not looked for where no path can be', () => {
    const { stderr, status } = debrief(folderWith({}), ['read', 'x'.repeat(300)]);
    expect(stderr).toContain('this path is too long');
    expect(status).toBe(2);
  });

  test('the nearest file counts', () => {
    const folder = folderWith({
      'debrief.yaml': 'sevrity: {}\n',
      'docs/debrief.yaml': 'zone: UTC\n',
      'docs/mail.md': mail,
    });
    expect(debrief(folder, ['read', 'docs']).status).toBe(0);
  });
});
