import crypto from 'node:crypto';
import type { Store } from '../src/store/store.ts';

/** Puts an editor into the store and answers with a token of theirs. */
export async function addWriter(store: Store, name: string): Promise<string> {
  const id = crypto.randomBytes(15).toString('base64url');
  const token = `debrief_${crypto.randomBytes(24).toString('base64url')}`;
  const at = new Date().toISOString();
  const none = { image: null, deactivatedAt: null };
  await store.write(async (transaction) => {
    await transaction
      .insertInto('people')
      .values({
        id,
        name,
        email: `${id}@example.test`,
        emailVerified: 0,
        role: 'editor',
        createdAt: at,
        updatedAt: at,
        ...none,
      })
      .execute();
    await transaction
      .insertInto('tokens')
      .values({
        id: `${id}-token`,
        hash: crypto.hash('sha256', token),
        person: id,
        name,
        scopes: '["read","write"]',
        createdAt: at,
        expiresAt: null,
        lastUsedAt: null,
        revokedAt: null,
      })
      .execute();
  });
  return token;
}
