import { commentPolicy } from './comment.ts';
import { personPolicy } from './person.ts';
import type { Permission } from './policy.ts';
import { postmortemPolicy } from './postmortem.ts';
import { reviewPolicy } from './review.ts';
import { sessionPolicy } from './session.ts';
import { settingsPolicy } from './settings.ts';

const pages: Readonly<Record<string, Permission | 'open'>> = {
  'GET /assets/:name': 'open',
  'GET /sign-in': 'open',
  'POST /sign-in': 'open',
  'POST /sign-out': 'open',
  'GET /link/:secret': 'open',
  'POST /link/:secret': 'open',

  'GET /': postmortemPolicy.list,
  'GET /new': postmortemPolicy.create,
  'POST /new': postmortemPolicy.create,
  'GET /postmortems': postmortemPolicy.list,
  'GET /postmortems/:id': postmortemPolicy.read,
  'GET /postmortems/:id/edit': postmortemPolicy.change,
  'POST /postmortems/:id/edit': postmortemPolicy.change,
  'GET /postmortems/:id/history': postmortemPolicy.read,
  'GET /postmortems/:id/diff': postmortemPolicy.read,
  'POST /postmortems/:id/restore': postmortemPolicy.change,
  'GET /postmortems/:id/review': reviewPolicy.read,
  'POST /postmortems/:id/review': reviewPolicy.request,
  'POST /postmortems/:id/comments': commentPolicy.write,
  'POST /postmortems/:id/comments/:comment/answers': commentPolicy.write,
  'POST /postmortems/:id/comments/:comment/resolve': commentPolicy.write,
  'GET /actions': postmortemPolicy.list,
  'POST /actions': postmortemPolicy.change,
  'GET /people': personPolicy.change,
  'POST /people': personPolicy.change,
  'GET /account': sessionPolicy.list,
  'POST /account': sessionPolicy.list,
  'GET /settings': settingsPolicy.change,
  'POST /settings': settingsPolicy.change,
};

/** Every page and form, and who may open it. `open` needs no account. */
export const pageMatrix: Readonly<Record<string, Permission | 'open'>> = Object.fromEntries(
  Object.entries(pages).map(([route, permission]) => [
    route,
    permission === 'open' ? permission : { ...permission, isForSessions: true as const },
  ]),
);
