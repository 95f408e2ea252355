import type { Permission } from './policy.ts';

/** One's own tokens. A token makes and revokes tokens only if it may do all. */
export const tokenPolicy = {
  create: { roles: ['admin', 'editor', 'viewer'], scope: 'admin' },
  list: { roles: ['admin', 'editor', 'viewer'], scope: 'admin' },
  revoke: { roles: ['admin', 'editor', 'viewer'], scope: 'admin' },
  /** Those of others. */
  revokeAny: { roles: ['admin'], scope: 'admin' },
} as const satisfies Readonly<Record<string, Permission>>;
