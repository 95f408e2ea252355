import { OpenAPIHono } from '@hono/zod-openapi';
import { HTTPException } from 'hono/http-exception';
import { nowhere, type Operation } from '../operation/operation.ts';
import { Problem } from '../problem.ts';
import type { Environment, Surroundings } from './environment.ts';
import { guard } from './guard.ts';
import { healthRoutes } from './health.ts';
import { limitBody } from './limit-body.ts';
import { observe } from './observe.ts';
import { pathBehind } from './path-behind.ts';
import { postmortemRoutes } from './postmortems.ts';
import { problemOf, sendProblem, UNEXPECTED } from './problem-answer.ts';
import { safeHeaders } from './safe-headers.ts';

export interface AppOptions extends Surroundings {
  /** Told of every error that is a fault of ours. */
  readonly report: (error: unknown) => void;
  /** The place it runs at; none where it is left out. */
  readonly operation?: Operation;
}

/** The whole of what answers requests, without a port: tests ask it as a browser would. */
export function createApp({ report, operation = nowhere, ...surroundings }: AppOptions): OpenAPIHono<Environment> {
  const app = new OpenAPIHono<Environment>({
    getPath: pathBehind(operation.basePath),
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
  app.use(observe(operation), safeHeaders(operation), limitBody(operation));
  // They ask for no account, and know a token of their own, so they come before the guard.
  healthRoutes(app, surroundings, operation);
  app.use(guard(surroundings));
  postmortemRoutes(app, surroundings);
  return app;
}
