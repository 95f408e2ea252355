import type { z } from '@hono/zod-openapi';

/** An answer in JSON, for the `responses` of a route. */
export function jsonAnswer<Schema extends z.ZodType>(schema: Schema, description: string) {
  return { description, content: { 'application/json': { schema } } };
}
