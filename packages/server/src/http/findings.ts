import { listFindingsRoute } from '@debrief/api';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { listFindings } from '../finding/list-findings.ts';
import { contextFor } from './context-for.ts';
import type { Environment, Surroundings } from './environment.ts';
import { plain } from './plain.ts';

export function findingRoutes(app: OpenAPIHono<Environment>, surroundings: Surroundings): void {
  app.openapi(listFindingsRoute, async (c) => {
    const { revision, stage } = c.req.valid('query');
    const asked = { ...c.req.valid('param'), which: revision, stage };
    return c.json(plain(await listFindings(contextFor(c, surroundings), asked)), 200);
  });
}
