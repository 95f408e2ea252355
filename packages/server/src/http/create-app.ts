import { OpenAPIHono } from '@hono/zod-openapi';
import { HTTPException } from 'hono/http-exception';
import { Problem } from '../problem.ts';
import { commentRoutes } from './comments.ts';
import type { Environment, Surroundings } from './environment.ts';
import { guard } from './guard.ts';
import { postmortemRoutes } from './postmortems.ts';
import { problemOf, sendProblem, UNEXPECTED } from './problem-answer.ts';
import { reviewRoutes } from './reviews.ts';
import { revisionRoutes } from './revisions.ts';

export interface AppOptions extends Surroundings {
  /** Told of every error that is a fault of ours. */
  readonly report: (error: unknown) => void;
}

/** The whole of what answers requests, without a port: tests ask it as a browser would. */
export function createApp({ report, ...surroundings }: AppOptions): OpenAPIHono<Environment> {
  const app = new OpenAPIHono<Environment>({
    defaultHook: (result) => {
      if (result.success) return;
      const [issue] = result.error.issues;
      throw new Problem('invalid-request', `${issue?.path.join('.') ?? 'The request'}: ${issue?.message ?? ''}`, {
        issues: result.error.issues.slice(0, 20).map(({ path, message }) => ({ path: path.join('.'), message })),
      });
    },
  });
  app.onError((error, c) => {
    if (error instanceof HTTPException && error.status < 500)
      return sendProblem(c, problemOf(new Problem('invalid-request', error.message)) ?? UNEXPECTED);
    const problem = problemOf(error);
    if (problem === null) report(error);
    return sendProblem(c, problem ?? UNEXPECTED);
  });
  app.notFound((c) => sendProblem(c, problemOf(new Problem('not-found', 'There is no such page.')) ?? UNEXPECTED));
  app.use(guard(surroundings));
  postmortemRoutes(app, surroundings);
  revisionRoutes(app, surroundings);
  reviewRoutes(app, surroundings);
  commentRoutes(app, surroundings);
  return app;
}
