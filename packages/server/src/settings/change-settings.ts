import { appendAudit } from '../audit/append-audit.ts';
import type { Context } from '../context.ts';
import { sha256 } from '../hash.ts';
import { tell } from '../outbox/tell.ts';
import { authorize } from '../policies/policy.ts';
import { settingsPolicy } from '../policies/settings.ts';
import { type SettingsAt, settingsIn } from './get-settings.ts';

export interface SettingsChange {
  readonly text: string;
  /** Says no where the settings have changed since they were seen. */
  readonly precondition?: ((settings: SettingsAt) => void) | undefined;
}

/**
 * Keeps another text of `debrief.yaml`. What is wrong in it is answered, and leaves the defaults in force.
 *
 * @throws Problem `not-allowed`
 */
export async function changeSettings(
  { store, actor, now, newId }: Context,
  { text, precondition }: SettingsChange,
): Promise<SettingsAt> {
  authorize(actor, settingsPolicy.change);
  const at = now().toISOString();
  const hash = sha256(text);
  return store.write(async (transaction) => {
    const before = await settingsIn(transaction);
    precondition?.(before);
    if (before.text === text) return before;
    const person = actor.kind === 'person' ? actor.id : null;
    await transaction.insertInto('settings').values({ text, hash, at, person }).execute();
    await appendAudit(transaction, {
      at,
      actor: actor.id,
      action: 'settings.change',
      subject: 'debrief.yaml',
      detail: { hash, before: before.hash },
    });
    await tell(transaction, { id: newId(), event: 'settings.changed', payload: { hash }, at });
    return settingsIn(transaction);
  });
}
