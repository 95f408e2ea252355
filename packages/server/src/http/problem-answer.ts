import type { ProblemAnswer } from '@debrief/api';
import type { Context } from 'hono';
import { Problem, type ProblemCode } from '../problem.ts';
import { StoreFault, type StoreFaultCode } from '../store/store-fault.ts';

const STATUS: Readonly<Record<ProblemCode, readonly [status: number, title: string]>> = {
  'invalid-request': [400, 'The request cannot be understood'],
  'not-signed-in': [401, 'Not signed in'],
  'not-allowed': [403, 'Not allowed'],
  'not-found': [404, 'Not found'],
  'method-not-allowed': [405, 'Not possible with this method'],
  conflict: [409, 'Somebody else changed the same words'],
  stale: [412, 'It has changed since'],
  'not-in-this-state': [409, 'Not possible in this state'],
  'findings-block': [409, 'Findings stand in the way'],
  'not-approved': [409, 'Approvals are missing'],
  'secret-found': [409, 'It looks like a secret'],
  'change-refused': [422, 'The change cannot be written'],
  'key-reused': [422, 'The idempotency key was used for another request'],
  'too-large': [413, 'Too large'],
  'too-many-requests': [429, 'Too many requests'],
  'unsupported-type': [415, 'Unsupported type'],
  'storage-full': [507, 'No space left'],
  unavailable: [503, 'Not available just now'],
};

const OF_STORE: Readonly<Partial<Record<StoreFaultCode, ProblemCode>>> = {
  full: 'storage-full',
  readOnly: 'unavailable',
  busy: 'unavailable',
  unavailable: 'unavailable',
  unstorable: 'invalid-request',
};

/** Any error as a problem of RFC 9457; null for a fault of ours, about which nothing is told. */
export function problemOf(error: unknown): ProblemAnswer | null {
  if (error instanceof StoreFault) {
    const code = OF_STORE[error.code];
    return code === undefined ? null : answerOf(new Problem(code, error.message));
  }
  return error instanceof Problem ? answerOf(error) : null;
}

function answerOf({ code, message, more }: Problem): ProblemAnswer {
  const [status, title] = STATUS[code];
  return { ...more, type: `urn:debrief:problem:${code}`, title, status, code, detail: message };
}

export const UNEXPECTED: ProblemAnswer = {
  type: 'urn:debrief:problem:unexpected',
  title: 'Something went wrong here',
  status: 500,
  code: 'unexpected',
  detail: 'This is a fault of the server, and it is in its log. Nothing was changed.',
};

export function sendProblem(c: Context, problem: ProblemAnswer): Response {
  const { retryAfter } = problem;
  return c.body(JSON.stringify(problem), problem.status as 400, {
    'content-type': 'application/problem+json',
    ...(typeof retryAfter === 'number' ? { 'retry-after': String(retryAfter) } : {}),
  });
}
