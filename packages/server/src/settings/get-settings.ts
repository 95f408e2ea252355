import { readSettings } from '@debrief/core/workspace';
import type { Kysely } from 'kysely';
import type { Context } from '../context.ts';
import { sha256 } from '../hash.ts';
import { authorize } from '../policies/policy.ts';
import { settingsPolicy } from '../policies/settings.ts';
import type { Tables } from '../store/tables.ts';

/** The text of `debrief.yaml` that counts, and what is wrong in it. */
export interface SettingsAt {
  readonly text: string;
  readonly hash: string;
  readonly at: string | null;
  readonly messages: readonly { readonly line: number; readonly message: string }[];
}

/** @throws Problem `not-allowed` */
export async function getSettings({ store, actor }: Pick<Context, 'store' | 'actor'>): Promise<SettingsAt> {
  authorize(actor, settingsPolicy.read);
  return settingsIn(store.read);
}

export async function settingsIn(database: Kysely<Tables>): Promise<SettingsAt> {
  const newest = await database
    .selectFrom('settings')
    .select(['text', 'at'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  const text = newest?.text ?? '';
  const messages = text === '' ? [] : readSettings(text).messages.map(({ line, message }) => ({ line, message }));
  return { text, hash: sha256(text), at: newest?.at ?? null, messages };
}
