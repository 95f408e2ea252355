/**
 * Why a request was not done, by a code that stays the same. Each has one status of HTTP in `http/problem-answer.ts`.
 */
export type ProblemCode =
  | 'invalid-request'
  | 'not-signed-in'
  | 'not-allowed'
  | 'not-found'
  | 'method-not-allowed'
  | 'conflict'
  | 'stale'
  | 'not-in-this-state'
  | 'findings-block'
  | 'not-approved'
  | 'secret-found'
  | 'change-refused'
  | 'key-reused'
  | 'too-large'
  | 'too-many-requests'
  | 'unsupported-type'
  | 'storage-full'
  | 'unavailable';

/** The one error of the server. What else is thrown is a fault of ours. */
export class Problem extends Error {
  readonly code: ProblemCode;
  /** What the answer holds besides, such as both texts of a conflict. */
  readonly more: Readonly<Record<string, unknown>>;

  /** @param detail a sentence for people that says what to do next */
  constructor(code: ProblemCode, detail: string, more: Readonly<Record<string, unknown>> = {}) {
    super(detail);
    this.code = code;
    this.more = more;
  }
}
