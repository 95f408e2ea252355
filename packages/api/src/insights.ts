import { createRoute, z } from '@hono/zod-openapi';
import { json } from './answers.ts';
import { problemAnswers } from './problem.ts';

const daySchema = z.iso.date().openapi({ example: '2026-05-01' });
const nameSchema = z.string().min(1).max(200);

/** How insights can be put into groups; the names of core. */
export const insightGroups = ['service', 'severity', 'team', 'quarter', 'factor', 'template'] as const;

export const getInsightsRoute = createRoute({
  method: 'get',
  path: '/api/v1/insights',
  operationId: 'getInsights',
  tags: ['insights'],
  summary: 'What all post-mortems tell together, with intervals, and what they cannot tell',
  request: {
    query: z
      .object({
        from: daySchema.optional(),
        to: daySchema.optional(),
        service: nameSchema.optional(),
        severity: nameSchema.optional(),
        team: nameSchema.optional(),
        factor: nameSchema.optional(),
        template: nameSchema.optional(),
        groupBy: z.enum(insightGroups).optional(),
        split: z
          .union([z.literal('none'), daySchema])
          .optional()
          .openapi({
            description: 'The first day of “after”; the middle of the window without it.',
          }),
        seed: z.coerce.number().int().min(0).max(999_999_999).default(1),
      })
      .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
        error: 'lies after “to”; put the earlier day first',
        path: ['from'],
      }),
  },
  responses: {
    200: json(
      z
        .object({ window: z.object({ from: z.string(), to: z.string() }).loose() })
        .loose()
        .openapi('Insights'),
      'The same as `debrief insights --format json` prints',
    ),
    ...problemAnswers(400, 401, 403, 429, 503),
  },
});
