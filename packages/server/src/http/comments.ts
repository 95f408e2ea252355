import {
  addCommentRoute,
  answerCommentRoute,
  deleteCommentRoute,
  listCommentsRoute,
  reopenCommentRoute,
  resolveCommentRoute,
} from '@debrief/api';
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context as Request } from 'hono';
import { addComment } from '../comment/add-comment.ts';
import { answerComment } from '../comment/answer-comment.ts';
import { deleteComment } from '../comment/delete-comment.ts';
import { listComments } from '../comment/list-comments.ts';
import { settleComment } from '../comment/settle-comment.ts';
import type { Context } from '../context.ts';
import { contextFor } from './context-for.ts';
import type { Environment, Surroundings } from './environment.ts';

export function commentRoutes(app: OpenAPIHono<Environment>, surroundings: Surroundings): void {
  const context = (c: Request<Environment>): Context => contextFor(c, surroundings);
  const answer = async (c: Request<Environment>, id: string) => {
    const comments = await listComments(context(c), { id });
    return c.json({ comments: comments.map((each) => ({ ...each, answers: [...each.answers] })) }, 200);
  };

  app.openapi(listCommentsRoute, async (c) => answer(c, c.req.valid('param').id));

  app.openapi(addCommentRoute, async (c) => {
    const { id } = c.req.valid('param');
    return c.json(await addComment(context(c), { id, ...c.req.valid('json') }), 201);
  });

  app.openapi(answerCommentRoute, async (c) =>
    c.json(await answerComment(context(c), { ...c.req.valid('param'), ...c.req.valid('json') }), 201),
  );

  for (const [route, isResolved] of [
    [resolveCommentRoute, true],
    [reopenCommentRoute, false],
  ] as const)
    app.openapi(route, async (c) => {
      const { id, comment } = c.req.valid('param');
      await settleComment(context(c), { id, comment, isResolved });
      return answer(c, id);
    });

  app.openapi(deleteCommentRoute, async (c) => {
    const { id, comment } = c.req.valid('param');
    await deleteComment(context(c), { id, comment });
    return answer(c, id);
  });
}
