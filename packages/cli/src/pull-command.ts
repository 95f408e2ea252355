import fs from 'node:fs';
import path from 'node:path';
import type { Client } from '@debrief/api';
import { exactText } from './exact-text.ts';
import { localName, sameName } from './local-name.ts';
import { parsedArguments } from './parsed-arguments.ts';
import { hashOf, readPulled, rememberPulled } from './pulled-state.ts';
import { neededServer, serverOptions, withServer } from './server-access.ts';
import type { Terminal } from './terminal.ts';
import { writeWhole } from './write-whole.ts';
import { WrongUse } from './wrong-use.ts';

interface Kept {
  readonly id: string;
  readonly fileName: string;
  readonly revision: number;
  readonly text: string;
}

/** `debrief pull ID|--all [FOLDER]`: writes what a server keeps into files. Work that was not sent yet is never lost. */
export async function pullCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parsedArguments(args, { ...serverOptions, all: { type: 'boolean' } });
  const isAll = values.all === true;
  const [id, folder = '.', more]: readonly (string | null | undefined)[] = isAll ? [null, ...positionals] : positionals;
  if (id === undefined) throw new WrongUse('name the id of a post-mortem, or --all; debrief list shows them.');
  if (more !== undefined || folder === null) throw new WrongUse('name one folder at most.');
  const access = neededServer(values, terminal);
  const target = path.resolve(terminal.cwd(), folder);
  fs.mkdirSync(target, { recursive: true });
  let apart = 0;
  await withServer(access, async (client) => {
    for await (const each of id === null ? allIds(client) : [id]) {
      const kept = await client.getPostmortem({ params: { id: each }, query: { revision: 'newest' } });
      if (!pullOne(kept, target, access.url, terminal)) apart += 1;
    }
  });
  return apart > 0 ? 1 : 0;
}

async function* allIds(client: Client): AsyncGenerator<string> {
  let cursor: string | null = null;
  do {
    const page: { items: { id: string }[]; next: string | null } = await client.searchPostmortems({
      query: { limit: 100, ...(cursor !== null && { cursor }) },
    });
    for (const { id } of page.items) yield id;
    cursor = page.next;
  } while (cursor !== null);
}

/** False where the file holds other words, which were left; those of the server stand beside them. */
function pullOne(kept: Kept, folder: string, server: string, { stderr, stdout }: Terminal): boolean {
  const { files } = readPulled(folder, server);
  const known = Object.entries(files).find(([, { id }]) => id === kept.id);
  const name = known?.[0] ?? localName(kept, namesIn(folder, Object.keys(files)));
  const file = path.join(folder, name);
  const pulled = { id: kept.id, revision: kept.revision, hash: hashOf(kept.text) };
  const before = known === undefined ? null : known[1].hash;
  const now = textOf(file);
  if (now !== null && hashOf(now) !== before && hashOf(now) !== pulled.hash) {
    const theirs = `${file}.theirs`;
    write(theirs, kept.text);
    stderr.write(
      `debrief pull: ${name} holds words that were not sent, so it was left. What the server says is in ${name}.theirs; send yours with: debrief push ${name}\n`,
    );
    return false;
  }
  if (now === null || hashOf(now) !== pulled.hash) write(file, kept.text);
  rememberPulled(folder, server, name, pulled);
  stdout.write(`${name}\n`);
  return true;
}

/** What is there already counts as taken, whoever put it there. */
function namesIn(folder: string, pulled: readonly string[]): ReadonlySet<string> {
  return new Set([...fs.readdirSync(folder), ...pulled].map(sameName));
}

/** Null where there is no file. What cannot be read as text is not ours to write over. */
function textOf(file: string): string | null {
  const stat = fs.lstatSync(file, { throwIfNoEntry: false });
  if (stat === undefined) return null;
  if (!stat.isFile()) throw new WrongUse(`${file} is no plain file, so nothing was written there. Move it away.`);
  const loaded = exactText(file);
  if (loaded.problem !== undefined) throw new WrongUse(`${file}: ${loaded.problem}`);
  return loaded.text;
}

function write(file: string, text: string): void {
  const written = writeWhole(file, text, { replace: true });
  if (written.state === 'refused') throw new WrongUse(`${file}: ${written.message}`);
}
