import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exportFolder } from '../src/exchange/export-files.ts';
import { exportPath } from '../src/exchange/export-path.ts';
import { folderSource } from '../src/exchange/folder-source.ts';
import { importFiles } from '../src/exchange/import-files.ts';
import { linkedPaths } from '../src/exchange/linked-paths.ts';
import { pathFault } from '../src/exchange/path-fault.ts';
import { utf8Text } from '../src/exchange/utf8-text.ts';
import { createApp } from '../src/http/create-app.ts';
import { createPostmortem } from '../src/postmortem/create-postmortem.ts';
import type { Store } from '../src/store/store.ts';
import { archiveOf, contentOf, scratchFolder } from './with-archive.ts';
import { addPerson, contextOf, openStore, storeKinds } from './with-store.ts';

const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
const KITE = '# Kite feed stood still\r\n\r\n![Load](img/load.png) ![Map](../map.svg)\r\n';

async function importFolder(store: Store, folder: string) {
  return importFiles(contextOf(store), await folderSource(folder));
}

async function exported(store: Store) {
  using target = scratchFolder();
  await exportFolder(contextOf(store), target.folder);
  return contentOf(target.folder);
}

function appOn(store: Store) {
  const { actor: _, ...surroundings } = contextOf(store);
  return createApp({ ...surroundings, report: (error) => expect.fail(String(error)) });
}

describe.each(storeKinds)('in and out on %s', (kind) => {
  test('a folder comes back byte for byte, and again from where it was put', async () => {
    using folder = scratchFolder();
    folder.write('2026/kite.md', KITE);
    folder.write('2026/img/load.png', PNG);
    folder.write('map.svg', SVG);
    folder.write('loose.log', 'nobody links to it');
    folder.write('twin.md', '\u{FEFF}# Same\n');
    folder.write('other/twin.md', '\u{FEFF}# Same\n');
    folder.write('debrief.yaml', '# ours\nseverity:\n  scale: sev\n');
    const before = contentOf(folder.folder);

    await using opened = await openStore(kind);
    const { counts } = await importFolder(opened.store, folder.folder);
    expect(counts).toEqual({ created: 3, same: 0, attached: 3, settings: 1, refused: 0 });
    const first = await exported(opened.store);
    expect(first).toEqual(before);

    const again = await importFolder(opened.store, folder.folder);
    expect(again.counts).toEqual({ created: 0, same: 7, attached: 0, settings: 0, refused: 0 });

    await using second = await openStore(kind === 'sqlite' ? 'postgres' : 'sqlite');
    using between = scratchFolder();
    await exportFolder(contextOf(opened.store), between.folder);
    await importFolder(second.store, between.folder);
    expect(await exported(second.store)).toEqual(before);
  });

  test('what was kept under names that clash or lead away goes out under good ones, and comes in again', async () => {
    await using opened = await openStore(kind);
    const names = [
      'post-mortem.md',
      'post-mortem.md',
      'POST-MORTEM.md',
      '../../etc/passwd',
      'CON',
      'a/../b',
      'debrief.yaml',
      '',
      'SEV1: x',
      '/.hidden',
    ];
    for (const [index, fileName] of names.entries())
      await createPostmortem(contextOf(opened.store), { text: `# ${index}\n`, fileName, reason: 'Test' });
    const first = await exported(opened.store);
    expect(Object.keys(first)).toHaveLength(names.length);
    for (const name of Object.keys(first)) expect(pathFault(name)).toBeNull();

    await using second = await openStore(kind);
    using between = scratchFolder();
    await exportFolder(contextOf(opened.store), between.folder);
    const { counts } = await importFolder(second.store, between.folder);
    expect(counts).toMatchObject({ created: names.length, refused: 0 });
    expect(await exported(second.store)).toEqual(first);
  });

  test('each file that is not taken says why, and keeps no other one out', async () => {
    using folder = scratchFolder();
    folder.write('good.md', '# Good\n');
    folder.write('latin.md', Buffer.from([0x61, 0x62, 0xe9, 0x0a]));
    folder.write('zero.md', 'a\0b');
    folder.write('key.md', `# Key\n\n${['AKIA', 'Q3ZT5W7RXB2M4N6P'].join('')}\n`);
    await using opened = await openStore(kind);
    const { files, counts } = await importFolder(opened.store, folder.folder);
    expect(counts).toMatchObject({ created: 1, refused: 3 });
    const reasons = Object.fromEntries(files.map(({ path, reason }) => [path, reason]));
    expect(reasons['latin.md']).toContain('byte 2');
    expect(reasons['zero.md']).toContain('NUL');
    expect(reasons['key.md']).not.toContain('AKIA');
  });

  test('through HTTP: an archive in, everything out, and files that run nothing', async () => {
    await using opened = await openStore(kind);
    const app = appOn(opened.store);
    const { token } = await addPerson(opened.store, { name: 'Kim', role: 'admin' });
    const viewer = await addPerson(opened.store, { name: 'Sam', role: 'viewer' });
    const authorization = `Bearer ${token}`;
    const body = archiveOf([
      { name: 'kite.md', content: '![a](a.png) ![b](b.svg) ![c](<c "x.gif>)' },
      { name: 'a.png', content: PNG },
      { name: 'b.svg', content: SVG },
    ]);
    const send = (headers: Record<string, string>, sent: Uint8Array = body) =>
      app.request('/api/v1/imports', { method: 'POST', body: sent as Uint8Array<ArrayBuffer>, headers });
    const headers = { authorization, 'content-type': 'application/zip' };
    const answer = await send(headers);
    expect(answer.status).toBe(200);
    const report = (await answer.json()) as { files: { path: string; id: string }[]; counts: unknown };
    expect(report.counts).toMatchObject({ created: 1, attached: 2 });
    expect((await send({ ...headers, authorization: `Bearer ${viewer.token}` })).status).toBe(403);
    expect((await send({ authorization, 'content-type': 'text/plain' })).status).toBe(415);
    expect((await send(headers, Buffer.from('no archive'))).status).toBe(400);

    const id = report.files.find(({ path }) => path === 'kite.md')?.id ?? '';
    const list = await app.request(`/api/v1/postmortems/${id}/attachments`, { headers: { authorization } });
    const { attachments } = (await list.json()) as { attachments: { path: string; url: string }[] };
    const shown = await Promise.all(
      attachments.map(async ({ url }) => app.request(url, { headers: { authorization } })),
    );
    expect(shown.map((each) => each.headers.get('content-type'))).toEqual(['image/png', 'application/octet-stream']);
    expect(shown.map((each) => each.headers.get('content-disposition')?.split(';')[0])).toEqual([
      'inline',
      'attachment',
    ]);
    for (const each of shown) {
      expect(each.headers.get('x-content-type-options')).toBe('nosniff');
      expect(each.headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/);
    }
    expect(Buffer.from(await (shown[0] as Response).arrayBuffer())).toEqual(PNG);
    const same = await app.request(attachments[0]?.url ?? '', {
      headers: { authorization, 'if-none-match': shown[0]?.headers.get('etag') ?? '' },
    });
    expect(same.status).toBe(304);
    const unknown = `/api/v1/postmortems/${id}/attachments/${'0'.repeat(64)}`;
    expect((await app.request(unknown, { headers: { authorization } })).status).toBe(404);
    expect((await app.request(attachments[0]?.url ?? '')).status).toBe(401);

    const out = await app.request('/api/v1/export', { headers: { authorization: `Bearer ${viewer.token}` } });
    expect(out.status).toBe(200);
    const archive = Buffer.from(await out.arrayBuffer());
    expect((await send(headers, archive)).status).toBe(200);
    const again = await app.request('/api/v1/export', { headers: { authorization } });
    expect(Buffer.from(await again.arrayBuffer())).toEqual(archive);
    const history = '/api/v1/export?history=true';
    expect((await app.request(history, { headers: { authorization: `Bearer ${viewer.token}` } })).status).toBe(403);
    const all = await app.request(history, { headers: { authorization } });
    expect(Buffer.from(await all.arrayBuffer()).includes('.debrief/audit.jsonl')).toBe(true);
  });

  test('an import that is larger than it may be is refused while it comes', async () => {
    await using opened = await openStore(kind);
    const { actor: _, ...surroundings } = contextOf(opened.store);
    const { nowhere } = await import('../src/operation/operation.ts');
    const operation = { ...nowhere, largestImport: 5_000, largestRequest: 1_000 };
    const app = createApp({ ...surroundings, operation, report: (error) => expect.fail(String(error)) });
    const { token } = await addPerson(opened.store, { name: 'Kim', role: 'editor' });
    const post = (path: string, type: string, bytes: number) =>
      app.request(path, {
        method: 'POST',
        body: Buffer.alloc(bytes),
        headers: { authorization: `Bearer ${token}`, 'content-type': type },
      });
    expect((await post('/api/v1/imports', 'application/zip', 5_001)).status).toBe(413);
    expect((await post('/api/v1/imports', 'application/zip', 4_000)).status).toBe(400);
    const refused = await post('/api/v1/postmortems', 'application/json', 1_001);
    expect(refused.status).toBe(413);
    expect(refused.headers.get('content-type')).toBe('application/problem+json');
  });
});

