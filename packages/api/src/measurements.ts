import { createRoute, z } from '@hono/zod-openapi';
import { placeSchema } from './change.ts';
import { json } from './answers.ts';
import { idSchema } from './postmortem.ts';
import { problemAnswers } from './problem.ts';
import { whichRevision } from './which-revision.ts';

const anchorSchema = z.object({
  instant: z.string(),
  at: z.number(),
  day: z.string(),
  clock: z.string(),
  written: z.string(),
  source: z.enum(['pinned', 'stated', 'guessed']),
  places: z.array(placeSchema),
});

/** The `Measurement` of core: one number about one incident, with what it stands on. */
export const measurementSchema = z
  .object({
    metric: z.string().openapi({ example: 'time-to-detect' }),
    definition: z.string().openapi({ example: 'time-to-detect/from-impact' }),
    isHouse: z.boolean(),
    subject: z.string().optional(),
    unit: z.string(),
    from: anchorSchema.optional(),
    to: anchorSchema.optional(),
    result: z.union([
      z.object({ state: z.literal('known'), value: z.number() }),
      z.object({ state: z.literal('open'), atLeast: z.number() }),
      z.object({ state: z.enum(['unknown', 'invalid', 'notApplicable']), reason: z.string(), message: z.string() }),
    ]),
    places: z.array(placeSchema),
    stated: z.object({ value: z.number(), written: z.string(), verdict: z.string() }).optional(),
    notes: z.array(z.string()),
  })
  .openapi('Measurement');

export const listMeasurementsRoute = createRoute({
  method: 'get',
  path: '/api/v1/postmortems/{id}/measurements',
  operationId: 'listMeasurements',
  tags: ['postmortems'],
  summary: 'The numbers of a post-mortem, each with where it comes from',
  request: { params: z.object({ id: idSchema }), query: z.object({ revision: whichRevision }) },
  responses: {
    200: json(
      z.object({ revision: z.number().int(), now: z.string(), measurements: z.array(measurementSchema) }),
      'Every measurement; what is not over is counted up to `now`',
    ),
    ...problemAnswers(400, 401, 403, 404, 429, 503),
  },
});
