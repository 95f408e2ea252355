import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Problem } from '../problem.ts';

/** So many in so many seconds. */
export interface Limit {
  readonly count: number;
  readonly seconds: number;
}

/** By what is counted. Signing in is counted besides, by address, by email, and by both together. */
export type LimitName = 'address' | 'account' | 'token' | 'signInAddress' | 'signInEmail' | 'signInBoth';

/** Null for no limit. */
export type LimitSettings = Readonly<Record<LimitName, Limit | null>>;

/** Far from what people and their scripts ask; those of signing in make guessing hopeless. */
export const defaultLimits: LimitSettings = {
  address: { count: 12_000, seconds: 60 },
  account: { count: 6_000, seconds: 60 },
  token: { count: 6_000, seconds: 60 },
  signInAddress: { count: 60, seconds: 900 },
  // Wider than that of both together, so that a stranger elsewhere does not easily lock someone out.
  signInEmail: { count: 100, seconds: 900 },
  signInBoth: { count: 10, seconds: 900 },
};

export interface Limits {
  /**
   * Counts one more.
   *
   * @throws Problem `too-many-requests`, with the seconds to wait for in `retryAfter`
   */
  readonly take: (name: LimitName, key: string) => Promise<void>;
  /** Counts from none again. */
  readonly forget: (name: LimitName, key: string) => Promise<void>;
}

/** Counts in the memory of this process. */
export function makeLimits(settings: LimitSettings): Limits {
  const limiters = new Map(
    Object.entries(settings).flatMap(([name, limit]) =>
      limit === null ? [] : [[name, new RateLimiterMemory({ points: limit.count, duration: limit.seconds })] as const],
    ),
  );
  return {
    take: async (name, key) => {
      try {
        await limiters.get(name)?.consume(key);
      } catch (refusal) {
        throw refusal instanceof RateLimiterRes ? tooMany(refusal) : refusal;
      }
    },
    forget: async (name, key) => void (await limiters.get(name)?.delete(key)),
  };
}

function tooMany({ msBeforeNext }: RateLimiterRes): Problem {
  const retryAfter = Math.max(1, Math.ceil(msBeforeNext / 1_000));
  return new Problem('too-many-requests', `That was too often. Try again in ${spoken(retryAfter)}.`, { retryAfter });
}

function spoken(seconds: number): string {
  if (seconds === 1) return 'a second';
  if (seconds < 120) return `${seconds} seconds`;
  return `${Math.ceil(seconds / 60)} minutes`;
}
