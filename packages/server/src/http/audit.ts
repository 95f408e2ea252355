import { listAuditRoute } from '@debrief/api';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { listAudit } from '../audit/list-audit.ts';
import { contextFor } from './context-for.ts';
import type { Environment, Surroundings } from './environment.ts';

export function auditRoutes(app: OpenAPIHono<Environment>, surroundings: Surroundings): void {
  app.openapi(listAuditRoute, async (c) => {
    const { items, next } = await listAudit(contextFor(c, surroundings), c.req.valid('query'));
    return c.json({ items: [...items], next }, 200);
  });
}
