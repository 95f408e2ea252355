import type { Accounts } from '../../accounts/accounts.ts';
import type { Surroundings } from '../environment.ts';

/** What every page is made with. */
export interface Site {
  readonly surroundings: Surroundings;
  readonly accounts: Accounts;
  /** The path that a proxy puts before every address, without a slash at its end; empty for none. */
  readonly basePath: string;
}
