import type { Permission } from './policy.ts';

export const insightPolicy = {
  read: { roles: ['admin', 'editor', 'viewer'], scope: 'read' },
} as const satisfies Readonly<Record<string, Permission>>;
