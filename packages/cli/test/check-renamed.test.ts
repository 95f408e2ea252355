import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Counts, renamedDocuments } from '../src/renamed-documents.ts';
import { debrief, folderWith } from './command.ts';

const NOW = ['--now', '2026-04-01T12:00Z', '--no-cache'];

function document(name: string): string {
  return `# ${name} down

**Severity:** SEV2
**Date:** 2026-03-01

## Root cause

The engineer failed to notice the full queue of ${name}.

## Action items

- [ ] Cap the queue of ${name} (@ana, due 2026-02-15)
`;
}

function known(folder: string, paths: readonly string[] = ['a']) {
  const { status, stdout, stderr } = debrief(folder, ['check', ...paths, '--baseline', 'known.json', ...NOW]);
  return { status, stdout, stderr, lines: stdout.split('\n').filter((line) => /^ {2}\d+:\d+ /.test(line)) };
}

function withBaseline(files: Readonly<Record<string, string>>): string {
  const folder = folderWith(files);
  debrief(folder, ['check', 'a', '--baseline', 'known.json', '--update-baseline', ...NOW]);
  expect(known(folder).stdout).toBe('');
  return folder;
}

describe('a document that was renamed', () => {
  test('is asked nothing anew, alone and together with its folder', () => {
    const folder = withBaseline({ 'a/kite.md': document('Kites'), 'a/lift.md': document('Lifts') });
    fs.renameSync(path.join(folder, 'a/kite.md'), path.join(folder, 'a/2026-kite.md'));
    expect(known(folder)).toMatchObject({ status: 0, stdout: '' });
    fs.renameSync(path.join(folder, 'a'), path.join(folder, 'archive'));
    expect(known(folder, ['archive'])).toMatchObject({ status: 0, stdout: '' });
  });

  test('is asked what is new in it', () => {
    const folder = withBaseline({ 'a/kite.md': document('Kites') });
    fs.rmSync(path.join(folder, 'a/kite.md'));
    const more = '- [ ] Page on a full disk (@ana, due 2026-02-14)\n';
    fs.writeFileSync(path.join(folder, 'a/kites.md'), document('Kites') + more);
    const { stdout } = known(folder);
    expect(stdout).toContain('2026-02-14');
    expect(stdout).not.toContain('2026-02-15');
  });

  test('is not mistaken for one that is still there', () => {
    const folder = withBaseline({ 'a/kite.md': document('Kites') });
    fs.copyFileSync(path.join(folder, 'a/kite.md'), path.join(folder, 'a/copy.md'));
    expect(known(folder).stdout).toContain('a/copy.md');
  });

  test('lends what was known of it to one document only', () => {
    const folder = withBaseline({ 'a/kite.md': document('Kites') });
    fs.rmSync(path.join(folder, 'a/kite.md'));
    for (const name of ['b.md', 'c.md']) fs.writeFileSync(path.join(folder, 'a', name), document('Kites'));
    const { stdout } = known(folder);
    expect(stdout).not.toContain('a/b.md');
    expect(stdout).toContain('a/c.md');
  });
});

/** One finding of its own, twice, and some that every document has. */
function countsOf(name: string): Counts {
  return { [`rule ${name}`]: 2, 'rule of all': 1, 'another of all': 1 };
}

function one(counts: Counts): ReadonlyMap<string, Counts> {
  return new Map([['old/a.md', counts]]);
}

describe('which document it was', () => {
  test('a few findings in common with a long list are not enough', () => {
    expect(renamedDocuments(one({ x: 1, y: 9 }))('b.md', { x: 1, z: 9 })).toEqual({});
    expect(renamedDocuments(one({ x: 5, y: 5 }))('b.md', { x: 5, z: 50 })).toEqual({ x: 5, y: 5 });
  });

  test('the name counts before the number of findings', () => {
    const gone = new Map<string, Counts>([
      ['old/other.md', { x: 3, y: 3 }],
      ['old/kite.md', { x: 3 }],
    ]);
    expect(renamedDocuments(gone)('new/kite.md', { x: 3, y: 3 })).toEqual({ x: 3 });
    expect(renamedDocuments(gone)('new/lift.md', { x: 3, y: 3 })).toEqual({ x: 3, y: 3 });
  });

  test('a name that is asked again gets the same answer', () => {
    const ask = renamedDocuments(one({ x: 1 }));
    expect(ask('b.md', { x: 1 })).toEqual({ x: 1 });
    expect(ask('b.md', { x: 1, y: 1 })).toEqual({ x: 1 });
    expect(ask('c.md', { x: 1 })).toEqual({});
  });

  test('law: documents whose findings are their own are all known again under other names', () => {
    const documents = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(documents, (names) => {
        const ask = renamedDocuments(new Map(names.map((name) => [`old/${name}`, countsOf(name)])));
        for (const name of names.toReversed()) expect(ask(`new/~${name}`, countsOf(name))).toEqual(countsOf(name));
      }),
    );
  });

  test('ten thousand that moved are known again in no time', () => {
    const names = Array.from({ length: 10_000 }, (_, index) => `${index}.md`);
    const ask = renamedDocuments(new Map(names.map((name) => [`old/${name}`, countsOf(name)])));
    const start = performance.now();
    for (const name of names) expect(ask(`new/~${name}`, countsOf(name))[`rule ${name}`]).toBe(2);
    expect(performance.now() - start).toBeLessThan(3_000);
  });
});
