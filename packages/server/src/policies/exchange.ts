import type { Permission } from './policy.ts';

export const exchangePolicy = {
  import: { roles: ['admin', 'editor'], scope: 'write' },
  /** What the team has settled says who approves, so not every editor brings it in. */
  importSettings: { roles: ['admin'], scope: 'admin' },
  export: { roles: ['admin', 'editor', 'viewer'], scope: 'read' },
  /** With every revision, and the audit. */
  exportHistory: { roles: ['admin'], scope: 'admin' },
} as const satisfies Readonly<Record<string, Permission>>;
