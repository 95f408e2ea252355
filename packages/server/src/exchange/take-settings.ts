import { readSettings } from '@debrief/core/workspace';
import { appendAudit } from '../audit/append-audit.ts';
import type { Context } from '../context.ts';
import { sha256 } from '../hash.ts';
import { authorize } from '../policies/policy.ts';
import { exchangePolicy } from '../policies/exchange.ts';
import { Problem } from '../problem.ts';
import type { ImportFile, ImportLine } from './import-source.ts';
import { utf8Text } from './utf8-text.ts';

export const SETTINGS_FILE = 'debrief.yaml';

/**
 * Takes the settings of a team that has none here yet.
 *
 * @throws Problem `not-allowed`, `invalid-request`, `not-in-this-state` where there are other settings
 */
export async function takeSettings({ store, actor, now }: Context, file: ImportFile): Promise<ImportLine> {
  authorize(actor, exchangePolicy.importSettings);
  const read = utf8Text(await file.read());
  if ('offset' in read)
    throw new Problem('invalid-request', `It is not UTF-8: look at byte ${read.offset}. Save it as UTF-8.`);
  const { text } = read;
  if (text.includes('\0')) throw new Problem('invalid-request', 'It holds a NUL. Take it out.');
  const { messages } = readSettings(text);
  const hash = sha256(text);
  const at = now().toISOString();
  const isNew = await store.write(async (transaction) => {
    const newest = await transaction
      .selectFrom('settings')
      .select('hash')
      .orderBy('number', 'desc')
      .limit(1)
      .executeTakeFirst();
    if (newest?.hash === hash) return false;
    if (newest !== undefined)
      throw new Problem('not-in-this-state', 'There are settings here already. Change those, or leave this file out.');
    const person = actor.kind === 'person' ? actor.id : null;
    await transaction.insertInto('settings').values({ text, hash, at, person }).execute();
    await appendAudit(transaction, {
      at,
      actor: actor.id,
      action: 'settings.change',
      subject: 'workspace',
      detail: { hash },
    });
    return true;
  });
  const [message] = messages;
  const reason =
    message === undefined ? null : `${messages.length} of its lines are not understood: ${message.message}`;
  return { path: file.path, outcome: isNew ? 'settings' : 'same', id: null, reason };
}
