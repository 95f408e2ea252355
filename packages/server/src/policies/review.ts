import type { Permission } from './policy.ts';

const WRITERS = ['admin', 'editor'] as const;

export const reviewPolicy = {
  read: { roles: ['admin', 'editor', 'viewer'], scope: 'read' },
  request: { roles: WRITERS, scope: 'write' },
  approve: { roles: WRITERS, scope: 'review' },
  publish: { roles: WRITERS, scope: 'review' },
  archive: { roles: WRITERS, scope: 'review' },
  reopen: { roles: WRITERS, scope: 'review' },
  dismiss: { roles: WRITERS, scope: 'review' },
  merge: { roles: WRITERS, scope: 'review' },
  discard: { roles: WRITERS, scope: 'review' },
} as const satisfies Readonly<Record<string, Permission>>;
