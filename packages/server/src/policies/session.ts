import type { Permission } from './policy.ts';

/** One's own sessions and password. A token reaches them only if it may do all. */
export const sessionPolicy = {
  read: { roles: ['admin', 'editor', 'viewer'], scope: 'read' },
  list: { roles: ['admin', 'editor', 'viewer'], scope: 'admin' },
  revoke: { roles: ['admin', 'editor', 'viewer'], scope: 'admin' },
  changePassword: { roles: ['admin', 'editor', 'viewer'], scope: 'admin' },
} as const satisfies Readonly<Record<string, Permission>>;
