import { type ActionAnswer, changeActionRoute, listActionsRoute } from '@debrief/api';
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { ActionItemAt } from '../action/action-item.ts';
import { type ActionChange, changeAction } from '../action/change-action.ts';
import { listActions } from '../action/list-actions.ts';
import { contextFor } from './context-for.ts';
import { entityTag, holdTo } from './entity-tag.ts';
import type { Environment, Surroundings } from './environment.ts';

export function actionRoutes(app: OpenAPIHono<Environment>, surroundings: Surroundings): void {
  app.openapi(listActionsRoute, async (c) => {
    const { items, next } = await listActions(contextFor(c, surroundings), c.req.valid('query'));
    return c.json({ items: items.map(answerOf), next }, 200);
  });

  app.openapi(changeActionRoute, async (c) => {
    const { isDone, reason, ...values } = c.req.valid('json');
    const changed = answerOf(
      await changeAction(contextFor(c, surroundings), {
        id: c.req.valid('param').id,
        isDone,
        // JSON leaves out what is not given, so no value is undefined.
        values: values as ActionChange['values'],
        reason,
        precondition: (item) => holdTo(c.req.header('if-match'), answerOf(item)),
      }),
    );
    return c.json(changed, 200, { etag: entityTag(changed) });
  });
}

function answerOf({ owners, ...item }: ActionItemAt): ActionAnswer {
  return { ...item, owners: [...owners] };
}
