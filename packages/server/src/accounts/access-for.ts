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
  return {
    secret: secretIn(data),
    publicUrl: url ?? null,
    trustProxy,
    limits: {
      ...defaultLimits,
      account: perMinute(requestsPerMinute),
      token: perMinute(requestsPerMinute),
      costly: requestsPerMinute === 0 ? null : defaultLimits.costly,
      address: perMinute(requestsPerMinute * 2),
    },
  };
}

function perMinute(count: number) {
  return count === 0 ? null : { count, seconds: MINUTE };
}
