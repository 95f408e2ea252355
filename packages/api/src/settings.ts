import { createRoute, z } from '@hono/zod-openapi';
import { body, json } from './answers.ts';
import { plainText } from './plain-text.ts';
import { problemAnswers } from './problem.ts';
import { idempotencyHeader, ifMatchHeader } from './request-headers.ts';

export const settingsSchema = z
  .object({
    text: z.string().openapi({ description: '`debrief.yaml`, empty where nothing is settled.' }),
    hash: z.string(),
    at: z.string().nullable(),
    messages: z.array(z.object({ line: z.number().int(), message: z.string() })).openapi({
      description: 'What is wrong in it; for that the defaults stay in force.',
    }),
  })
  .openapi('Settings');

export const getSettingsRoute = createRoute({
  method: 'get',
  path: '/api/v1/settings',
  operationId: 'getSettings',
  tags: ['settings'],
  summary: 'What the team has settled',
  responses: { 200: json(settingsSchema, 'The settings'), ...problemAnswers(401, 403, 429, 503) },
});

export const changeSettingsRoute = createRoute({
  method: 'put',
  path: '/api/v1/settings',
  operationId: 'changeSettings',
  tags: ['settings'],
  summary: 'Settle something else',
  request: {
    headers: z.object({ ...idempotencyHeader, ...ifMatchHeader }),
    body: body(z.object({ text: plainText(1_000_000).openapi({ example: 'zone: Europe/Oslo\n' }) })),
  },
  responses: {
    200: json(settingsSchema, 'The settings as they are now'),
    ...problemAnswers(400, 401, 403, 412, 413, 415, 422, 429, 503, 507),
  },
});
