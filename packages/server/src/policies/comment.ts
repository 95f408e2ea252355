import type { Permission } from './policy.ts';

const WRITERS = ['admin', 'editor'] as const;

export const commentPolicy = {
  read: { roles: ['admin', 'editor', 'viewer'], scope: 'read' },
  write: { roles: WRITERS, scope: 'write' },
} as const satisfies Readonly<Record<string, Permission>>;
