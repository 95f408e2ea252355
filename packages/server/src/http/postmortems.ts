import { createPostmortemRoute, getPostmortemRoute, type PostmortemAnswer } from '@debrief/api';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { createPostmortem } from '../postmortem/create-postmortem.ts';
import { getPostmortem, type ShownPostmortem } from '../postmortem/get-postmortem.ts';
import { contextFor } from './context-for.ts';
import type { Environment, Surroundings } from './environment.ts';

export function postmortemRoutes(app: OpenAPIHono<Environment>, surroundings: Surroundings): void {
  app.openapi(createPostmortemRoute, async (c) => {
    const context = contextFor(c, surroundings);
    const { id } = await createPostmortem(context, c.req.valid('json'));
    const made = await getPostmortem(context, { id });
    return c.json(answerOf(made), 201, { location: `/api/v1/postmortems/${id}` });
  });

  app.openapi(getPostmortemRoute, async (c) => {
    const { id } = c.req.valid('param');
    const { revision } = c.req.valid('query');
    const found = await getPostmortem(contextFor(c, surroundings), { id, which: revision });
    return c.json(answerOf(found), 200, { etag: `"${found.revision.number}"` });
  });
}

function answerOf({ postmortem, revision }: ShownPostmortem): PostmortemAnswer {
  const { id, state, head, published, correction, fileName, createdAt, updatedAt } = postmortem;
  const { number, line, textHash, text } = revision;
  const life = { id, state, head, published, correction, fileName, createdAt, updatedAt };
  return { ...life, revision: number, line, textHash, text };
}
