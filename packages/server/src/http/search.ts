import { type SearchPageAnswer, searchPostmortemsRoute } from '@debrief/api';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { type SearchPage, searchPostmortems } from '../search/search-postmortems.ts';
import { contextFor } from './context-for.ts';
import type { Environment, Surroundings } from './environment.ts';

export function searchRoutes(app: OpenAPIHono<Environment>, surroundings: Surroundings): void {
  app.openapi(searchPostmortemsRoute, async (c) => {
    const { severity, state, service, factor, from, to, openActions, facets, cursor, ...rest } = c.req.valid('query');
    const page = await searchPostmortems(contextFor(c, surroundings), {
      ...rest,
      severities: severity,
      states: state,
      services: service,
      factors: factor,
      from: from ?? null,
      to: to ?? null,
      openActions: openActions === 'true',
      facets: facets === 'true',
      cursor: cursor ?? null,
    });
    return c.json(answerOf(page), 200);
  });
}

/** The shape of the wire has lists that may change. */
function answerOf(page: SearchPage): SearchPageAnswer {
  return page as unknown as SearchPageAnswer;
}
