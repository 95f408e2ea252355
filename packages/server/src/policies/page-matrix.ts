import type { Permission } from './policy.ts';

/** Every page and form, and who may open it. `open` needs no account. */
export const pageMatrix: Readonly<Record<string, Permission | 'open'>> = {};
