import { createRoute, z } from '@hono/zod-openapi';
import { changeSchema } from './change.ts';
import { jsonAnswer as json } from './json-answer.ts';
import { jsonBody } from './json-body.ts';
import { placeSchema, spliceSchema } from './place.ts';
import { problemAnswers } from './problem.ts';
import { idempotencyHeader, ifMatchHeader } from './request-headers.ts';
import { whichRevision } from './which-revision.ts';

export const idSchema = z
  .string()
  .regex(/^[A-Za-z0-9_-]{8,40}$/)
  .openapi({ example: 'ozhKFfwS28N75OAVan3s' });

const MOST_CHARACTERS = 5_000_000;

export const textSchema = z.string().max(MOST_CHARACTERS);

export const postmortemStates = [
  'draft',
  'review',
  'approved',
  'published',
  'archived',
  'dismissed',
  'merged',
] as const;

export const postmortemSchema = z
  .object({
    id: idSchema,
    state: z.enum(postmortemStates),
    revision: z.number().int().openapi({ description: 'The number of the revision whose text this is.' }),
    line: z.enum(['main', 'correction']),
    head: z.number().int(),
    published: z.number().int().nullable(),
    correction: z.number().int().nullable(),
    fileName: z.string(),
    createdAt: z.string(),
    updatedAt: z.string(),
    textHash: z.string(),
    text: z.string(),
  })
  .openapi('Postmortem');

export type PostmortemAnswer = z.infer<typeof postmortemSchema>;

export const createPostmortemRoute = createRoute({
  method: 'post',
  path: '/api/v1/postmortems',
  operationId: 'createPostmortem',
  tags: ['postmortems'],
  summary: 'Keep a new post-mortem',
  request: {
    headers: z.object(idempotencyHeader),
    body: jsonBody(
      z.object({
        text: textSchema.openapi({ example: '# Checkout was slow\n\n**Severity:** SEV2\n' }),
        fileName: z.string().min(1).max(400).default('post-mortem.md'),
        reason: z.string().max(400).default('Created'),
      }),
    ),
  },
  responses: {
    201: json(postmortemSchema, 'It is kept'),
    ...problemAnswers(400, 401, 403, 413, 415, 422, 429, 503, 507),
  },
});

export const getPostmortemRoute = createRoute({
  method: 'get',
  path: '/api/v1/postmortems/{id}',
  operationId: 'getPostmortem',
  tags: ['postmortems'],
  summary: 'A post-mortem with its text',
  request: {
    params: z.object({ id: idSchema }),
    query: z.object({
      revision: whichRevision,
    }),
  },
  responses: { 200: json(postmortemSchema, 'The post-mortem'), ...problemAnswers(400, 401, 403, 404, 429, 503) },
});

/** What is to change: a typed change, splices of the base revision, or the whole text as it shall be. */
export const editSchema = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('change'), change: changeSchema }),
    z.object({ kind: z.literal('splices'), splices: z.array(spliceSchema).max(100_000) }),
    z.object({ kind: z.literal('text'), text: textSchema }),
  ])
  .openapi('Edit');

export const changePostmortemRoute = createRoute({
  method: 'patch',
  path: '/api/v1/postmortems/{id}',
  operationId: 'changePostmortem',
  tags: ['postmortems'],
  summary: 'Change a post-mortem',
  description:
    'The edit is brought to the newest text: a typed change is run again on it, splices and whole texts are merged ' +
    'three ways. Where somebody else changed the same words, nothing is done, and the problem `conflict` holds both texts.',
  request: {
    params: z.object({ id: idSchema }),
    headers: z.object({ ...idempotencyHeader, ...ifMatchHeader }),
    body: jsonBody(
      z.object({
        base: z.number().int().min(1).max(2_000_000_000).openapi({
          description: 'The number of the revision that was edited.',
          example: 1,
        }),
        edit: editSchema,
        reason: z.string().max(400).default('Changed'),
      }),
    ),
  },
  responses: {
    200: json(postmortemSchema, 'The post-mortem with its new revision'),
    ...problemAnswers(400, 401, 403, 404, 409, 412, 413, 415, 422, 429, 503, 507),
  },
});

/** What the problem `conflict` holds besides. */
export const conflictSchema = z.object({
  revision: z.number().int(),
  theirs: z.string(),
  yours: z.string(),
  touching: z.array(placeSchema.loose()),
});
