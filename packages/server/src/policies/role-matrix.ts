import { invitationPolicy } from './invitation.ts';
import { personPolicy } from './person.ts';
import type { Permission } from './policy.ts';
import { postmortemPolicy } from './postmortem.ts';
import { sessionPolicy } from './session.ts';
import { tokenPolicy } from './token.ts';

/** Every route and who may take it. What is missing here is refused, and a test fails. `open` needs no account. */
export const roleMatrix: Readonly<Record<string, Permission | 'open'>> = {
  'POST /api/v1/postmortems': postmortemPolicy.create,
  'GET /api/v1/postmortems/:id': postmortemPolicy.read,

  'POST /api/v1/session': 'open',
  'GET /api/v1/session': sessionPolicy.read,
  'DELETE /api/v1/session': 'open',
  'GET /api/v1/account/sessions': sessionPolicy.list,
  'DELETE /api/v1/account/sessions/:id': sessionPolicy.revoke,
  'PUT /api/v1/account/password': sessionPolicy.changePassword,

  'POST /api/v1/invitations': invitationPolicy.create,
  'GET /api/v1/invitations': invitationPolicy.list,
  'DELETE /api/v1/invitations/:id': invitationPolicy.withdraw,
  'POST /api/v1/links/read': 'open',
  'POST /api/v1/links/accept': 'open',
  'POST /api/v1/links/reset': 'open',

  'GET /api/v1/people': personPolicy.list,
  'PATCH /api/v1/people/:id': personPolicy.change,
  'POST /api/v1/people/:id/reset-link': personPolicy.makeResetLink,

  'POST /api/v1/tokens': tokenPolicy.create,
  'GET /api/v1/tokens': tokenPolicy.list,
  'DELETE /api/v1/tokens/:id': tokenPolicy.revoke,
};
