import { getInsightsRoute } from '@debrief/api';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { getInsights } from '../insight/get-insights.ts';
import { contextFor } from './context-for.ts';
import type { Environment, Surroundings } from './environment.ts';
import { plain } from './plain.ts';

const FILTERS = ['service', 'severity', 'team', 'factor', 'template'] as const;

export function insightRoutes(app: OpenAPIHono<Environment>, surroundings: Surroundings): void {
  app.openapi(getInsightsRoute, async (c) => {
    const query = c.req.valid('query');
    const given = FILTERS.flatMap((name) => (query[name] === undefined ? [] : [[name, query[name]] as const]));
    const answer = await getInsights(contextFor(c, surroundings), { ...query, filters: Object.fromEntries(given) });
    return c.json(plain(answer), 200);
  });
}
