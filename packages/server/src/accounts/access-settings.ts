import { defaultLimits, type LimitSettings } from './limits.ts';

/** Who gets in, how and for how long; what the configuration of a server may settle. */
export interface AccessSettings {
  /** Signs the cookie, 32 characters at least. Another one ends all sessions. */
  readonly secret: string;
  /** Where browsers reach the server, such as `https://debrief.example.com`; null where that is as they say. */
  readonly publicUrl: string | null;
  /** Whose `X-Forwarded-For` is believed: nobody’s, that of the one proxy before the server, or that of these. */
  readonly trustProxy: boolean | readonly string[];
  /** A session that was not used for so long is over. */
  readonly idleHours: number;
  /** A session is over after so long, however much it is used. */
  readonly longestDays: number;
  readonly limits: LimitSettings;
}

/** All but the secret, which is never the same for two servers. */
export const defaultAccess: Omit<AccessSettings, 'secret'> = {
  publicUrl: null,
  trustProxy: false,
  idleHours: 72,
  longestDays: 30,
  limits: defaultLimits,
};
