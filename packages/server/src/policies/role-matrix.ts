import { actionPolicy } from './action.ts';
import { auditPolicy } from './audit.ts';
import { commentPolicy } from './comment.ts';
import { insightPolicy } from './insight.ts';
import { exchangePolicy } from './exchange.ts';
import { postmortemPolicy } from './postmortem.ts';
import type { Permission } from './policy.ts';
import { reviewPolicy } from './review.ts';
import { invitationPolicy } from './invitation.ts';
import { pageMatrix } from './page-matrix.ts';
import { personPolicy } from './person.ts';
import { sessionPolicy } from './session.ts';
import { settingsPolicy } from './settings.ts';
import { templatePolicy } from './template.ts';
import { tokenPolicy } from './token.ts';

/** Every route and who may take it. What is missing here is refused, and a test fails. `open` needs no account. */
export const roleMatrix: Readonly<Record<string, Permission | 'open'>> = {
  'GET /api/v1/postmortems': postmortemPolicy.list,
  'GET /healthz': 'open',
  'GET /readyz': 'open',
  // Asks for its own token, or to be asked from this machine.
  'GET /metrics': 'open',
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
  'GET /api/v1/postmortems/:id/revisions': postmortemPolicy.read,
  'GET /api/v1/postmortems/:id/diff': postmortemPolicy.read,
  'POST /api/v1/postmortems/:id/revisions/:number/restore': postmortemPolicy.change,
  'GET /api/v1/postmortems/:id/life': reviewPolicy.read,
  'GET /api/v1/review-requests': reviewPolicy.read,
  'POST /api/v1/postmortems/:id/review-requests': reviewPolicy.request,
  'POST /api/v1/postmortems/:id/approvals': reviewPolicy.approve,
  'DELETE /api/v1/postmortems/:id/approvals': reviewPolicy.approve,
  'POST /api/v1/postmortems/:id/publish': reviewPolicy.publish,
  'POST /api/v1/postmortems/:id/correction/publish': reviewPolicy.publish,
  'POST /api/v1/postmortems/:id/correction/discard': reviewPolicy.discard,
  'POST /api/v1/postmortems/:id/archive': reviewPolicy.archive,
  'POST /api/v1/postmortems/:id/reopen': reviewPolicy.reopen,
  'POST /api/v1/postmortems/:id/dismiss': reviewPolicy.dismiss,
  'POST /api/v1/postmortems/:id/merge': reviewPolicy.merge,
  'GET /api/v1/postmortems/:id/comments': commentPolicy.read,
  'POST /api/v1/postmortems/:id/comments': commentPolicy.write,
  'POST /api/v1/postmortems/:id/comments/:comment/answers': commentPolicy.write,
  'POST /api/v1/postmortems/:id/comments/:comment/resolve': commentPolicy.write,
  'POST /api/v1/postmortems/:id/comments/:comment/reopen': commentPolicy.write,
  'DELETE /api/v1/postmortems/:id/comments/:comment': commentPolicy.write,

  'POST /api/v1/imports': exchangePolicy.import,
  'GET /api/v1/export': exchangePolicy.export,
  'GET /api/v1/postmortems/:id/attachments': postmortemPolicy.read,
  'GET /api/v1/postmortems/:id/attachments/:hash': postmortemPolicy.read,

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

  ...pageMatrix,
};
