import { kyselyAdapter } from '@better-auth/kysely-adapter';
import { betterAuth } from 'better-auth/minimal';
import type { Store } from '../store/store.ts';
import { throughDoor } from '../store/through-door.ts';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from './password-rules.ts';
import { hashPassword, verifyPassword } from './password-hash.ts';

/** The name under which the address of a request is handed to the library, which takes it from a header. */
export const ADDRESS_HEADER = 'x-debrief-address';

export interface AuthOptions {
  readonly store: Store;
  readonly secret: string;
  /** After so many seconds a session is over, however much it is used. */
  readonly longestSessionSeconds: number;
  /** For tests alone, which compare what the library writes with what we write. */
  readonly isSignUpOpen?: boolean;
}

/**
 * The accounts library, fenced: it is asked to sign people in, and for nothing else. None of its routes answers a
 * request, and the cookie is ours. Its tables are the same on both databases, so it is told of one kind.
 */
export function makeAuth({ store, secret, longestSessionSeconds, isSignUpOpen = false }: AuthOptions): Auth {
  return betterAuth({
    appName: 'Debrief',
    baseURL: 'http://debrief.invalid',
    secret,
    // Said even though there is one, since the library would else take others from the environment.
    secrets: [{ version: 1, value: secret }],
    database: kyselyAdapter(throughDoor(store), { type: 'sqlite' }),
    logger: { disabled: true },
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
    advanced: { ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] } },
    emailAndPassword: {
      enabled: true,
      disableSignUp: !isSignUpOpen,
      minPasswordLength: SHORTEST_PASSWORD,
      maxPasswordLength: LONGEST_PASSWORD,
      password: { hash: hashPassword, verify: verifyPassword },
    },
    user: {
      modelName: 'people',
      additionalFields: {
        role: { type: 'string', required: false, input: false, defaultValue: 'viewer' },
        deactivatedAt: { type: 'string', required: false, input: false },
      },
    },
    session: { modelName: 'sessions', expiresIn: longestSessionSeconds, disableSessionRefresh: true },
    account: { modelName: 'accounts' },
    verification: { modelName: 'verifications' },
    databaseHooks: {
      session: { create: { before: async ({ userId }) => ((await isActive(store, userId)) ? undefined : false) } },
    },
  });
}

/** What is asked of the library; the rest of it is nobody's. */
export interface Auth {
  readonly api: {
    readonly signInEmail: (asked: {
      readonly body: { readonly email: string; readonly password: string };
      readonly headers?: Headers;
    }) => Promise<{
      readonly token: string;
      readonly user: { readonly id: string; readonly name: string; readonly role?: string | null | undefined };
    }>;
    /** Refused unless sign-up is open. */
    readonly signUpEmail: (asked: {
      readonly body: { readonly name: string; readonly email: string; readonly password: string };
      readonly headers?: Headers;
    }) => Promise<{ readonly token: string | null; readonly user: { readonly id: string } }>;
  };
}

async function isActive({ read }: Store, person: string): Promise<boolean> {
  const found = await read.selectFrom('people').select('deactivatedAt').where('id', '=', person).executeTakeFirst();
  return found !== undefined && found.deactivatedAt === null;
}
