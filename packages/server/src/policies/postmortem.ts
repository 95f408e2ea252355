import type { Permission } from './policy.ts';

export const postmortemPolicy = {
  list: { roles: ['admin', 'editor', 'viewer'], scope: 'read' },
  read: { roles: ['admin', 'editor', 'viewer'], scope: 'read' },
  create: { roles: ['admin', 'editor'], scope: 'write' },
  change: { roles: ['admin', 'editor'], scope: 'write' },
} as const satisfies Readonly<Record<string, Permission>>;
