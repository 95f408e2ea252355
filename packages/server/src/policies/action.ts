import type { Permission } from './policy.ts';

export const actionPolicy = {
  list: { roles: ['admin', 'editor', 'viewer'], scope: 'read' },
  change: { roles: ['admin', 'editor'], scope: 'write' },
} as const satisfies Readonly<Record<string, Permission>>;
