import { createRoute, z } from '@hono/zod-openapi';
import { json } from './answers.ts';
import { pageQuery, pageSchema } from './page.ts';
import { problemAnswers } from './problem.ts';

const auditEntrySchema = z
  .object({
    sequence: z.number().int(),
    at: z.string(),
    actor: z.string(),
    action: z.string().openapi({ example: 'postmortem.create' }),
    subject: z.string(),
    detail: z.record(z.string(), z.unknown()),
    hash: z.string(),
    previousHash: z.string(),
  })
  .openapi('AuditEntry');

export const listAuditRoute = createRoute({
  method: 'get',
  path: '/api/v1/audit',
  operationId: 'listAudit',
  tags: ['audit'],
  summary: 'Who did what, newest first',
  request: {
    query: z.object({
      ...pageQuery,
      subject: z.string().min(1).max(200).optional().openapi({ description: 'Only what was done to this.' }),
      action: z.string().min(1).max(100).optional(),
    }),
  },
  responses: { 200: json(pageSchema(auditEntrySchema), 'A page'), ...problemAnswers(400, 401, 403, 429, 503) },
});
