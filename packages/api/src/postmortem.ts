import { createRoute, z } from '@hono/zod-openapi';
import { plainText } from './plain-text.ts';
import { problemAnswers } from './problem.ts';
import { idempotencyHeader } from './request-headers.ts';
import { whichRevision } from './which-revision.ts';

export const idSchema = z
  .string()
  .regex(/^[A-Za-z0-9_-]{8,40}$/)
  .openapi({ example: 'ozhKFfwS28N75OAVan3s' });

const MOST_CHARACTERS = 5_000_000;

export const textSchema = plainText(MOST_CHARACTERS);

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

const json = <Schema extends z.ZodType>(schema: Schema, description: string) => ({
  description,
  content: { 'application/json': { schema } },
});

export const createPostmortemRoute = createRoute({
  method: 'post',
  path: '/api/v1/postmortems',
  operationId: 'createPostmortem',
  tags: ['postmortems'],
  summary: 'Keep a new post-mortem',
  request: {
    headers: z.object(idempotencyHeader),
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z.object({
            text: textSchema,
            fileName: plainText(400, 1).default('post-mortem.md'),
            reason: plainText(400).default('Created'),
            acceptSecrets: z.boolean().default(false),
          }),
        },
      },
    },
  },
  responses: {
    201: json(postmortemSchema, 'It is kept'),
    ...problemAnswers(400, 401, 403, 409, 413, 415, 422, 429, 503, 507),
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
  responses: { 200: json(postmortemSchema, 'The post-mortem'), ...problemAnswers(400, 401, 403, 404, 429) },
});
