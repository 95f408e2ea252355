import type { Context } from 'hono';

/** Adds cookies to an answer, which from then on nobody in between may keep. */
export function setCookies(c: Context, cookies: readonly string[]): void {
  c.header('cache-control', 'no-store');
  for (const cookie of cookies) c.header('set-cookie', cookie, { append: true });
}
