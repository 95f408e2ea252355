import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { debrief, folderWith } from './command.ts';

const UNKNOWN = 'consistent/unknown-post-mortem';
const TWICE = 'consistent/duplicate-incident-id';
const SETTINGS = `rules:\n  complete: off\n  consistent: off\n  blameless: off\n  action: off\n  structure: off\n  ${UNKNOWN}: warning\n  ${TWICE}: warning\n`;

function document(id: string, related = ''): string {
  const more = related === '' ? '' : `\n## Related incidents\n\n- ${related}\n`;
  return `# Mail down\n\n**Incident ID:** ${id}\n**Date:** 2026-05-01\n\n## Summary\n\nIt stood.\n${more}`;
}

interface Found {
  readonly file: string;
  readonly findings: readonly {
    readonly rule: string;
    readonly message: string;
    readonly place: { readonly from: number; readonly to: number };
  }[];
}

function check(folder: string, paths: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const cache = 'XDG_CACHE_HOME' in env ? [] : ['--no-cache'];
  const args = ['check', ...paths, '--format', 'json', '--fail-on', 'never', '--now', '2026-06-01T12:00Z', ...cache];
  const { stdout, stderr, status } = debrief(folder, args, '', env);
  expect({ status, stderr }).toMatchObject({ status: 0 });
  return (JSON.parse(stdout) as readonly Found[]).flatMap(({ file, findings }) =>
    findings
      .filter(({ rule }) => rule === UNKNOWN || rule === TWICE)
      .map(({ rule, message }) => `${file} ${rule.split('/')[1]}: ${message}`),
  );
}

const none = (file: string, name: string): string =>
  `${file} unknown-post-mortem: No post-mortem is known as “${name}”.`;

describe('a reference', () => {
  const files = {
    'debrief.yaml': SETTINGS,
    'new/a.md': document('INC-2026-0042', 'INC-2025-0007, INC-2025-0008'),
    'new/b.md': document('INC-2026-0043', '[The last one](../old/queue.md) and [before](../old/gone.md)'),
    'old/queue.md': document('INC-2025-0007'),
  };

  test('is looked up among the documents of a folder', () => {
    const expected = [none('new/a.md', 'INC-2025-0008'), none('new/b.md', '../old/gone.md')];
    expect(check(folderWith(files), ['new', 'old'])).toEqual(expected);
  });

  test('is looked up in the whole workspace where one file or one folder is checked', () => {
    expect(check(folderWith(files), ['new/a.md'])).toEqual([none('new/a.md', 'INC-2025-0008')]);
    expect(check(path.join(folderWith(files), 'new'), ['b.md'])).toEqual([none('b.md', '../old/gone.md')]);
    expect(check(folderWith(files), ['new'])).toHaveLength(2);
  });

  test('of a single file without settings, and of standard input, is not looked up', () => {
    const { 'debrief.yaml': _settings, ...others } = files;
    expect(check(folderWith(others), ['new/a.md'])).toEqual([]);
    const args = ['check', '-', '--format', 'json', '--fail-on', 'never'];
    expect(debrief(folderWith({}), args, files['new/a.md']).stdout).not.toContain(UNKNOWN);
  });

  test('of several files without settings is looked up among them and beside them', () => {
    const folder = folderWith({
      'a.md': document('INC-2026-0042', 'INC-2025-0007'),
      'b.md': document('INC-2026-0043', 'INC-2025-0009'),
      'c.md': document('INC-2025-0007'),
    });
    expect(check(folder, ['a.md', 'b.md'])).toEqual([none('b.md', 'INC-2025-0009')]);
  });

  test('by a link is known where the file is there, inside of the workspace or outside', () => {
    const folder = folderWith({
      'elsewhere/note.md': '# A note\n',
      'elsewhere/of that day.md': '# Another\n',
      'mail/debrief.yaml': SETTINGS,
      'mail/a.md': document('INC-1', '[Notes](../elsewhere/note.md)'),
      'mail/b.md': document('INC-2', '[Notes](../elsewhere/of%20that%20day.md)'),
      'mail/c.md': document('INC-3', '[Notes](../elsewhere/%.md)'),
      'mail/d.md': document('INC-4', '[Notes](/site/note.md)'),
    });
    expect(check(folder, ['mail'])).toEqual([none('mail/c.md', '../elsewhere/%.md')]);
  });

  test('is known by the id in a title, or in the name of a file', () => {
    const folder = folderWith({
      'debrief.yaml': SETTINGS,
      'a.md': document('INC-2026-0042', 'INC-2025-0007, INC-2025-0008'),
      'b.md': '# INC-2025-0007: Queue full\n',
      '2025/INC-2025-0008-disk.md': '# Disk full\n',
    });
    expect(check(folder, ['.'])).toEqual([]);
  });
});

