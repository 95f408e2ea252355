import { createRoute, z } from '@hono/zod-openapi';
import { body, idParams, json } from './answers.ts';
import { linkSchema, roleSchema } from './person.ts';
import { idSchema } from './postmortem.ts';
import { problemAnswers } from './problem.ts';
import { scopeSchema } from './token.ts';

const tags = ['account'];

const emailSchema = z.string().max(300).openapi({ example: 'kim@example.com' });
const passwordSchema = z.string().max(1_000).openapi({ format: 'password' });
const secretSchema = z.string().min(1).max(200).openapi({ description: 'The end of the path of a link.' });

export const signedInSchema = z
  .object({
    person: z.object({ id: idSchema, name: z.string(), role: roleSchema }),
    scopes: z.array(scopeSchema).nullable().openapi({ description: 'Of the token; null for a session.' }),
  })
  .openapi('SignedIn');

export type SignedInAnswer = z.infer<typeof signedInSchema>;

const signedIn = json(signedInSchema, 'Signed in; the cookie is in the answer');

export const signInRoute = createRoute({
  method: 'post',
  path: '/api/v1/session',
  operationId: 'signIn',
  tags,
  summary: 'Sign in with a password',
  request: { body: body(z.object({ email: emailSchema, password: passwordSchema })) },
  responses: { 200: signedIn, ...problemAnswers(400, 401, 403, 415, 429, 503) },
});

export const getSessionRoute = createRoute({
  method: 'get',
  path: '/api/v1/session',
  operationId: 'getSession',
  tags,
  summary: 'Who you are',
  responses: { 200: json(signedInSchema, 'Who you are'), ...problemAnswers(401, 403, 429) },
});

export const signOutRoute = createRoute({
  method: 'delete',
  path: '/api/v1/session',
  operationId: 'signOut',
  tags,
  summary: 'Sign out',
  responses: { 204: { description: 'Signed out, also if you were before' }, ...problemAnswers(403, 429, 503) },
});

export const listSessionsRoute = createRoute({
  method: 'get',
  path: '/api/v1/account/sessions',
  operationId: 'listSessions',
  tags,
  summary: 'Where you are signed in',
  responses: {
    200: json(
      z.object({
        sessions: z.array(
          z.object({
            id: idSchema,
            createdAt: z.string(),
            lastUsedAt: z.string().openapi({ description: 'Give or take some minutes.' }),
            expiresAt: z.string(),
            address: z.string().nullable(),
            userAgent: z.string().nullable(),
            isThisOne: z.boolean(),
          }),
        ),
      }),
      'Your sessions, the newest first',
    ),
    ...problemAnswers(401, 403, 429),
  },
});

export const revokeSessionRoute = createRoute({
  method: 'delete',
  path: '/api/v1/account/sessions/{id}',
  operationId: 'revokeSession',
  tags,
  summary: 'Sign out somewhere else',
  request: { params: idParams },
  responses: { 204: { description: 'That session is over' }, ...problemAnswers(400, 401, 403, 404, 429, 503) },
});

export const changePasswordRoute = createRoute({
  method: 'put',
  path: '/api/v1/account/password',
  operationId: 'changePassword',
  tags,
  summary: 'Set a new password, which ends all other sessions',
  request: { body: body(z.object({ current: passwordSchema, next: passwordSchema })) },
  responses: { 200: signedIn, ...problemAnswers(400, 401, 403, 415, 429, 503) },
});

export const inviteRoute = createRoute({
  method: 'post',
  path: '/api/v1/invitations',
  operationId: 'invite',
  tags,
  summary: 'A link that works once, with which somebody makes their account',
  request: {
    body: body(
      z.object({ email: emailSchema, role: roleSchema, hours: z.number().int().min(1).max(720).default(168) }),
    ),
  },
  responses: {
    201: json(linkSchema.extend({ id: idSchema }), 'The link, which is shown now and never again'),
    ...problemAnswers(400, 401, 403, 409, 415, 429, 503),
  },
});

export const listInvitationsRoute = createRoute({
  method: 'get',
  path: '/api/v1/invitations',
  operationId: 'listInvitations',
  tags,
  summary: 'The invitations that nobody has taken up',
  responses: {
    200: json(
      z.object({
        invitations: z.array(
          z.object({
            id: idSchema,
            email: z.string(),
            role: roleSchema,
            invitedBy: z.string().nullable(),
            createdAt: z.string(),
            expiresAt: z.string(),
          }),
        ),
      }),
      'Open invitations, the newest first',
    ),
    ...problemAnswers(401, 403, 429),
  },
});

export const withdrawInvitationRoute = createRoute({
  method: 'delete',
  path: '/api/v1/invitations/{id}',
  operationId: 'withdrawInvitation',
  tags,
  summary: 'Take an invitation back',
  request: { params: idParams },
  responses: { 204: { description: 'Its link no longer works' }, ...problemAnswers(400, 401, 403, 404, 429, 503) },
});

export const readLinkRoute = createRoute({
  method: 'post',
  path: '/api/v1/links/read',
  operationId: 'readLink',
  tags,
  summary: 'What a link is for, without using it up',
  request: { body: body(z.object({ secret: secretSchema })) },
  responses: {
    200: json(
      z.object({
        kind: z.enum(['first', 'invite', 'reset']),
        email: z.string().nullable(),
        role: roleSchema,
        expiresAt: z.string(),
      }),
      'What it is for',
    ),
    ...problemAnswers(400, 403, 404, 415, 429),
  },
});

export const acceptInvitationRoute = createRoute({
  method: 'post',
  path: '/api/v1/links/accept',
  operationId: 'acceptInvitation',
  tags,
  summary: 'Make the account that a link is for',
  request: {
    body: body(
      z.object({
        secret: secretSchema,
        name: z.string().max(1_000),
        email: emailSchema.optional().openapi({ description: 'For the first link of a server alone.' }),
        password: passwordSchema,
      }),
    ),
  },
  responses: { 200: signedIn, ...problemAnswers(400, 403, 404, 409, 415, 429, 503) },
});

export const resetPasswordRoute = createRoute({
  method: 'post',
  path: '/api/v1/links/reset',
  operationId: 'resetPassword',
  tags,
  summary: 'Set the password that a link is for, which ends all sessions',
  request: { body: body(z.object({ secret: secretSchema, password: passwordSchema })) },
  responses: { 200: signedIn, ...problemAnswers(400, 403, 404, 409, 415, 429, 503) },
});
