import { createRoute, z } from '@hono/zod-openapi';
import { idSchema } from './postmortem.ts';
import { problemAnswers } from './problem.ts';

export const importOutcomes = ['created', 'same', 'attached', 'settings', 'refused'] as const;

export const importReportSchema = z
  .object({
    files: z.array(
      z.object({
        path: z.string(),
        outcome: z.enum(importOutcomes),
        id: idSchema.nullable(),
        reason: z.string().nullable(),
      }),
    ),
    counts: z.record(z.enum(importOutcomes), z.number().int()),
  })
  .openapi('ImportReport');

/** `true` and `false`, as they stand in an address. */
const flag = z.enum(['true', 'false']).default('false');

const archive = { 'application/zip': { schema: z.string().openapi({ format: 'binary' }) } };

export const importRoute = createRoute({
  method: 'post',
  path: '/api/v1/imports',
  operationId: 'importFiles',
  tags: ['exchange'],
  summary: 'Take in an archive of Markdown files with their pictures',
  description: 'What is there already is left as it is. The answer tells of each file what became of it.',
  request: { query: z.object({ acceptSecrets: flag }), body: { required: true, content: archive } },
  responses: {
    200: { description: 'What became of each file', content: { 'application/json': { schema: importReportSchema } } },
    ...problemAnswers(400, 401, 403, 413, 415, 429, 503, 507),
  },
});

export const exportRoute = createRoute({
  method: 'get',
  path: '/api/v1/export',
  operationId: 'exportFiles',
  tags: ['exchange'],
  summary: 'Everything as an archive of Markdown files, byte for byte',
  request: {
    query: z.object({ history: flag.openapi({ description: 'With each revision, life and audit; for admins.' }) }),
  },
  responses: { 200: { description: 'The archive', content: archive }, ...problemAnswers(400, 401, 403, 429, 503) },
});

export const attachmentSchema = z
  .object({ path: z.string(), hash: z.string(), mediaType: z.string(), url: z.string() })
  .openapi('Attachment');

export const listAttachmentsRoute = createRoute({
  method: 'get',
  path: '/api/v1/postmortems/{id}/attachments',
  operationId: 'listAttachments',
  tags: ['exchange'],
  summary: 'The pictures and other files of a post-mortem',
  request: { params: z.object({ id: idSchema }) },
  responses: {
    200: {
      description: 'The files, by the paths by which the document links to them',
      content: { 'application/json': { schema: z.object({ attachments: z.array(attachmentSchema) }) } },
    },
    ...problemAnswers(400, 401, 403, 404, 429),
  },
});

export const getAttachmentRoute = createRoute({
  method: 'get',
  path: '/api/v1/postmortems/{id}/attachments/{hash}',
  operationId: 'getAttachment',
  tags: ['exchange'],
  summary: 'A picture or other file',
  request: { params: z.object({ id: idSchema, hash: z.string().regex(/^[0-9a-f]{64}$/) }) },
  responses: {
    200: {
      description: 'Its bytes',
      content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } },
    },
    ...problemAnswers(400, 401, 403, 404, 429),
  },
});
