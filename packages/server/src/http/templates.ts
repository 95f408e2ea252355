import { getTemplateRoute, listTemplatesRoute } from '@debrief/api';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { getTemplate, listTemplates } from '../template/list-templates.ts';
import { contextFor } from './context-for.ts';
import type { Environment, Surroundings } from './environment.ts';

export function templateRoutes(app: OpenAPIHono<Environment>, surroundings: Surroundings): void {
  app.openapi(listTemplatesRoute, async (c) =>
    c.json({ items: [...(await listTemplates(contextFor(c, surroundings)))] }, 200),
  );

  app.openapi(getTemplateRoute, async (c) =>
    c.json(await getTemplate(contextFor(c, surroundings), c.req.valid('param').name), 200),
  );
}
