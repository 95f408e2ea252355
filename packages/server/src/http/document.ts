import type { OpenAPIHono } from '@hono/zod-openapi';
import { documentPage, documentStyle } from './document-page.ts';
import type { Environment } from './environment.ts';
import { describeSecurity, type OpenApiDocument, openApiDocument } from './openapi.ts';

const CACHED = { 'cache-control': 'public, max-age=300' };

/** The document of the API, for programs and for people. */
export function documentRoutes(app: OpenAPIHono<Environment>): void {
  describeSecurity(app);
  // Put together when it is first asked for: by then every route is there.
  let known: OpenApiDocument | null = null;
  const document = (): OpenApiDocument => (known ??= openApiDocument(app));
  let page: string | null = null;

  app.get('/api/v1/openapi.json', (c) => c.json(document(), 200, CACHED));
  app.get('/api/docs', (c) => c.html((page ??= documentPage(document()).toString()), 200, CACHED));
  app.get('/api/docs.css', (c) => c.body(documentStyle, 200, { ...CACHED, 'content-type': 'text/css; charset=utf-8' }));
}
