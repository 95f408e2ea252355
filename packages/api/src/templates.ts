import { createRoute, z } from '@hono/zod-openapi';
import { json } from './answers.ts';
import { problemAnswers } from './problem.ts';

const templateNameSchema = z
  .string()
  .regex(/^[a-z0-9-]{1,80}$/)
  .openapi({ example: 'compact' });

const templateSchema = z
  .object({ name: templateNameSchema, description: z.string(), isDefault: z.boolean() })
  .openapi('Template');

export const listTemplatesRoute = createRoute({
  method: 'get',
  path: '/api/v1/templates',
  operationId: 'listTemplates',
  tags: ['templates'],
  summary: 'The templates there are',
  responses: {
    200: json(z.object({ items: z.array(templateSchema) }), 'All of them'),
    ...problemAnswers(401, 403, 429, 503),
  },
});

export const getTemplateRoute = createRoute({
  method: 'get',
  path: '/api/v1/templates/{name}',
  operationId: 'getTemplate',
  tags: ['templates'],
  summary: 'A template, and an empty draft in it',
  request: { params: z.object({ name: templateNameSchema }) },
  responses: {
    200: json(
      templateSchema.extend({
        body: z.string().openapi({ description: 'Markdown with Liquid tags.' }),
        draft: z.string().openapi({ description: 'What a new post-mortem in it says.' }),
      }),
      'The template',
    ),
    ...problemAnswers(400, 401, 403, 404, 429, 503),
  },
});
