import { listMeasurementsRoute } from '@debrief/api';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { listMeasurements } from '../measurement/list-measurements.ts';
import { contextFor } from './context-for.ts';
import type { Environment, Surroundings } from './environment.ts';
import { plain } from './plain.ts';

export function measurementRoutes(app: OpenAPIHono<Environment>, surroundings: Surroundings): void {
  app.openapi(listMeasurementsRoute, async (c) => {
    const asked = { ...c.req.valid('param'), which: c.req.valid('query').revision };
    return c.json(plain(await listMeasurements(contextFor(c, surroundings), asked)), 200);
  });
}
