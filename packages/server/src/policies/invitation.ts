import type { Permission } from './policy.ts';

export const invitationPolicy = {
  create: { roles: ['admin'], scope: 'admin' },
  list: { roles: ['admin'], scope: 'admin' },
  withdraw: { roles: ['admin'], scope: 'admin' },
} as const satisfies Readonly<Record<string, Permission>>;
