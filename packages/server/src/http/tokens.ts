import { createTokenRoute, listTokensRoute, revokeTokenRoute } from '@debrief/api';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { createToken } from '../accounts/create-token.ts';
import { listTokens } from '../accounts/list-tokens.ts';
import { revokeToken } from '../accounts/revoke-token.ts';
import { contextFor } from './context-for.ts';
import type { Environment, Surroundings } from './environment.ts';

export function tokenRoutes(app: OpenAPIHono<Environment>, surroundings: Surroundings): void {
  app.openapi(createTokenRoute, async (c) => {
    const made = await createToken(contextFor(c, surroundings), c.req.valid('json'));
    c.header('cache-control', 'no-store');
    return c.json(made, 201);
  });

  app.openapi(listTokensRoute, async (c) => {
    const tokens = await listTokens(contextFor(c, surroundings));
    return c.json({ tokens: tokens.map((token) => ({ ...token, scopes: [...token.scopes] })) }, 200);
  });

  app.openapi(revokeTokenRoute, async (c) => {
    await revokeToken(contextFor(c, surroundings), c.req.valid('param'));
    return c.body(null, 204);
  });
}
