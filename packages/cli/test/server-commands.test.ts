import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { debrief, folderWith } from './command.ts';
import { startTestServer, type TestServer } from './with-server.ts';

const TEXT =
  '# Kite feed stood still\r\n\r\n**Severity:** SEV2\r\n\r\n## Summary\r\n\r\nThe feed stood still.\r\n\r\n' +
  '## Timeline\r\n\r\n- 10:02 feed stops\r\n\r\n## Action items\r\n\r\n- [ ] Add an alert\r\n';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
}, 60_000);

afterAll(async () => {
  await server[Symbol.asyncDispose]();
});

/** Runs a command with the server in its environment. */
function ask(folder: string, ...args: readonly string[]) {
  return debrief(folder, args, '', { DEBRIEF_SERVER: server.url, DEBRIEF_TOKEN: server.token });
}

/** A post-mortem that is kept on the server, pulled into a new folder. */
async function pulled(title: string): Promise<{ readonly id: string; readonly folder: string; readonly file: string }> {
  // While a command runs, nobody here notices that the server has closed an idle connection.
  await new Promise((resolve) => void setTimeout(resolve, 100));
  const answer = await fetch(`${server.url}/api/v1/postmortems`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${server.token}` },
    body: JSON.stringify({ text: TEXT.replace('Kite feed', title), fileName: '../../kite.md' }),
  });
  const { id } = (await answer.json()) as { readonly id: string };
  const folder = folderWith({});
  expect(ask(folder, 'pull', id)).toMatchObject({ status: 0, stdout: 'kite.md\n' });
  return { id, folder, file: path.join(folder, 'kite.md') };
}

function change(file: string, from: string, to: string): void {
  fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace(from, to));
}

test('new keeps a draft there, list and search find it', () => {
  const folder = folderWith({});
  const made = ask(folder, 'new', '--title', 'Mooring light out', '--severity', 'SEV1');
  expect(made.status).toBe(0);
  const id = made.stdout.trim();
  const list = ask(folder, 'list');
  expect(list.stdout).toContain(id);
  expect(list.stdout).toContain('Mooring light out');
  expect(ask(folder, 'search', 'mooring').stdout).toContain(id);
  expect(ask(folder, 'search', 'nowhereatall')).toMatchObject({ status: 0, stdout: '' });
  const found = JSON.parse(ask(folder, 'search', 'mooring', '--format', 'json').stdout) as readonly { id: string }[];
  expect(found.map((each) => each.id)).toEqual([id]);
  expect(ask(folder, 'new', '--output', 'local.md').status).toBe(0);
  expect(fs.existsSync(path.join(folder, 'local.md'))).toBe(true);
});

test('pull, change, push: the bytes stay, the base moves on, and the file stays in its folder', async () => {
  const { folder, file } = await pulled('Dock');
  expect(fs.readdirSync(folder).toSorted()).toEqual(['.debrief', 'kite.md']);
  expect(fs.readFileSync(file, 'utf8')).toBe(TEXT.replace('Kite feed', 'Dock'));
  expect(ask(folder, 'push', 'kite.md').stderr).toContain('nothing was changed');
  change(file, 'SEV2', 'SEV1');
  expect(ask(folder, 'push', 'kite.md')).toMatchObject({ status: 0, stdout: 'kite.md is revision 2\n' });
  change(file, 'stood still.', 'was still.');
  expect(ask(folder, 'push', 'kite.md')).toMatchObject({ status: 0, stdout: 'kite.md is revision 3\n' });
  expect(fs.readFileSync(file, 'utf8')).toContain('was still.\r\n');
});

test('what others changed elsewhere is merged in', async () => {
  const { id, folder, file } = await pulled('Pier');
  expect(ask(folderWith({}), 'edit', id, 'set', 'severity', 'SEV3').stdout).toContain('revision 2');
  change(file, 'The feed stood still.', 'The pier was closed.');
  const push = ask(folder, 'push', 'kite.md');
  expect(push).toMatchObject({ status: 0, stdout: 'kite.md is revision 3\n' });
  expect(push.stderr).toContain('merged');
  expect(fs.readFileSync(file, 'utf8')).toContain('SEV3');
  expect(fs.readFileSync(file, 'utf8')).toContain('The pier was closed.');
});

test('a conflict leaves both texts beside the file, and is solved by hand', async () => {
  const { id, folder, file } = await pulled('Buoy');
  const elsewhere = folderWith({});
  ask(elsewhere, 'pull', id);
  change(path.join(elsewhere, 'kite.md'), 'The feed stood still.', 'The feed halted.');
  expect(ask(elsewhere, 'push', 'kite.md').status).toBe(0);
  change(file, 'The feed stood still.', 'The feed stopped.');
  const mine = fs.readFileSync(file, 'utf8');
  const push = ask(folder, 'push', 'kite.md');
  expect(push.status).toBe(1);
  expect(push.stderr).toContain('--base 2');
  expect(fs.readFileSync(file, 'utf8')).toBe(mine);
  expect(fs.readFileSync(`${file}.yours`, 'utf8')).toBe(mine);
  expect(fs.readFileSync(`${file}.theirs`, 'utf8')).toContain('The feed halted.');
  change(file, 'The feed stopped.', 'The feed halted and stopped.');
  expect(ask(folder, 'push', '--base', '2', 'kite.md')).toMatchObject({ status: 0, stdout: 'kite.md is revision 3\n' });
});

test('pulling again never writes over words that were not sent', async () => {
  const { id, folder, file } = await pulled('Quay');
  change(file, 'SEV2', 'SEV1');
  const mine = fs.readFileSync(file, 'utf8');
  const again = ask(folder, 'pull', id);
  expect(again.status).toBe(1);
  expect(fs.readFileSync(file, 'utf8')).toBe(mine);
  expect(fs.readFileSync(`${file}.theirs`, 'utf8')).toContain('SEV2');
  const own = folderWith({ 'kite.md': 'mine alone\n' });
  expect(ask(own, 'pull', id).status).toBe(0);
  expect(fs.readFileSync(path.join(own, 'kite.md'), 'utf8')).toBe('mine alone\n');
  expect(fs.existsSync(path.join(own, `kite-${id}.md`))).toBe(true);
});

test('all of them at once, each under a name of its own', async () => {
  await pulled('Crane');
  await pulled('Lock');
  const folder = folderWith({});
  expect(ask(folder, 'pull', '--all', 'here').status).toBe(0);
  const names = fs.readdirSync(path.join(folder, 'here')).filter((name) => name.endsWith('.md'));
  expect(names.length).toBeGreaterThanOrEqual(2);
  const state = JSON.parse(fs.readFileSync(path.join(folder, 'here/.debrief'), 'utf8')) as { files: object };
  expect(Object.keys(state.files).toSorted()).toEqual(names.toSorted());
});

test('a file that was pulled follows an edit on the server', async () => {
  const { folder, file } = await pulled('Raft');
  const edit = (...words: readonly string[]) => ask(folder, 'edit', '--server', server.url, 'kite.md', ...words);
  expect(edit('tick', '1')).toMatchObject({ status: 0, stdout: 'kite.md is revision 2\n' });
  expect(fs.readFileSync(file, 'utf8')).toContain('[x] Add an alert');
  change(file, 'SEV2', 'SEV1');
  expect(edit('tick', '1').stderr).toContain('push');
});

test('action items of all', async () => {
  await pulled('Ferry');
  const list = ask(folderWith({}), 'actions', '--format', 'json');
  const found = JSON.parse(list.stdout) as readonly { document: string; state: string }[];
  expect(found.find(({ document }) => document === 'Ferry stood still')).toMatchObject({ state: 'open' });
});

test('wrong use and a server that is not there are told with the next step', () => {
  const folder = folderWith({});
  expect(debrief(folder, ['list']).stderr).toContain('--server');
  expect(debrief(folder, ['list', '--server', 'kite']).stderr).toContain('no address');
  expect(debrief(folder, ['list', '--server', 'http://127.0.0.1:9']).stderr).toContain('did not answer');
  expect(debrief(folder, ['list', '--server', server.url]).stderr).toContain('DEBRIEF_TOKEN');
  expect(ask(folder, 'pull', 'aaaaaaaaaaaa')).toMatchObject({ status: 2 });
  expect(ask(folder, 'push', 'kite.md')).toMatchObject({ status: 2 });
});
