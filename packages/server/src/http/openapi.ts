import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Environment } from './environment.ts';

/** Names the ways to sign in, where the document of the API is put together. */
export function describeSecurity({ openAPIRegistry }: OpenAPIHono<Environment>): void {
  openAPIRegistry.registerComponent('securitySchemes', 'token', {
    type: 'http',
    scheme: 'bearer',
    description: 'A token made under “Tokens”; it begins with debrief_.',
  });
}

/** The document of the API, OpenAPI 3.1. */
export function openApiDocument(app: OpenAPIHono<Environment>) {
  return app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Debrief',
      version: '1',
      description:
        'Errors are problems of RFC 9457 with a stable `code`. Lists come in pages: `next` is the `cursor` of the next ' +
        'one. Answers carry an ETag for If-None-Match and If-Match. A request that changes something may carry an ' +
        'Idempotency-Key: sent again with it, it is done once.',
      license: { name: 'Apache-2.0' },
    },
    servers: [{ url: '/', description: 'This server' }],
    security: [{ token: [] }],
  });
}

export type OpenApiDocument = ReturnType<typeof openApiDocument>;
