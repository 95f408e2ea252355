import { createRoute, z } from '@hono/zod-openapi';
import { body, idParams, json } from './answers.ts';
import { idSchema } from './postmortem.ts';
import { problemAnswers } from './problem.ts';

export const scopeSchema = z.enum(['read', 'write', 'review', 'admin']);

const tags = ['tokens'];

export const createTokenRoute = createRoute({
  method: 'post',
  path: '/api/v1/tokens',
  operationId: 'createToken',
  tags,
  summary: 'A token with which a script acts for you',
  request: {
    body: body(
      z.object({
        name: z.string().min(1).max(200).openapi({ example: 'The nightly export' }),
        scopes: z.array(scopeSchema).min(1).max(4),
        days: z
          .number()
          .int()
          .min(1)
          .max(3_660)
          .nullable()
          .default(90)
          .openapi({ description: 'Null for one that holds until it is revoked.' }),
      }),
    ),
  },
  responses: {
    201: json(
      z.object({ id: idSchema, token: z.string(), expiresAt: z.string().nullable() }),
      'The token, which is shown now and never again',
    ),
    ...problemAnswers(400, 401, 403, 409, 415, 429, 503),
  },
});

export const listTokensRoute = createRoute({
  method: 'get',
  path: '/api/v1/tokens',
  operationId: 'listTokens',
  tags,
  summary: 'Your tokens',
  responses: {
    200: json(
      z.object({
        tokens: z.array(
          z.object({
            id: idSchema,
            name: z.string(),
            scopes: z.array(scopeSchema),
            createdAt: z.string(),
            expiresAt: z.string().nullable(),
            lastUsedAt: z.string().nullable().openapi({ description: 'Give or take some minutes.' }),
          }),
        ),
      }),
      'Your tokens, the newest first',
    ),
    ...problemAnswers(401, 403, 429),
  },
});

export const revokeTokenRoute = createRoute({
  method: 'delete',
  path: '/api/v1/tokens/{id}',
  operationId: 'revokeToken',
  tags,
  summary: 'End a token: one of yours, for an admin anybody’s',
  request: { params: idParams },
  responses: { 204: { description: 'It is over' }, ...problemAnswers(400, 401, 403, 404, 429, 503) },
});
