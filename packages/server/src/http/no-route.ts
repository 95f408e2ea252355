import type { ProblemAnswer } from '@debrief/api';
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { Problem } from '../problem.ts';
import type { Environment } from './environment.ts';
import { problemOf, UNEXPECTED } from './problem-answer.ts';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** Answers what no route takes: with the methods that the address knows, or that there is no such page. */
export function noRoute(
  app: OpenAPIHono<Environment>,
  c: Context<Environment>,
  refuse: (c: Context<Environment>, problem: ProblemAnswer) => Response,
): Response {
  const methods = METHODS.filter((method) =>
    app.router.match(method, c.req.path)[0].some(([[, route]]) => route.method !== 'ALL'),
  );
  const allowed = [...methods, ...(methods.includes('GET') ? ['HEAD'] : [])].join(', ');
  const problem =
    methods.length === 0
      ? new Problem('not-found', 'There is no such page.')
      : new Problem('method-not-allowed', `This address takes ${allowed}.`);
  const answer = refuse(c, problemOf(problem) ?? UNEXPECTED);
  if (methods.length > 0) answer.headers.set('allow', allowed);
  return answer;
}
