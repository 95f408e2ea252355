import {
  approveRoute,
  archiveRoute,
  discardCorrectionRoute,
  dismissRoute,
  type LifeAnswer,
  lifeRoute,
  listReviewRequestsRoute,
  mergeRoute,
  publishCorrectionRoute,
  publishRoute,
  reopenRoute,
  requestReviewRoute,
  withdrawApprovalRoute,
} from '@debrief/api';
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context as Request } from 'hono';
import { approve } from '../life/approve.ts';
import { archivePostmortem } from '../life/archive.ts';
import { discardCorrection } from '../life/discard-correction.ts';
import { dismissPostmortem } from '../life/dismiss.ts';
import { lifeOf } from '../life/life-of.ts';
import { listReviewRequests } from '../life/list-review-requests.ts';
import { mergeInto } from '../life/merge-into.ts';
import { publishCorrection } from '../life/publish-correction.ts';
import { publishPostmortem } from '../life/publish.ts';
import { reopenPostmortem } from '../life/reopen.ts';
import { requestReview } from '../life/request-review.ts';
import { withdrawApproval } from '../life/withdraw-approval.ts';
import type { Context } from '../context.ts';
import { contextFor } from './context-for.ts';
import type { Environment, Surroundings } from './environment.ts';

/** Steps that take nothing but the document. */
const STEPS = [
  [withdrawApprovalRoute, withdrawApproval],
  [discardCorrectionRoute, discardCorrection],
  [archiveRoute, archivePostmortem],
  [reopenRoute, reopenPostmortem],
] as const;

export function reviewRoutes(app: OpenAPIHono<Environment>, surroundings: Surroundings): void {
  const context = (c: Request<Environment>): Context => contextFor(c, surroundings);
  const answer = async (c: Request<Environment>, id: string) =>
    // The schema's arrays may be written to; this copy is nobody else's.
    c.json((await lifeOf(context(c), { id })) as unknown as LifeAnswer, 200);

  app.openapi(lifeRoute, async (c) => answer(c, c.req.valid('param').id));

  app.openapi(listReviewRequestsRoute, async (c) =>
    c.json({ requests: [...(await listReviewRequests(context(c)))] }, 200),
  );

  app.openapi(requestReviewRoute, async (c) => {
    const { id } = c.req.valid('param');
    await requestReview(context(c), { id, ...c.req.valid('json') });
    return answer(c, id);
  });

  app.openapi(approveRoute, async (c) => {
    const { id } = c.req.valid('param');
    await approve(context(c), { id, ...c.req.valid('json') });
    return answer(c, id);
  });

  app.openapi(publishRoute, async (c) => {
    const { id } = c.req.valid('param');
    const { revision } = c.req.valid('json');
    await publishPostmortem(context(c), { id, ...(revision !== undefined && { revision }) });
    return answer(c, id);
  });

  app.openapi(publishCorrectionRoute, async (c) => {
    const { id } = c.req.valid('param');
    const { revision, reason } = c.req.valid('json');
    const seen = revision === undefined ? {} : { revision };
    return c.json(await publishCorrection(context(c), { id, reason, ...seen }), 200);
  });

  app.openapi(dismissRoute, async (c) => {
    const { id } = c.req.valid('param');
    await dismissPostmortem(context(c), { id, ...c.req.valid('json') });
    return answer(c, id);
  });

  app.openapi(mergeRoute, async (c) => {
    const { id } = c.req.valid('param');
    const { into, reason } = c.req.valid('json');
    await mergeInto(context(c), { id, into, ...(reason !== undefined && { reason }) });
    return answer(c, id);
  });

  for (const [route, step] of STEPS)
    app.openapi(route, async (c) => {
      const { id } = c.req.valid('param');
      await step(context(c), { id });
      return answer(c, id);
    });
}
