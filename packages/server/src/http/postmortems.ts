import { createPostmortemRoute, getPostmortemRoute } from '@debrief/api';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { createPostmortem } from '../postmortem/create-postmortem.ts';
import { getPostmortem } from '../postmortem/get-postmortem.ts';
import { contextFor } from './context-for.ts';
import { entityTag } from './entity-tag.ts';
import type { Environment, Surroundings } from './environment.ts';
import { postmortemAnswer } from './postmortem-answer.ts';

export function postmortemRoutes(app: OpenAPIHono<Environment>, surroundings: Surroundings): void {
  app.openapi(createPostmortemRoute, async (c) => {
    const context = contextFor(c, surroundings);
    const { id } = await createPostmortem(context, c.req.valid('json'));
    const made = postmortemAnswer(await getPostmortem(context, { id }));
    return c.json(made, 201, { location: `/api/v1/postmortems/${id}`, etag: entityTag(made) });
  });

  app.openapi(getPostmortemRoute, async (c) => {
    const { id } = c.req.valid('param');
    const { revision } = c.req.valid('query');
    const found = await getPostmortem(contextFor(c, surroundings), { id, which: revision });
    return c.json(postmortemAnswer(found), 200);
  });
}
