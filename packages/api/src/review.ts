import { createRoute, z } from '@hono/zod-openapi';
import { body, idParams, json, personSchema, revisionNumber } from './answers.ts';
import { placeSchema } from './change.ts';
import { plainText } from './plain-text.ts';
import { idSchema, postmortemStates } from './postmortem.ts';
import { problemAnswers } from './problem.ts';
import { changedSchema } from './revision.ts';

const tags = ['review'];
const state = z.enum(postmortemStates);
const errors = problemAnswers(400, 401, 403, 404, 409, 412, 429, 503, 507);

const findingSchema = z.object({
  rule: z.string(),
  message: z.string(),
  question: z.string(),
  place: placeSchema,
});

const reasonSchema = z
  .discriminatedUnion('reason', [
    z.object({ reason: z.literal('not-in-this-state'), state }),
    z.object({ reason: z.literal('too-few-approvals'), needed: z.number().int(), have: z.number().int() }),
    z.object({ reason: z.literal('role-missing'), role: z.string() }),
    z.object({ reason: z.literal('seen-by-author-alone'), author: z.string() }),
    z.object({ reason: z.literal('findings'), findings: z.array(findingSchema) }),
  ])
  .openapi('PublishReason', { description: 'What stands in the way of publishing.' });

export const lifeSchema = z
  .object({
    id: idSchema,
    state,
    stateReason: z.string().nullable(),
    mergedInto: z.string().nullable(),
    published: z.number().int().nullable(),
    publishedAt: z.string().nullable(),
    correction: z.number().int().nullable(),
    revision: z.number().int().openapi({ description: 'The revision that a review is about.' }),
    authors: z.array(personSchema),
    approvals: z.array(
      z.object({
        person: z.string(),
        name: z.string(),
        roles: z.array(z.string()),
        revision: z.number().int(),
        at: z.string(),
        holds: z.boolean().openapi({ description: 'False where words have changed since.' }),
      }),
    ),
    policy: z.object({ count: z.number().int(), roles: z.array(z.string()) }),
    requests: z.array(
      z.object({
        person: personSchema,
        askedBy: personSchema,
        at: z.string(),
        answeredAt: z.string().nullable(),
      }),
    ),
    publish: z.discriminatedUnion('allowed', [
      z.object({ allowed: z.literal(true) }),
      z.object({ allowed: z.literal(false), reasons: z.array(reasonSchema) }),
    ]),
    approve: z.enum(['allowed', 'not-in-this-state', 'sole-author', 'approved-already', 'not-allowed']),
  })
  .openapi('Life');

export type LifeAnswer = z.infer<typeof lifeSchema>;

export const lifeRoute = createRoute({
  method: 'get',
  path: '/api/v1/postmortems/{id}/life',
  operationId: 'getLife',
  tags,
  summary: 'Where a post-mortem stands: approvals, who was asked, what is missing to publish',
  request: { params: idParams },
  responses: { 200: json(lifeSchema, 'Its life'), ...problemAnswers(400, 401, 403, 404, 429) },
});

export const listReviewRequestsRoute = createRoute({
  method: 'get',
  path: '/api/v1/review-requests',
  operationId: 'listReviewRequests',
  tags,
  summary: 'What you have been asked to look at',
  responses: {
    200: json(
      z.object({
        requests: z.array(
          z.object({
            postmortem: z.string(),
            title: z.string(),
            severity: z.string().nullable(),
            askedBy: z.string(),
            at: z.string(),
          }),
        ),
      }),
      'Open requests, the oldest first',
    ),
    ...problemAnswers(401, 403, 429),
  },
});

export const requestReviewRoute = createRoute({
  method: 'post',
  path: '/api/v1/postmortems/{id}/review-requests',
  operationId: 'requestReview',
  tags,
  summary: 'Ask people to look at a draft or a correction',
  request: { params: idParams, body: body(z.object({ people: z.array(plainText(100, 1)).max(50).default([]) })) },
  responses: { 200: json(lifeSchema, 'They are asked'), ...errors },
});

export const approveRoute = createRoute({
  method: 'post',
  path: '/api/v1/postmortems/{id}/approvals',
  operationId: 'approve',
  tags,
  summary: 'Approve the words of a revision',
  request: { params: idParams, body: body(z.object({ revision: revisionNumber })) },
  responses: { 200: json(lifeSchema, 'It is approved'), ...errors },
});

export const withdrawApprovalRoute = createRoute({
  method: 'delete',
  path: '/api/v1/postmortems/{id}/approvals',
  operationId: 'withdrawApproval',
  tags,
  summary: 'Take your approval back',
  request: { params: idParams },
  responses: { 200: json(lifeSchema, 'It is taken back'), ...errors },
});

const seen = body(z.object({ revision: revisionNumber.optional() }));

export const publishRoute = createRoute({
  method: 'post',
  path: '/api/v1/postmortems/{id}/publish',
  operationId: 'publishPostmortem',
  tags,
  summary: 'Publish what was approved',
  request: { params: idParams, body: seen },
  responses: { 200: json(lifeSchema, 'It is published'), ...errors },
});

export const publishCorrectionRoute = createRoute({
  method: 'post',
  path: '/api/v1/postmortems/{id}/correction/publish',
  operationId: 'publishCorrection',
  tags,
  summary: 'Publish a correction, with the follow-ups written beside it',
  request: {
    params: idParams,
    body: body(z.object({ revision: revisionNumber.optional(), reason: plainText(400).default('Correction') })),
  },
  responses: { 200: json(changedSchema, 'It is published'), ...errors },
});

export const discardCorrectionRoute = createRoute({
  method: 'post',
  path: '/api/v1/postmortems/{id}/correction/discard',
  operationId: 'discardCorrection',
  tags,
  summary: 'Put a correction away',
  request: { params: idParams },
  responses: { 200: json(lifeSchema, 'It is put away'), ...errors },
});

export const archiveRoute = createRoute({
  method: 'post',
  path: '/api/v1/postmortems/{id}/archive',
  operationId: 'archivePostmortem',
  tags,
  summary: 'Put a published post-mortem away',
  request: { params: idParams },
  responses: { 200: json(lifeSchema, 'It is archived'), ...errors },
});

export const reopenRoute = createRoute({
  method: 'post',
  path: '/api/v1/postmortems/{id}/reopen',
  operationId: 'reopenPostmortem',
  tags,
  summary: 'Take a step back in its life',
  request: { params: idParams },
  responses: { 200: json(lifeSchema, 'It is open again'), ...errors },
});

export const dismissRoute = createRoute({
  method: 'post',
  path: '/api/v1/postmortems/{id}/dismiss',
  operationId: 'dismissPostmortem',
  tags,
  summary: 'Say that there was no incident',
  request: { params: idParams, body: body(z.object({ reason: plainText(2_000, 1) })) },
  responses: { 200: json(lifeSchema, 'It is dismissed'), ...errors },
});

export const mergeRoute = createRoute({
  method: 'post',
  path: '/api/v1/postmortems/{id}/merge',
  operationId: 'mergePostmortem',
  tags,
  summary: 'Say that another post-mortem tells of the same incident',
  request: {
    params: idParams,
    body: body(z.object({ into: idSchema, reason: plainText(2_000).optional() })),
  },
  responses: { 200: json(lifeSchema, 'It is merged'), ...errors },
});
