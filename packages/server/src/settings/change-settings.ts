import { readSettings, type SettingsMessage } from '@debrief/core/workspace';
import { appendAudit } from '../audit/append-audit.ts';
import type { Context } from '../context.ts';
import { sha256 } from '../hash.ts';
import { tell } from '../outbox/tell.ts';
import { authorize } from '../policies/policy.ts';
import { settingsPolicy } from '../policies/settings.ts';
import { Problem } from '../problem.ts';

const LONGEST = 1_000_000;

/** The settings of the team as they are kept, with the number by which a change says what it has seen. */
export interface SettingsText {
  readonly number: number;
  readonly text: string;
  readonly messages: readonly SettingsMessage[];
}

/** @throws Problem `not-allowed` */
export async function getSettings({ store, actor }: Pick<Context, 'store' | 'actor'>): Promise<SettingsText> {
  authorize(actor, settingsPolicy.read);
  const newest = await store.read
    .selectFrom('settings')
    .select(['number', 'text'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  const text = newest?.text ?? '';
  return { number: newest?.number ?? 0, text, messages: readSettings(text).messages };
}

/**
 * Keeps another text of `debrief.yaml`, with whatever faults it has: what cannot be read keeps its default, and the
 * messages say so.
 *
 * @param input `base` is the number that the writer saw
 * @throws Problem `stale` where somebody else has changed them, `too-large`, `not-allowed`
 */
export async function changeSettings(
  { store, actor, now, newId }: Context,
  { text, base }: { readonly text: string; readonly base: number },
): Promise<void> {
  authorize(actor, settingsPolicy.change);
  if (text.length > LONGEST) throw new Problem('too-large', `Settings have at most ${LONGEST} characters.`);
  if (text.includes('\0')) throw new Problem('invalid-request', 'The settings hold a NUL. Take it out.');
  const at = now().toISOString();
  const hash = sha256(text);
  await store.write(async (transaction) => {
    const newest = await transaction
      .selectFrom('settings')
      .select(['number', 'hash'])
      .orderBy('number', 'desc')
      .limit(1)
      .executeTakeFirst();
    if ((newest?.number ?? 0) !== base)
      throw new Problem('stale', 'Somebody else has changed the settings meanwhile. Look at theirs, then save yours.');
    if (newest?.hash === hash) return;
    const person = actor.kind === 'person' ? actor.id : null;
    await transaction.insertInto('settings').values({ text, hash, at, person }).execute();
    await appendAudit(transaction, {
      at,
      actor: actor.id,
      action: 'settings.change',
      subject: 'workspace',
      detail: { hash },
    });
    await tell(transaction, { id: newId(), event: 'settings.changed', payload: { hash }, at });
  });
}