test('a path that goes out is a good one, whatever was kept', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: fc.constantFrom('.', '/', '\\', 'a', ' ', ':', 'CON') }),
      ),
      (name) => {
        const path = exportPath(name);
        expect(pathFault(path)).toBeNull();
        expect(exportPath(path)).toBe(path);
        expect(path).toMatch(/\.(md|markdown)$/i);
      },
    ),
  );
});

test('bytes are a text that has them, or the first of them that is none is named', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      const read = utf8Text(bytes);
      const isText = 'text' in read;
      const kept = Buffer.from(isText ? read.text : Buffer.from(bytes.subarray(0, read.offset)).toString());
      expect(kept).toEqual(Buffer.from(isText ? bytes : bytes.subarray(0, read.offset)));
    }),
  );
  expect(utf8Text(Buffer.from('a\u{FFFD}b'))).toEqual({ text: 'a\u{FFFD}b' });
  expect(utf8Text(Buffer.from([0xef, 0xbf, 0xbd, 0xff]))).toEqual({ offset: 3 });
});

test('links are found as people write them', () => {
  const text =
    '![a](a.png "Title") [b](<b c.png>) [c](c%20d.png#x)\n[ref]: ../e.png\n<img src="f.png">[g](https://x.test/g.png)';
  expect([...linkedPaths(text, 'in/kite.md')].toSorted()).toEqual(
    ['e.png', 'in/a.png', 'in/b c.png', 'in/c d.png', 'in/c%20d.png', 'in/f.png'].toSorted(),
  );
  const start = performance.now();
  linkedPaths('](<'.repeat(300_000), 'kite.md');
  linkedPaths(`[${'['.repeat(300_000)}`, 'kite.md');
  expect(performance.now() - start).toBeLessThan(5_000);
});
