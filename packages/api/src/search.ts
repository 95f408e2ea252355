import { createRoute, z } from '@hono/zod-openapi';
import { idSchema, postmortemStates } from './postmortem.ts';
import { problemAnswers } from './problem.ts';

/** A parameter that may be given more than once. */
const several = <Schema extends z.ZodType>(schema: Schema) =>
  z.union([z.array(schema).max(50), schema.transform((value) => [value])]).default([]);

const day = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d$/)
  .openapi({ example: '2026-05-01' });

const highlighted = z
  .object({
    text: z.string(),
    ranges: z.array(z.tuple([z.number().int(), z.number().int()])).openapi({
      description: 'Where the text holds what was searched for: pairs of offsets in UTF-16. The text is no HTML.',
    }),
  })
  .openapi('Highlighted');

export const foundPostmortemSchema = z
  .object({
    id: idSchema,
    state: z.enum(postmortemStates),
    title: z.string(),
    incidentId: z.string().nullable(),
    severity: z.string().nullable().openapi({ description: 'As it is written in the text.' }),
    severityLevel: z.number().int().nullable(),
    status: z.string().nullable(),
    startedAt: z.string().nullable(),
    createdAt: z.string(),
    updatedAt: z.string(),
    summary: z.string().nullable(),
    services: z.array(z.string()),
    openActions: z.number().int(),
    unknowns: z.number().int(),
    errors: z.number().int(),
    warnings: z.number().int(),
    titleFound: highlighted,
    snippet: highlighted.nullable(),
  })
  .openapi('FoundPostmortem');

const counted = <Schema extends z.ZodType>(value: Schema) => z.array(z.object({ value, count: z.number().int() }));

export const searchPageSchema = z
  .object({
    items: z.array(foundPostmortemSchema),
    next: z.string().nullable().openapi({ description: 'The cursor of the next page; null on the last one.' }),
    facets: z
      .object({
        total: z.number().int(),
        isComplete: z.boolean().openapi({ description: 'False where only the newest of very many were counted.' }),
        severities: counted(z.number().int().nullable()),
        states: counted(z.string()),
        services: counted(z.string()),
        factors: counted(z.string()),
        openActions: z.number().int(),
      })
      .nullable(),
  })
  .openapi('SearchPage');

export type SearchPageAnswer = z.infer<typeof searchPageSchema>;

export const searchPostmortemsRoute = createRoute({
  method: 'get',
  path: '/api/v1/postmortems',
  operationId: 'searchPostmortems',
  tags: ['postmortems'],
  summary: 'Post-mortems: all, the newest first, or those that a search finds, the best first',
  request: {
    query: z.object({
      text: z
        .string()
        .max(2_000)
        .default('')
        .openapi({ description: 'Words, `"phrases"`, `prefix*` and `-not`. Capitals and accents do not matter.' }),
      severity: several(z.coerce.number().int().min(0).max(20)),
      state: several(z.enum(postmortemStates)),
      service: several(z.string().max(200)),
      factor: several(z.string().max(200)),
      from: day.optional(),
      to: day.optional(),
      openActions: z.enum(['true', 'false']).default('false'),
      facets: z.enum(['true', 'false']).default('false'),
      limit: z.coerce.number().int().min(1).max(100).default(20),
      cursor: z.string().max(400).optional(),
    }),
  },
  responses: {
    200: {
      description: 'A page of them',
      content: { 'application/json': { schema: searchPageSchema } },
    },
    ...problemAnswers(400, 401, 403, 429, 503),
  },
});