describe('an id of several documents', () => {
  test('is told in each of them, with the names of the others', () => {
    const folder = folderWith({
      'debrief.yaml': SETTINGS,
      'a.md': document('INC-7'),
      'b.md': document('inc–7'),
      'c/d.md': document('INC-7'),
      'e.md': document('INC-8'),
      'f.md': document('[INC-YYYY-7]'),
      'g.md': document('[INC-YYYY-7]'),
    });
    const told = [
      'a.md duplicate-incident-id: “INC-7” is also the id of b.md and c/d.md.',
      'b.md duplicate-incident-id: “inc–7” is also the id of a.md and c/d.md.',
      'c/d.md duplicate-incident-id: “INC-7” is also the id of a.md and b.md.',
    ];
    expect(check(folder, ['a.md', 'b.md', 'c', 'e.md', 'f.md', 'g.md'])).toEqual(told);
    expect(check(folder, ['b.md'])).toEqual(told.slice(1, 2));
  });

  test('of very many names three', () => {
    const names = Array.from({ length: 12 }, (_, index) => `${String.fromCodePoint(97 + index)}.md`);
    const folder = folderWith({
      'debrief.yaml': SETTINGS,
      ...Object.fromEntries(names.map((name) => [name, document('INC-7')])),
    });
    const found = check(folder, ['.']);
    expect(found).toHaveLength(12);
    expect(found[0]).toContain('is also the id of b.md, c.md, d.md and 8 more.');
    expect(found[11]).toContain('is also the id of a.md, b.md, c.md and 8 more.');
  });

  test('a link to a document, and one whose name alone tells the id, are no others', () => {
    const folder = folderWith({
      'debrief.yaml': SETTINGS,
      '2026/INC-0007.md': document('INC-0007'),
      '2026/INC-0007-letter.md': '# To our customers\n',
    });
    fs.symlinkSync('2026/INC-0007.md', path.join(folder, 'latest.md'));
    expect(check(folder, ['.'])).toEqual([]);
  });
});

describe('the cache', () => {
  test('holds until the workspace answers otherwise, and is the same as without it', () => {
    const folder = folderWith({
      'debrief.yaml': SETTINGS,
      'a.md': document('INC-2026-0042', 'INC-2025-0007'),
      'b.md': document('INC-2026-0043', '[Notes](notes/of.md)'),
    });
    const env = { XDG_CACHE_HOME: path.join(folder, '.cache') };
    const both = (): readonly string[] => {
      const found = check(folder, ['.']);
      expect(check(folder, ['.'], env)).toEqual(found);
      expect(check(folder, ['.'], env)).toEqual(found);
      return found;
    };
    const write = (name: string, text: string): void => {
      fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      fs.writeFileSync(path.join(folder, name), text);
    };
    const before = [none('a.md', 'INC-2025-0007'), none('b.md', 'notes/of.md')];
    expect(both()).toEqual(before);
    write('c.md', document('INC-2025-0007'));
    expect(both()).toEqual(before.slice(1));
    write('notes/of.md', '# Notes\n');
    expect(both()).toEqual([]);
    write('d.md', document('INC-2026-0042'));
    expect(both()).toHaveLength(2);
    fs.rmSync(path.join(folder, 'd.md'));
    fs.rmSync(path.join(folder, 'notes/of.md'));
    fs.rmSync(path.join(folder, 'c.md'));
    expect(both()).toEqual(before);
  });

  test('with broken lines is none', () => {
    const folder = folderWith({ 'debrief.yaml': SETTINGS, 'a.md': document('INC-7'), 'b.md': document('INC-7') });
    const env = { XDG_CACHE_HOME: path.join(folder, '.cache') };
    const found = check(folder, ['.'], env);
    expect(found).toHaveLength(2);
    const [name = ''] = fs.readdirSync(path.join(folder, '.cache/debrief'));
    const file = path.join(folder, '.cache/debrief', name);
    const content = fs.readFileSync(file, 'utf8');
    for (const broken of [content.replaceAll('{"own"', '{"old"'), content.replaceAll('"references"', '"x"')]) {
      expect(broken).not.toBe(content);
      fs.writeFileSync(file, broken);
      expect(check(folder, ['.'], env)).toEqual(found);
    }
  });
});

test('workers and one thread say the same', () => {
  const files = Array.from({ length: 1_600 }, (_, index) => {
    const id = `INC-2026-${String(Math.trunc(index / 2) + 1).padStart(4, '0')}`;
    return [`d/${String(index).padStart(4, '0')}.md`, document(id, `INC-2026-${index % 2 === 0 ? '0001' : '9999'}`)];
  });
  const folder = folderWith({ 'debrief.yaml': SETTINGS, ...Object.fromEntries(files) });
  const found = check(folder, ['d']);
  expect(found).toHaveLength(1_600 + 800);
  expect(check(folder, ['d/0006.md', 'd/0007.md'])).toEqual(
    found.filter((line) => /d\/000[67]\.md/.test(line.split(' ')[0] ?? '')),
  );
});
