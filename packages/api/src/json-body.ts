import type { z } from '@hono/zod-openapi';

/** A body in JSON that a request has to have, for the `request` of a route. */
export function jsonBody<Schema extends z.ZodType>(schema: Schema) {
  return { required: true, content: { 'application/json': { schema } } };
}
