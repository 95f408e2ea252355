import path from 'node:path';
import type { Client } from '@debrief/api';
import { exactText } from './exact-text.ts';
import { parsedArguments } from './parsed-arguments.ts';
import { hashOf, type PulledFile, pulledFolder, readPulled, rememberPulled } from './pulled-state.ts';
import { neededServer, type ServerAccess, serverOptions, withServer } from './server-access.ts';
import type { Terminal } from './terminal.ts';
import { writeWhole } from './write-whole.ts';
import { WrongUse } from './wrong-use.ts';

interface Pushed extends PulledFile {
  readonly folder: string;
  /** From the folder. */
  readonly name: string;
  readonly file: string;
  readonly text: string;
}

/**
 * `debrief push FILE…`: sends what was changed in files that were pulled. Others' work is merged in; where both changed
 * the same words, both texts are left beside the file. Answers 1 then.
 */
export async function pushCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parsedArguments(args, {
    ...serverOptions,
    base: { type: 'string' },
    reason: { type: 'string' },
    'accept-secrets': { type: 'boolean' },
  });
  const { base, reason = 'Pushed' } = values;
  if (positionals.length === 0) throw new WrongUse('name the files to send, such as: debrief push kite.md');
  if (base !== undefined && (!/^[1-9]\d{0,8}$/.test(base) || positionals.length > 1))
    throw new WrongUse('--base takes the number of a revision, and goes with one file.');
  const access = neededServer(values, terminal);
  let conflicts = 0;
  for (const name of positionals) {
    const pushed = pushedFile(name, access, terminal);
    const onto = base === undefined ? pushed.revision : Number(base);
    if (base === undefined && hashOf(pushed.text) === pushed.hash) {
      terminal.stderr.write(`${name}: nothing was changed since it was pulled.\n`);
      continue;
    }
    const options = { base: onto, reason, acceptSecrets: values['accept-secrets'] === true };
    if (!(await withServer(access, (client) => send(client, pushed, options, access, terminal)))) conflicts += 1;
  }
  return conflicts > 0 ? 1 : 0;
}

function pushedFile(name: string, { url }: ServerAccess, { cwd }: Terminal): Pushed {
  const file = path.resolve(cwd(), name);
  const folder = pulledFolder(file);
  const known = folder === null ? undefined : readPulled(folder, url).files[path.relative(folder, file)];
  if (folder === null || known === undefined)
    throw new WrongUse(`${name} did not come from this server. Keep it there with: debrief new, or pull it first.`);
  const loaded = exactText(file);
  if (loaded.problem !== undefined) throw new WrongUse(`${name}: ${loaded.problem}`);
  return { ...known, folder, name: path.relative(folder, file), file, text: loaded.text };
}

interface SendOptions {
  readonly base: number;
  readonly reason: string;
  readonly acceptSecrets: boolean;
}

/** False where both changed the same words. */
async function send(
  client: Client,
  pushed: Pushed,
  { base, reason, acceptSecrets }: SendOptions,
  { url }: ServerAccess,
  terminal: Terminal,
): Promise<boolean> {
  const { ApiProblem } = await import('@debrief/api');
  const { id, text, folder, name } = pushed;
  try {
    const edit = { kind: 'text' as const, text, isExact: true };
    const done = await client.changePostmortem({
      params: { id },
      json: { base, edit, reason, acceptSecrets },
      idempotencyKey: `push-${hashOf(`${id} ${base} ${reason} ${acceptSecrets} ${text}`)}`,
    });
    // A file that does not hold the merged words stays at its base: sent again, it takes nothing of others away.
    if (takeBack(pushed, done.text, terminal))
      rememberPulled(folder, url, name, { id, revision: done.revision, hash: done.textHash });
    terminal.stdout.write(
      `${name} is revision ${done.revision}${done.line === 'correction' ? ' of the correction' : ''}\n`,
    );
    return true;
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.code !== 'conflict') throw error;
    const { theirs, revision } = error.answer;
    write(`${pushed.file}.yours`, text);
    write(`${pushed.file}.theirs`, String(theirs));
    terminal.stderr.write(
      `debrief push: ${name}: somebody else changed the same words, so nothing was sent. Your text is in ${name} and ${name}.yours, theirs in ${name}.theirs. Put into ${name} what shall stand, then: debrief push --base ${String(revision)} ${name}\n`,
    );
    return false;
  }
}

/** Puts the merged text into the file; false where that was changed while it was sent, and is left. */
function takeBack({ file, name, text }: Pushed, merged: string, { stderr }: Terminal): boolean {
  if (merged === text) return true;
  const now = exactText(file);
  if (now.problem === undefined && now.text === text) {
    write(file, merged);
    stderr.write(`${name}: what others changed meanwhile was merged into it.\n`);
    return true;
  }
  write(`${file}.theirs`, merged);
  stderr.write(`${name} was changed while it was sent, so it was left. The merged text is in ${name}.theirs\n`);
  return false;
}

function write(file: string, text: string): void {
  const written = writeWhole(file, text, { replace: true });
  if (written.state === 'refused') throw new WrongUse(`${file}: ${written.message}`);
}
