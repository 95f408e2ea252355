import { listRelatedRoute } from '@debrief/api';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { listRelated } from '../related/list-related.ts';
import { contextFor } from './context-for.ts';
import type { Environment, Surroundings } from './environment.ts';
import { plain } from './plain.ts';

export function relatedRoutes(app: OpenAPIHono<Environment>, surroundings: Surroundings): void {
  app.openapi(listRelatedRoute, async (c) => {
    const asked = { ...c.req.valid('param'), ...c.req.valid('query') };
    const { incidents, ...found } = plain(await listRelated(contextFor(c, surroundings), asked));
    return c.json({ ...found, incidents: incidents.map(({ file, ...incident }) => ({ id: file, ...incident })) }, 200);
  });
}
