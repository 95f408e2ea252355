import { z } from '@hono/zod-openapi';

/** Words that both databases give back as they were sent: no NUL, no half of a character. */
export function plainText(most: number, least = 0) {
  return z
    .string()
    .min(least)
    .max(most)
    .refine((text) => !text.includes('\0') && text.isWellFormed(), 'holds a character that cannot be kept');
}
