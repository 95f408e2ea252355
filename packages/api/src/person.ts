import { createRoute, z } from '@hono/zod-openapi';
import { body, idParams, json } from './answers.ts';
import { idSchema } from './postmortem.ts';
import { problemAnswers } from './problem.ts';

export const roleSchema = z.enum(['admin', 'editor', 'viewer']);

const tags = ['people'];

export const personSchema = z
  .object({
    id: idSchema,
    name: z.string(),
    email: z.string().nullable().openapi({ description: 'Null where you may not see it.' }),
    role: roleSchema,
    deactivatedAt: z.string().nullable(),
    createdAt: z.string(),
  })
  .openapi('Person');

export const linkSchema = z
  .object({
    path: z.string().openapi({ description: 'To be put behind the address of the server.', example: '/link/kQ0…' }),
    expiresAt: z.string(),
  })
  .openapi('OneTimeLink');

export const listPeopleRoute = createRoute({
  method: 'get',
  path: '/api/v1/people',
  operationId: 'listPeople',
  tags,
  summary: 'Everybody with an account',
  responses: {
    200: json(z.object({ people: z.array(personSchema) }), 'The people, by name'),
    ...problemAnswers(401, 403, 429),
  },
});

export const changePersonRoute = createRoute({
  method: 'patch',
  path: '/api/v1/people/{id}',
  operationId: 'changePerson',
  tags,
  summary: 'Give a person another role, or deactivate or reactivate them',
  request: {
    params: idParams,
    body: body(
      z
        .object({
          role: roleSchema.optional(),
          isActive: z
            .boolean()
            .optional()
            .openapi({ description: 'False ends all sessions, tokens and open links of the person at once.' }),
        })
        .strict(),
    ),
  },
  responses: {
    200: json(personSchema, 'The person as they are now'),
    ...problemAnswers(400, 401, 403, 404, 409, 415, 429, 503),
  },
});

export const makeResetLinkRoute = createRoute({
  method: 'post',
  path: '/api/v1/people/{id}/reset-link',
  operationId: 'makeResetLink',
  tags,
  summary: 'A link that works once, with which a person sets a new password',
  request: { params: idParams },
  responses: {
    201: json(linkSchema, 'The link, which is shown now and never again'),
    ...problemAnswers(400, 401, 403, 404, 409, 429, 503),
  },
});
