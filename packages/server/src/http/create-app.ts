import type { ProblemAnswer } from '@debrief/api';
import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { type AccessSettings, defaultAccess } from '../accounts/access-settings.ts';
import { openAccounts } from '../accounts/accounts.ts';
import { newSecret } from '../accounts/new-secret.ts';
import { nowhere, type Operation } from '../operation/operation.ts';
import { Problem } from '../problem.ts';
import { actionRoutes } from './actions.ts';
import { attachmentRoutes } from './attachments.ts';
import { auditRoutes } from './audit.ts';
import { commentRoutes } from './comments.ts';
import { documentRoutes } from './document.ts';
import type { Environment, Surroundings } from './environment.ts';
import { exchangeRoutes } from './exchange.ts';
import { findingRoutes } from './findings.ts';
import { guard } from './guard.ts';
import { invitationRoutes } from './invitations.ts';
import { isForPage, sendErrorPage } from './pages/error-page.ts';
import { pageRoutes } from './pages/page-routes.ts';
import type { Site } from './pages/site.ts';
import { personRoutes } from './people.ts';
import { healthRoutes } from './health.ts';
import { insightRoutes } from './insights.ts';
import { jsonRoutes } from './json-routes.ts';
import { keyed } from './keyed.ts';
import { limitBody } from './limit-body.ts';
import { measurementRoutes } from './measurements.ts';
import { noRoute } from './no-route.ts';
import { observe } from './observe.ts';
import { pathBehind } from './path-behind.ts';
import { postmortemRoutes } from './postmortems.ts';
import { problemOf, sendProblem, UNEXPECTED } from './problem-answer.ts';
import { relatedRoutes } from './related.ts';
import { reviewRoutes } from './reviews.ts';
import { revisionRoutes } from './revisions.ts';
import { safeHeaders } from './safe-headers.ts';
import { searchRoutes } from './search.ts';
import { sessionRoutes } from './sessions.ts';
import { settingsRoutes } from './settings.ts';
import { soundRequest } from './sound-request.ts';
import { tagged } from './tagged.ts';
import { templateRoutes } from './templates.ts';
import { tokenRoutes } from './tokens.ts';

export interface AppOptions extends Surroundings {
  /** Who gets in, and how; what is left out is as it is by default. Without a secret sessions end with the process. */
  readonly access?: Partial<AccessSettings>;
  /** Told of every error that is a fault of ours. */
  readonly report: (error: unknown) => void;
  /** The place it runs at; none where it is left out. */
  readonly operation?: Operation;
}

/** The whole of what answers requests, without a port: tests ask it as a browser would. */
export function createApp(options: AppOptions): OpenAPIHono<Environment> {
  const { report, access: settled, operation = nowhere, ...surroundings } = options;
  const access: AccessSettings = { ...defaultAccess, secret: newSecret(), ...settled };
  const accounts = openAccounts(surroundings, access);
  const site: Site = { surroundings, accounts, basePath: operation.basePath };
  const refuse = (c: Context<Environment>, problem: ProblemAnswer): Response =>
    isForPage(c) ? sendErrorPage(c, site, problem) : sendProblem(c, problem);
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
      return refuse(c, problemOf(new Problem('invalid-request', error.message)) ?? UNEXPECTED);
    const problem = problemOf(error);
    if (problem === null) report(error);
    return refuse(c, problem ?? UNEXPECTED);
  });
  app.notFound((c) => noRoute(app, c, refuse));
  app.use(observe(operation), safeHeaders(operation), limitBody(operation));
  // They ask for no account, and know a token of their own, so they come before the guard.
  healthRoutes(app, surroundings, operation);
  app.use(guard(accounts, access));
  app.use(soundRequest((route) => json.get(route) ?? null, operation.largestRequest));
  app.use(keyed(surroundings));
  app.use(tagged);
  postmortemRoutes(app, surroundings);
  revisionRoutes(app, surroundings);
  reviewRoutes(app, surroundings);
  commentRoutes(app, surroundings);
  sessionRoutes(app, surroundings, accounts);
  invitationRoutes(app, surroundings, accounts);
  tokenRoutes(app, surroundings);
  personRoutes(app, surroundings);
  exchangeRoutes(app, surroundings, operation);
  attachmentRoutes(app, surroundings, operation);
  pageRoutes(app, site);
  searchRoutes(app, surroundings);
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
