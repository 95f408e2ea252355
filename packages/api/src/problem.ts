import { z } from '@hono/zod-openapi';

/** RFC 9457. `type` ends with the code, and codes stay the same. */
export const problemSchema = z
  .object({
    type: z.string().openapi({ example: 'urn:debrief:problem:not-found' }),
    title: z.string().openapi({ example: 'Not found' }),
    status: z.number().int(),
    code: z.string().openapi({ example: 'not-found' }),
    detail: z.string(),
  })
  .catchall(z.unknown())
  .openapi('Problem');

export type ProblemAnswer = z.infer<typeof problemSchema>;

/** The answer of a route in the form of a problem, by status. */
export function problemAnswers<Status extends number>(...statuses: readonly Status[]) {
  const answer = {
    description: 'Why it was not done, and what to do next',
    content: { 'application/problem+json': { schema: problemSchema } },
  };
  return Object.fromEntries(statuses.map((status) => [status, answer])) as Record<Status, typeof answer>;
}
