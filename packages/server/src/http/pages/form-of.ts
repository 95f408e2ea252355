import type { Context } from 'hono';
import type { z } from 'zod';
import { Problem } from '../../problem.ts';

/**
 * The fields of a form that was sent.
 *
 * @throws Problem `invalid-request`, with the name of the first field that does not fit
 */
export async function formOf<Schema extends z.ZodType>(c: Context, schema: Schema): Promise<z.infer<Schema>> {
  const body = await c.req.parseBody({ all: true });
  const read = schema.safeParse(body);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new Problem(
    'invalid-request',
    `The form cannot be read: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}.`,
  );
}
