import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderSource } from '../src/exchange/folder-source.ts';
import { importLimits } from '../src/exchange/import-source.ts';
import { zipSource } from '../src/exchange/zip-source.ts';
import { archiveOf, type ArchiveEntry, scratchFolder } from './with-archive.ts';

async function offered(entries: readonly ArchiveEntry[] | Buffer, limits = importLimits) {
  using scratch = scratchFolder();
  const bytes = Buffer.isBuffer(entries) ? entries : archiveOf(entries);
  const source = await zipSource(scratch.write('import.zip', bytes), limits);
  try {
    const read = await Promise.all(
      source.files.map(async (file) => {
        try {
          return { path: file.path, text: Buffer.from(await file.read()).toString() };
        } catch (error) {
          return { path: file.path, refused: (error as Error).message };
        }
      }),
    );
    return { read, refused: source.refused.map(({ path: name, reason }) => [name, reason]) };
  } finally {
    await source.close();
  }
}

describe('S12: an archive is measured before it is unpacked', () => {
  test('good files are offered, in order, byte for byte', async () => {
    const { read, refused } = await offered([
      { name: 'b/kite.md', content: '# Kite\r\n' },
      { name: 'b/', content: '' },
      { name: 'a.md', content: '\u{FEFF}# Ä' },
    ]);
    expect(read).toEqual([
      { path: 'a.md', text: '\u{FEFF}# Ä' },
      { path: 'b/kite.md', text: '# Kite\r\n' },
    ]);
    expect(refused).toEqual([]);
  });

  test('one that packs too well is refused whole', async () => {
    const bomb = archiveOf([{ name: 'bomb.md', content: Buffer.alloc(20_000_000) }]);
    expect(bomb.length).toBeLessThan(30_000);
    await expect(offered(bomb)).rejects.toMatchObject({ code: 'too-large' });
  });

  test('one that says less than it unpacks to is found out while it is read', async () => {
    const { read } = await offered([
      { name: 'short.md', content: Buffer.alloc(500_000, 'x'), lies: { size: 100 } },
      { name: 'long.md', content: 'x', lies: { size: 500 } },
      { name: 'damaged.md', content: 'x', lies: { crc: 7 } },
    ]);
    for (const each of read) expect(each.refused).toBeTypeOf('string');
  });

  test('files that share their bytes are refused whole', async () => {
    const overlapping = [
      { name: 'a.md', content: 'the kernel of it' },
      { name: 'b.md', content: 'the kernel of it', lies: { offset: 0 } },
    ];
    await expect(offered(overlapping)).rejects.toMatchObject({ code: 'invalid-request' });
  });

  test('a size by zip64 counts as what it says', async () => {
    await expect(offered([{ name: 'a.md', content: 'x', zip64: 2n ** 40n }])).rejects.toMatchObject({
      code: 'too-large',
    });
    await expect(offered([{ name: 'a.md', content: 'x', zip64: 2n ** 63n }])).rejects.toHaveProperty('code');
    const { read } = await offered([{ name: 'a.md', content: 'x', zip64: 9n }]);
    expect(read[0]?.refused).toBeTypeOf('string');
  });

  test('more files than that, and more bytes than that', async () => {
    const many = Array.from({ length: 30 }, (_, index) => ({ name: `${index}.md`, content: 'x'.repeat(100) }));
    await expect(offered(many, { ...importLimits, entries: 29 })).rejects.toMatchObject({ code: 'too-large' });
    await expect(offered(many, { ...importLimits, totalBytes: 2_999 })).rejects.toMatchObject({ code: 'too-large' });
    const { refused } = await offered(many, { ...importLimits, fileBytes: 99 });
    expect(refused).toHaveLength(30);
  });

  test('sixty thousand files are refused at the first one too many', async () => {
    const many = Array.from({ length: 60_000 }, (_, index) => ({ name: `${index}.md` }));
    const start = performance.now();
    await expect(offered(many)).rejects.toHaveProperty('code');
    expect(performance.now() - start).toBeLessThan(30_000);
  });

  test('what is no archive', async () => {
    const good = archiveOf([{ name: 'a.md', content: '# A' }]);
    for (const bytes of [Buffer.alloc(0), Buffer.from('# A'), good.subarray(0, -5), good.subarray(20)])
      await expect(offered(bytes)).rejects.toMatchObject({ code: 'invalid-request' });
  });
});

describe('S14: a path stays within its folder, on every system', () => {
  test.each([
    '../up.md',
    'a/../../up.md',
    '/etc/passwd.md',
    'C:/kite.md',
    'C:kite.md',
    'a\\..\\up.md',
    '..\\up.md',
    'a//b.md',
    './a.md',
    'CON.md',
    'a/aux',
    'lpt1.tar.md',
    'nul .md',
    'kite.md.',
    'kite.md ',
    'a\u0000.md',
    'a\u202Edm.md',
    '\u001B[2Jkite.md',
    `${'a/'.repeat(21)}kite.md`,
    `${'a'.repeat(300)}.md`,
    '.git/config.md',
    '__MACOSX/kite.md',
  ])('%j is refused', async (name) => {
    const { read, refused } = await offered([
      { name, content: 'x' },
      { name: 'good.md', content: 'x' },
    ]);
    expect(read.map(({ path: each }) => each)).toEqual(['good.md']);
    expect(refused).toHaveLength(1);
  });

  test('links and devices are refused', async () => {
    const { read, refused } = await offered([
      { name: 'link.md', content: '/etc/passwd', mode: 0o120_777 },
      { name: 'pipe.md', content: '', mode: 0o010_644 },
    ]);
    expect(read).toEqual([]);
    expect(refused).toHaveLength(2);
  });

  test('of two paths that are one on some system, the first is taken', async () => {
    const { read, refused } = await offered([
      { name: 'Kite.md', content: '1' },
      { name: 'kite.MD', content: '2' },
      { name: 'Kite.md', content: '3' },
      { name: 'caf\u00E9.md', content: '4' },
      { name: 'cafe\u0301.md', content: '5' },
      { name: 'a.md', content: '6' },
      { name: 'A.md/picture.png', content: '7' },
    ]);
    expect(read).toHaveLength(3);
    expect(refused).toHaveLength(4);
  });

  test('links in a folder are not followed, to files or to folders', async () => {
    using scratch = scratchFolder();
    using outside = scratchFolder();
    outside.write('secret.md', 'secret');
    scratch.write('good.md', 'good');
    fs.symlinkSync(path.join(outside.folder, 'secret.md'), path.join(scratch.folder, 'link.md'));
    fs.symlinkSync(outside.folder, path.join(scratch.folder, 'folder'));
    const { files, refused } = await folderSource(scratch.folder);
    expect(files.map(({ path: name }) => name)).toEqual(['good.md']);
    expect(refused.map(({ path: name }) => name)).toEqual(['folder', 'link.md']);
  });

  test('a file that becomes a link between look and read is not read', async () => {
    using scratch = scratchFolder();
    const file = scratch.write('good.md', 'good');
    const { files } = await folderSource(scratch.folder);
    fs.rmSync(file);
    fs.symlinkSync('/etc/hostname', file);
    await expect(files[0]?.read()).rejects.toThrow(/ELOOP/);
  });
});
