import type { Config } from '../config.ts';
import type { AccessSettings } from './access-settings.ts';
import { defaultLimits } from './limits.ts';
import { secretIn } from './secret-file.ts';

const MINUTE = 60;

/** Who gets in, as a server is configured; the secret comes from its data folder. */
export function accessFor({
  data,
  url,
  trustProxy,
  requestsPerMinute,
}: Pick<Config, 'data' | 'url' | 'trustProxy' | 'requestsPerMinute'>): Partial<AccessSettings> {
  const limit = (count: number) => (count === 0 ? null : { count, seconds: MINUTE });
  return {
    secret: secretIn(data),
    publicUrl: url ?? null,
    trustProxy,
    limits: {
      ...defaultLimits,
      account: limit(requestsPerMinute),
      token: limit(requestsPerMinute),
      address: limit(requestsPerMinute * 2),
    },
  };
}
