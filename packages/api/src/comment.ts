import { createRoute, z } from '@hono/zod-openapi';
import { body, idParams, json, personSchema, revisionNumber } from './answers.ts';
import { placeSchema } from './change.ts';
import { plainText } from './plain-text.ts';
import { idSchema } from './postmortem.ts';
import { problemAnswers } from './problem.ts';

const tags = ['comments'];
const errors = problemAnswers(400, 401, 403, 404, 409, 413, 429, 503, 507);

const answerShape = { id: idSchema, author: personSchema, at: z.string(), text: z.string() };

export const commentSchema = z
  .object({
    ...answerShape,
    isDeleted: z.boolean(),
    line: z.enum(['main', 'correction']),
    place: placeSchema
      .nullable()
      .openapi({ description: 'Null for the whole document, and where the words it was about are gone.' }),
    quoted: z.string().nullable(),
    resolved: z.object({ at: z.string(), by: z.string().nullable() }).nullable(),
    answers: z.array(z.object(answerShape)),
  })
  .openapi('Comment');

const commentsSchema = z.object({ comments: z.array(commentSchema) });
const writtenSchema = z.object({ comment: idSchema });
const words = { text: plainText(20_000, 1), acceptSecrets: z.boolean().default(false) };
const params = idParams.extend({ comment: idSchema });
const path = '/api/v1/postmortems/{id}/comments';

export const listCommentsRoute = createRoute({
  method: 'get',
  path,
  operationId: 'listComments',
  tags,
  summary: 'Comments with their answers',
  request: { params: idParams },
  responses: { 200: json(commentsSchema, 'The comments'), ...problemAnswers(400, 401, 403, 404, 429) },
});

export const addCommentRoute = createRoute({
  method: 'post',
  path,
  operationId: 'addComment',
  tags,
  summary: 'Comment on a place in the text, or on the whole of it',
  request: {
    params: idParams,
    body: body(
      z.object({
        ...words,
        anchor: z.object({ revision: revisionNumber, place: placeSchema }).nullable().default(null),
      }),
    ),
  },
  responses: { 201: json(writtenSchema, 'It is kept'), ...errors },
});

export const answerCommentRoute = createRoute({
  method: 'post',
  path: `${path}/{comment}/answers`,
  operationId: 'answerComment',
  tags,
  summary: 'Answer a comment',
  request: { params, body: body(z.object(words)) },
  responses: { 201: json(writtenSchema, 'It is kept'), ...errors },
});

export const resolveCommentRoute = createRoute({
  method: 'post',
  path: `${path}/{comment}/resolve`,
  operationId: 'resolveComment',
  tags,
  summary: 'Say that a comment is dealt with',
  request: { params },
  responses: { 200: json(commentsSchema, 'The comments'), ...errors },
});

export const reopenCommentRoute = createRoute({
  method: 'post',
  path: `${path}/{comment}/reopen`,
  operationId: 'reopenComment',
  tags,
  summary: 'Say that a comment is not dealt with after all',
  request: { params },
  responses: { 200: json(commentsSchema, 'The comments'), ...errors },
});

export const deleteCommentRoute = createRoute({
  method: 'delete',
  path: `${path}/{comment}`,
  operationId: 'deleteComment',
  tags,
  summary: 'Take your comment back',
  request: { params },
  responses: { 200: json(commentsSchema, 'The comments'), ...errors },
});
