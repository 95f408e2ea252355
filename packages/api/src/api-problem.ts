interface Told extends Readonly<Record<string, unknown>> {
  readonly code: string;
  readonly status: number;
  readonly detail: string;
}

/** Why a request was not done: the server's problem, or that the server could not be asked (`unreachable`). */
export class ApiProblem extends Error {
  /** Stays the same, as `conflict` or `not-found`. */
  readonly code: string;
  /** Of HTTP; 0 where there was no answer. */
  readonly status: number;
  /** All that the answer says, such as both texts of a conflict. */
  readonly answer: Readonly<Record<string, unknown>>;

  constructor({ code, status, detail, ...more }: Told, options?: ErrorOptions) {
    super(detail, options);
    this.code = code;
    this.status = status;
    this.answer = more;
  }
}
