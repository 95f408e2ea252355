import type { Permission } from './policy.ts';

export const settingsPolicy = {
  read: { roles: ['admin', 'editor', 'viewer'], scope: 'read' },
  change: { roles: ['admin'], scope: 'admin' },
} as const satisfies Readonly<Record<string, Permission>>;
