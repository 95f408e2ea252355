import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Environment } from './environment.ts';

/** The routes whose body is JSON, as `PATCH /api/v1/postmortems/:id`, and whether they cannot do without. */
export function jsonRoutes({
  openAPIRegistry,
}: OpenAPIHono<Environment>): ReadonlyMap<string, { readonly isRequired: boolean }> {
  return new Map(
    openAPIRegistry.definitions.flatMap((definition) => {
      if (definition.type !== 'route') return [];
      const { method, path, request } = definition.route;
      if (request?.body?.content?.['application/json'] === undefined) return [];
      const route = `${method.toUpperCase()} ${path.replaceAll(/\{([^{}]{1,80})\}/g, ':$1')}`;
      return [[route, { isRequired: request.body.required === true }] as const];
    }),
  );
}
