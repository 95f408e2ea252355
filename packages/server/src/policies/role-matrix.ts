import { postmortemPolicy } from './postmortem.ts';
import type { Permission } from './policy.ts';

/** Every route and who may take it. What is missing here is refused, and a test fails. `open` needs no account. */
export const roleMatrix: Readonly<Record<string, Permission | 'open'>> = {
  'GET /healthz': 'open',
  'GET /readyz': 'open',
  // Asks for its own token, or to be asked from this machine.
  'GET /metrics': 'open',
  'POST /api/v1/postmortems': postmortemPolicy.create,
  'GET /api/v1/postmortems/:id': postmortemPolicy.read,
};
