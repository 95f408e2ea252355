import { createRoute, z } from '@hono/zod-openapi';
import { json } from './answers.ts';
import { idSchema } from './postmortem.ts';
import { problemAnswers } from './problem.ts';

const relatedSchema = z
  .object({
    id: idSchema,
    title: z.string().nullable(),
    incidentId: z.string().nullable(),
    date: z.string().nullable(),
    score: z.number(),
    reasons: z.array(z.object({ kind: z.string(), weight: z.number(), text: z.string(), how: z.string() })),
    actions: z.array(z.object({ text: z.string(), state: z.string(), because: z.string() })),
  })
  .openapi('RelatedPostmortem');

export const listRelatedRoute = createRoute({
  method: 'get',
  path: '/api/v1/postmortems/{id}/related',
  operationId: 'listRelated',
  tags: ['postmortems'],
  summary: 'What was alike before, and why',
  request: {
    params: z.object({ id: idSchema }),
    query: z.object({
      limit: z.coerce.number().int().min(1).max(50).default(5),
      later: z.stringbool().default(false).openapi({ description: 'Incidents that began later too.' }),
    }),
  },
  responses: {
    200: json(
      z.object({
        incidents: z.array(relatedSchema),
        compared: z.number().int().openapi({ description: 'With how many documents this one was compared.' }),
        alike: z.number().int(),
        notes: z.array(z.enum(['undated', 'empty', 'bounded'])).openapi({
          description: '`bounded`: there are more documents than are compared at once.',
        }),
      }),
      'The nearest first',
    ),
    ...problemAnswers(400, 401, 403, 404, 429, 503),
  },
});
