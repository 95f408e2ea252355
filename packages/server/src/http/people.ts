import { changePersonRoute, listPeopleRoute, makeResetLinkRoute } from '@debrief/api';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { changePerson } from '../accounts/change-person.ts';
import { listPeople } from '../accounts/list-people.ts';
import { resetLink } from '../accounts/reset-link.ts';
import { contextFor } from './context-for.ts';
import type { Environment, Surroundings } from './environment.ts';

export function personRoutes(app: OpenAPIHono<Environment>, surroundings: Surroundings): void {
  app.openapi(listPeopleRoute, async (c) =>
    c.json({ people: [...(await listPeople(contextFor(c, surroundings)))] }, 200),
  );

  app.openapi(changePersonRoute, async (c) =>
    c.json(await changePerson(contextFor(c, surroundings), c.req.valid('param'), c.req.valid('json')), 200),
  );

  app.openapi(makeResetLinkRoute, async (c) => {
    const { path, expiresAt } = await resetLink(contextFor(c, surroundings), c.req.valid('param'));
    c.header('cache-control', 'no-store');
    return c.json({ path, expiresAt }, 201);
  });
}
