import { actionPolicy } from './action.ts';
import { auditPolicy } from './audit.ts';
import { insightPolicy } from './insight.ts';
import type { Permission } from './policy.ts';
import { postmortemPolicy } from './postmortem.ts';
import { settingsPolicy } from './settings.ts';
import { templatePolicy } from './template.ts';

/** Every route and who may take it. What is missing here is refused, and a test fails. `open` needs no account. */
export const roleMatrix: Readonly<Record<string, Permission | 'open'>> = {
  'POST /api/v1/postmortems': postmortemPolicy.create,
  'GET /api/v1/postmortems/:id': postmortemPolicy.read,
  'PATCH /api/v1/postmortems/:id': postmortemPolicy.change,
  'GET /api/v1/postmortems/:id/findings': postmortemPolicy.read,
  'GET /api/v1/postmortems/:id/measurements': postmortemPolicy.read,
  'GET /api/v1/postmortems/:id/related': postmortemPolicy.read,
  'GET /api/v1/actions': actionPolicy.list,
  'PATCH /api/v1/actions/:id': actionPolicy.change,
  'GET /api/v1/insights': insightPolicy.read,
  'GET /api/v1/templates': templatePolicy.read,
  'GET /api/v1/templates/:name': templatePolicy.read,
  'GET /api/v1/settings': settingsPolicy.read,
  'PUT /api/v1/settings': settingsPolicy.change,
  'GET /api/v1/audit': auditPolicy.read,
  'GET /api/v1/openapi.json': 'open',
  'GET /api/docs': 'open',
  'GET /api/docs.css': 'open',
};
