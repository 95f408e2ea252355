import path from 'node:path';
import { read } from '@debrief/core/read';
import { changeOf, type EditValues } from './edit-change.ts';
import { exactText } from './exact-text.ts';
import { hashOf, pulledFolder, readPulled, rememberPulled } from './pulled-state.ts';
import { type ServerAccess, withServer } from './server-access.ts';
import type { Terminal } from './terminal.ts';
import { writeWhole } from './write-whole.ts';
import { WrongUse } from './wrong-use.ts';

interface Asked {
  readonly access: ServerAccess;
  /** An id, or a file that was pulled. */
  readonly which: string;
  readonly words: readonly string[];
  readonly values: EditValues;
}

/** One typed change to a post-mortem on a server; a file that was pulled follows. */
export async function editThere({ access, which, words, values }: Asked, terminal: Terminal): Promise<number> {
  const local = localFile(which, access, terminal);
  const params = { id: local?.id ?? which };
  return withServer(access, async (client) => {
    const { text, revision, fileName } = await client.getPostmortem({ params, query: { revision: 'newest' } });
    const change = changeOf(words, values, read(text, { fileName }));
    // Core's types are readonly, and those of the wire are not.
    const edit = { kind: 'change' as const, change: structuredClone(change) as never };
    const done = await client.changePostmortem({ params, json: { base: revision, edit, reason: 'Edited' } });
    if (done.revision === revision) terminal.stderr.write(`${which}: it says so already; nothing was changed.\n`);
    else terminal.stdout.write(`${which} is revision ${done.revision}\n`);
    if (local !== null) {
      const written = writeWhole(local.file, done.text, { replace: true });
      if (written.state === 'refused') throw new WrongUse(`${which}: ${written.message}`);
      rememberPulled(local.folder, access.url, local.name, {
        id: local.id,
        revision: done.revision,
        hash: done.textHash,
      });
    }
    return 0;
  });
}

/** Null for an id. A file with words that were not sent is left alone, and said so. */
function localFile(which: string, { url }: ServerAccess, { cwd }: Terminal) {
  const file = path.resolve(cwd(), which);
  const folder = pulledFolder(file);
  const name = folder === null ? null : path.relative(folder, file);
  const known = folder === null || name === null ? undefined : readPulled(folder, url).files[name];
  if (folder === null || name === null || known === undefined) return null;
  const loaded = exactText(file);
  if (loaded.problem === undefined && hashOf(loaded.text) !== known.hash)
    throw new WrongUse(`${which} holds words that were not sent. Send them first: debrief push ${which}`);
  return { file, folder, name, id: known.id };
}
