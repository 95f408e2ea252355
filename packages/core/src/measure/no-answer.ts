/** Why a question about numbers has no answer: one plain sentence for people. */
export interface NoAnswer {
  readonly reason: string;
}

/** The answer to a question that cannot be answered. */
export function noAnswer(reason: string): NoAnswer {
  return { reason };
}
