import type { Permission } from './policy.ts';

export const personPolicy = {
  list: { roles: ['admin', 'editor', 'viewer'], scope: 'read' },
  /** Emails are for those who invite. */
  seeEmails: { roles: ['admin'], scope: 'admin' },
  change: { roles: ['admin'], scope: 'admin' },
  makeResetLink: { roles: ['admin'], scope: 'admin' },
} as const satisfies Readonly<Record<string, Permission>>;
