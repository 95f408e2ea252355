import { OpenAPIHono } from '@hono/zod-openapi';
import { HTTPException } from 'hono/http-exception';
import { Problem } from '../problem.ts';
import { actionRoutes } from './actions.ts';
import { auditRoutes } from './audit.ts';
import { documentRoutes } from './document.ts';
import type { Environment, Surroundings } from './environment.ts';
import { findingRoutes } from './findings.ts';
import { guard } from './guard.ts';
import { insightRoutes } from './insights.ts';
import { jsonRoutes } from './json-routes.ts';
import { keyed } from './keyed.ts';
import { measurementRoutes } from './measurements.ts';
import { noRoute } from './no-route.ts';
import { postmortemRoutes } from './postmortems.ts';
import { problemOf, sendProblem, UNEXPECTED } from './problem-answer.ts';
import { relatedRoutes } from './related.ts';
import { settingsRoutes } from './settings.ts';
import { soundRequest } from './sound-request.ts';
import { tagged } from './tagged.ts';
import { templateRoutes } from './templates.ts';

export interface AppOptions extends Surroundings {
  /** Bytes of a body in JSON. */
  readonly largestRequest?: number;
  /** Told of every error that is a fault of ours. */
  readonly report: (error: unknown) => void;
}

/** The whole of what answers requests, without a port: tests ask it as a browser would. */
export function createApp({
  report,
  largestRequest = 20_000_000,
  ...surroundings
}: AppOptions): OpenAPIHono<Environment> {
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
  app.notFound((c) => noRoute(app, c));
  app.use(guard(surroundings));
  app.use(soundRequest((route) => json.get(route) ?? null, largestRequest));
  app.use(keyed(surroundings));
  app.use(tagged);
  postmortemRoutes(app, surroundings);
  findingRoutes(app, surroundings);
  measurementRoutes(app, surroundings);
  relatedRoutes(app, surroundings);
  actionRoutes(app, surroundings);
  insightRoutes(app, surroundings);
  templateRoutes(app, surroundings);
  settingsRoutes(app, surroundings);
  auditRoutes(app, surroundings);
  documentRoutes(app);
  const json = jsonRoutes(app);
  return app;
}
