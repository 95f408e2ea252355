import { createRoute, z } from '@hono/zod-openapi';
import { body, idParams, json, numberSchema, personSchema, revisionNumber } from './answers.ts';
import { editSchema } from './change.ts';
import { plainText } from './plain-text.ts';
import { idSchema } from './postmortem.ts';
import { problemAnswers } from './problem.ts';
import { idempotencyHeader, ifMatchHeader } from './request-headers.ts';

const tags = ['revisions'];

export const changedSchema = z
  .object({
    id: idSchema,
    revision: z.number().int(),
    line: z.enum(['main', 'correction']),
    textHash: z.string(),
    text: z.string(),
  })
  .openapi('ChangedPostmortem');

export const changePostmortemRoute = createRoute({
  method: 'patch',
  path: '/api/v1/postmortems/{id}',
  operationId: 'changePostmortem',
  tags,
  summary: 'Change a post-mortem',
  description:
    'An edit of an older revision is brought to the newest one. Where somebody else has changed the same words, the answer is `conflict` with both texts. What looks like a credential is asked about: `secret-found`.',
  request: {
    params: idParams,
    headers: z.object({ ...idempotencyHeader, ...ifMatchHeader }),
    body: body(
      z.object({
        base: revisionNumber.openapi({ description: 'The number of the revision that was edited.' }),
        edit: editSchema,
        reason: plainText(400).default(''),
        acceptSecrets: z.boolean().default(false),
      }),
    ),
  },
  responses: {
    200: json(changedSchema, 'It is kept'),
    ...problemAnswers(400, 401, 403, 404, 409, 412, 413, 415, 422, 429, 503, 507),
  },
});

export const revisionSchema = z
  .object({
    number: z.number().int(),
    line: z.enum(['main', 'correction']),
    base: z.number().int().nullable(),
    authors: z.array(personSchema),
    at: z.string(),
    reason: z.string(),
    textHash: z.string(),
    changesSubstance: z.boolean().openapi({ description: 'Whether it changed more than what follows an approval up.' }),
    isPublished: z.boolean(),
  })
  .openapi('Revision');

export const listRevisionsRoute = createRoute({
  method: 'get',
  path: '/api/v1/postmortems/{id}/revisions',
  operationId: 'listRevisions',
  tags,
  summary: 'The history of a post-mortem, the newest first',
  request: {
    params: idParams,
    query: z.object({
      before: numberSchema.optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
  },
  responses: {
    200: json(
      z.object({
        revisions: z.array(revisionSchema),
        next: z.number().int().nullable().openapi({ description: 'Ask for it as `before`; null at the end.' }),
      }),
      'A page of the history',
    ),
    ...problemAnswers(400, 401, 403, 404, 429),
  },
});

const partsSchema = z.array(z.object({ text: z.string(), isChanged: z.boolean() }));

export const diffLineSchema = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('kept'),
      before: z.number().int(),
      after: z.number().int(),
      parts: partsSchema,
    }),
    z.object({ kind: z.literal('removed'), before: z.number().int(), parts: partsSchema }),
    z.object({ kind: z.literal('added'), after: z.number().int(), parts: partsSchema }),
    z.object({ kind: z.literal('left-out'), count: z.number().int() }),
  ])
  .openapi('DiffLine');

export const diffRevisionsRoute = createRoute({
  method: 'get',
  path: '/api/v1/postmortems/{id}/diff',
  operationId: 'diffRevisions',
  tags,
  summary: 'What differs between two revisions, by line and word',
  request: { params: idParams, query: z.object({ from: numberSchema, to: numberSchema }) },
  responses: {
    200: json(
      z.object({ from: z.number().int(), to: z.number().int(), lines: z.array(diffLineSchema) }),
      'The lines, with those around each difference',
    ),
    ...problemAnswers(400, 401, 403, 404, 429),
  },
});

export const restoreRevisionRoute = createRoute({
  method: 'post',
  path: '/api/v1/postmortems/{id}/revisions/{number}/restore',
  operationId: 'restoreRevision',
  tags,
  summary: 'Bring the text of a revision back as a new one',
  request: {
    params: idParams.extend({ number: numberSchema }),
    body: body(z.object({ base: revisionNumber, reason: plainText(400).default('Restored') })),
  },
  responses: {
    200: json(changedSchema, 'It is kept'),
    ...problemAnswers(400, 401, 403, 404, 409, 412, 429, 503, 507),
  },
});
