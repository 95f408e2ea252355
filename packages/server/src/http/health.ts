import crypto from 'node:crypto';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Operation } from '../operation/operation.ts';
import { readiness } from '../operation/readiness.ts';
import { Problem } from '../problem.ts';
import type { Environment, Surroundings } from './environment.ts';

/** What watches over the server asks here: whether the process lives, whether it can work, and how much it does. */
export function healthRoutes(app: OpenAPIHono<Environment>, { store }: Surroundings, operation: Operation): void {
  app.get('/healthz', (c) => c.json({ status: 'ok' }));

  app.get('/readyz', async (c) => {
    const reason = await readiness(store, operation);
    return reason === null ? c.json({ status: 'ready' }) : c.json({ status: 'not ready', reason }, 503);
  });

  app.get('/metrics', async (c) => {
    const { metrics, metricsToken } = operation;
    if (metrics === null) throw new Problem('not-found', 'There is no such page.');
    if (!mayCollect(c, metricsToken))
      throw new Problem('not-allowed', 'Metrics are for this machine, or for who sends the metrics token.');
    return c.body(await metrics.text(), 200, { 'content-type': metrics.contentType });
  });
}

/** A proxy on this machine asks from this machine too; what it passes on carries a header that says so. */
function mayCollect(c: Context<Environment>, token: string | null): boolean {
  if (token !== null) return isSame(c.req.header('authorization') ?? '', `Bearer ${token}`);
  if (['x-forwarded-for', 'x-forwarded-host', 'forwarded', 'via'].some((name) => c.req.header(name) !== undefined))
    return false;
  return isLoopback(addressOf(c));
}

function addressOf(c: Context<Environment>): string {
  try {
    return getConnInfo(c).remote.address ?? '';
  } catch {
    return '';
  }
}

function isLoopback(address: string): boolean {
  return address === '::1' || address.startsWith('127.') || address.startsWith('::ffff:127.');
}

function isSame(given: string, wanted: string): boolean {
  const [one, other] = [given, wanted].map((text) => crypto.hash('sha256', text, 'buffer'));
  return one !== undefined && other !== undefined && crypto.timingSafeEqual(one, other);
}
