import { changePostmortemRoute, createPostmortemRoute, getPostmortemRoute, type PostmortemAnswer } from '@debrief/api';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { changePostmortem } from '../postmortem/change-postmortem.ts';
import { createPostmortem } from '../postmortem/create-postmortem.ts';
import { getPostmortem, type ShownPostmortem } from '../postmortem/get-postmortem.ts';
import { contextFor } from './context-for.ts';
import { entityTag, holdTo } from './entity-tag.ts';
import type { Environment, Surroundings } from './environment.ts';

export function postmortemRoutes(app: OpenAPIHono<Environment>, surroundings: Surroundings): void {
  app.openapi(createPostmortemRoute, async (c) => {
    const context = contextFor(c, surroundings);
    const { id } = await createPostmortem(context, c.req.valid('json'));
    const made = answerOf(await getPostmortem(context, { id }));
    return c.json(made, 201, { location: `/api/v1/postmortems/${id}`, etag: entityTag(made) });
  });

  app.openapi(getPostmortemRoute, async (c) => {
    const { id } = c.req.valid('param');
    const { revision } = c.req.valid('query');
    const found = await getPostmortem(contextFor(c, surroundings), { id, which: revision });
    return c.json(answerOf(found), 200);
  });

  app.openapi(changePostmortemRoute, async (c) => {
    const context = contextFor(c, surroundings);
    const { id } = c.req.valid('param');
    const ifMatch = c.req.header('if-match');
    const { revision } = await changePostmortem(context, {
      ...c.req.valid('json'),
      id,
      precondition: (postmortem, newest) => holdTo(ifMatch, answerOf({ postmortem, revision: newest })),
    });
    const changed = answerOf(await getPostmortem(context, { id, which: revision }));
    return c.json(changed, 200, { etag: entityTag(changed) });
  });
}

function answerOf({ postmortem, revision }: ShownPostmortem): PostmortemAnswer {
  const { id, state, head, published, correction, fileName, createdAt, updatedAt } = postmortem;
  const { number, line, textHash, text } = revision;
  const life = { id, state, head, published, correction, fileName, createdAt, updatedAt };
  return { ...life, revision: number, line, textHash, text };
}
