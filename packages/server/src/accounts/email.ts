import { z } from 'zod';
import { Problem } from '../problem.ts';

const emailSchema = z.email().max(254);

/** In the one form in which emails are kept and compared; null where it is none. */
export function emailOf(written: string): string | null {
  if (written.length > 1_000) return null;
  const { data } = emailSchema.safeParse(written.trim().toLowerCase());
  return data ?? null;
}

/** @throws Problem `invalid-request` */
export function expectEmail(written: string): string {
  const email = emailOf(written);
  if (email === null)
    throw new Problem('invalid-request', 'This does not look like an email, such as kim@example.com.', {
      field: 'email',
    });
  return email;
}
