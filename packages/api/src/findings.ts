import { createRoute, z } from '@hono/zod-openapi';
import { placeSchema, spliceSchema } from './change.ts';
import { json } from './answers.ts';
import { idSchema } from './postmortem.ts';
import { problemAnswers } from './problem.ts';
import { whichRevision } from './which-revision.ts';

export const findingSchema = z
  .object({
    rule: z.string().openapi({ example: 'complete/severity' }),
    level: z.enum(['error', 'warning', 'info']),
    line: z.number().int(),
    place: placeSchema,
    message: z.string(),
    question: z.string(),
    reason: z.string(),
    source: z.string().optional(),
    fix: z.array(spliceSchema).optional(),
  })
  .openapi('Finding');

export const listFindingsRoute = createRoute({
  method: 'get',
  path: '/api/v1/postmortems/{id}/findings',
  operationId: 'listFindings',
  tags: ['postmortems'],
  summary: 'What a reviewer would ask about a post-mortem',
  request: {
    params: z.object({ id: idSchema }),
    query: z.object({
      revision: whichRevision,
      stage: z.enum(['draft', 'review', 'published']).optional().openapi({
        description: 'What the document has to hold; without it, what its state asks for.',
      }),
    }),
  },
  responses: {
    200: json(
      z.object({
        revision: z.number().int(),
        stage: z.enum(['draft', 'review', 'published']),
        findings: z.array(findingSchema),
      }),
      'The findings, in the order of the text',
    ),
    ...problemAnswers(400, 401, 403, 404, 429, 503),
  },
});
