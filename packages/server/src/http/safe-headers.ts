import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import type { Operation } from '../operation/operation.ts';
import type { Environment } from './environment.ts';

/** What a page may load: its own styles, pictures and scripts, nothing inline, nothing from elsewhere. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

/** Headers that keep browsers from doing more than a page needs. A route that has set its own keeps them. */
export function safeHeaders({ isSecure }: Operation): MiddlewareHandler<Environment> {
  const set = secureHeaders({
    strictTransportSecurity: isSecure ? 'max-age=31536000; includeSubDomains' : false,
    xFrameOptions: 'DENY',
    referrerPolicy: 'same-origin',
    permissionsPolicy: { camera: [], microphone: [], geolocation: [], payment: [] },
  });
  return async (c, next) => {
    await set(c, next);
    if (!c.res.headers.has('content-security-policy')) c.header('content-security-policy', CONTENT_SECURITY_POLICY);
    // What one person may see stays out of the caches that others share.
    if (!c.res.headers.has('cache-control')) c.header('cache-control', 'private, no-store');
  };
}
