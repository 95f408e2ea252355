import type { Permission } from './policy.ts';

export const auditPolicy = {
  read: { roles: ['admin'], scope: 'admin' },
} as const satisfies Readonly<Record<string, Permission>>;
