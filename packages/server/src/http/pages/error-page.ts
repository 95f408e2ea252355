import type { ProblemAnswer } from '@debrief/api';
import { markup } from '@debrief/publish';
import type { Context } from 'hono';
import type { Environment } from '../environment.ts';
import { sendPage } from './layout.ts';
import type { Site } from './site.ts';

/** Whether a request asks for a page, and not for data. */
export function isForPage({ req }: Context): boolean {
  if (req.path.startsWith('/api/') || /^\/(?:healthz|readyz|metrics)$/.test(req.path)) return false;
  const accepted = req.header('accept') ?? '';
  return !accepted.includes('json') || accepted.includes('html');
}

/** A problem in plain words. Whoever is not signed in is sent to the door, and back afterwards. */
export function sendErrorPage(c: Context<Environment>, site: Site, problem: ProblemAnswer): Response {
  const { basePath } = site;
  if (problem.code === 'not-signed-in' && c.req.method === 'GET' && c.req.header('authorization') === undefined) {
    const { pathname, search } = new URL(c.req.url);
    const next = pathname.startsWith(basePath) ? pathname.slice(basePath.length) : pathname;
    return c.redirect(`${basePath}/sign-in?next=${encodeURIComponent(next + search)}`, 303);
  }
  const wait = typeof problem['retryAfter'] === 'number' ? String(problem['retryAfter']) : null;
  if (wait !== null) c.header('retry-after', wait);
  return sendPage(c, site, {
    title: problem.title,
    nav: null,
    status: problem.status,
    main: markup`<div class="page narrow-page"><h1>${problem.title}</h1><p>${problem.detail}</p>${
      problem.code === 'not-signed-in'
        ? markup`<p><a class="button main" href="${basePath}/sign-in">Sign in</a></p>`
        : markup`<p><a href="${basePath}/">Go to the first page</a></p>`
    }<p class="meta">${problem.status} · ${problem.code}</p></div>`,
  });
}
