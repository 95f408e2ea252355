import { createRoute, z } from '@hono/zod-openapi';
import { actionValues, placeSchema } from './change.ts';
import { body, json } from './answers.ts';
import { pageQuery, pageSchema } from './page.ts';
import { idSchema } from './postmortem.ts';
import { problemAnswers } from './problem.ts';
import { idempotencyHeader, ifMatchHeader } from './request-headers.ts';

const daySchema = z.iso.date().openapi({ example: '2026-05-01' });

export const actionSchema = z
  .object({
    id: idSchema,
    postmortem: z.object({ id: idSchema, title: z.string(), severity: z.string().nullable() }),
    text: z.string(),
    owners: z.array(z.string()),
    due: z.string().nullable().openapi({ description: 'As it is written.' }),
    dueDay: z.string().nullable(),
    isOverdue: z.boolean().openapi({ description: 'Today, in UTC.' }),
    priority: z.string().nullable(),
    state: z.enum(['done', 'open', 'cancelled', 'unknown']),
    ticket: z.string().nullable(),
    createdAt: z.string(),
    doneAt: z.string().nullable(),
    place: placeSchema,
  })
  .openapi('ActionItem');

export type ActionAnswer = z.infer<typeof actionSchema>;

export const listActionsRoute = createRoute({
  method: 'get',
  path: '/api/v1/actions',
  operationId: 'listActions',
  tags: ['action items'],
  summary: 'Action items of all post-mortems',
  description: 'Those with the earliest due day first, those without one last.',
  request: {
    query: z.object({
      ...pageQuery,
      state: z.enum(['open', 'done', 'cancelled', 'all']).default('open').openapi({
        description: '`open` takes in those whose text does not say.',
      }),
      owner: z.string().min(1).max(200).optional(),
      due: z
        .union([z.enum(['overdue', 'none']), daySchema])
        .optional()
        .openapi({
          description: '`overdue`, `none` for those without a day, or a day: due on it or before.',
        }),
      service: z.string().min(1).max(200).optional(),
    }),
  },
  responses: { 200: json(pageSchema(actionSchema), 'A page'), ...problemAnswers(400, 401, 403, 429, 503) },
});

export const changeActionRoute = createRoute({
  method: 'patch',
  path: '/api/v1/actions/{id}',
  operationId: 'changeAction',
  tags: ['action items'],
  summary: 'Tick an action item, or change what it says',
  description: 'Written into the text of its post-mortem by the one door, as a follow-up.',
  request: {
    params: z.object({ id: idSchema }),
    headers: z.object({ ...idempotencyHeader, ...ifMatchHeader }),
    body: body(
      z
        .object({
          isDone: z.boolean().optional(),
          ...actionValues,
          reason: z.string().max(400).default('Followed up'),
        })
        .refine((given) => Object.keys(given).some((name) => name !== 'reason'), { error: 'say what is to change' })
        .openapi({ example: { isDone: true, reason: 'Followed up' } }),
    ),
  },
  responses: {
    200: json(actionSchema, 'The action item as it stands now'),
    ...problemAnswers(400, 401, 403, 404, 409, 412, 413, 415, 422, 429, 503, 507),
  },
});
