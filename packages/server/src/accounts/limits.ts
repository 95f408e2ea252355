import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Problem } from '../problem.ts';

/** So many in so many seconds. */
interface Limit {
  readonly count: number;
  readonly seconds: number;
}

/** By what is counted. Signing in is counted besides, by address, by email, and by both together. */
type LimitName = 'address' | 'account' | 'token' | 'signInAddress' | 'signInEmail' | 'signInBoth';

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
  /** Takes one back that turned out to be right. */
  readonly giveBack: (name: LimitName, key: string) => Promise<void>;
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
    giveBack: async (name, key) => void (await limiters.get(name)?.reward(key)),
    forget: async (name, key) => void (await limiters.get(name)?.delete(key)),
  };
}

/**
 * Counts an attempt before it is made, so that many at once are many, and takes it back if it succeeds, so that those
 * who share an address do not shut each other out.
 */
export async function attempt<Result>(
  limits: Limits,
  counted: readonly (readonly [name: LimitName, key: string])[],
  work: () => Promise<Result>,
): Promise<Result> {
  for (const [name, key] of counted) await limits.take(name, key);
  const result = await work();
  for (const [name, key] of counted) await limits.giveBack(name, key);
  return result;
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
