import { z } from '@hono/zod-openapi';

/** What a request for a page of a list holds. */
export const pageQuery = {
  cursor: z
    .string()
    .min(1)
    .max(2_000)
    .optional()
    .openapi({ description: '`next` of the page before; the first page without it.' }),
  limit: z.coerce.number().int().min(1).max(200).default(50),
};

/** A page of a list: what is on it, and how to ask for the next one. */
export function pageSchema<Item extends z.ZodType>(item: Item) {
  return z.object({
    items: z.array(item),
    next: z.string().nullable().openapi({ description: 'The `cursor` of the next page; null on the last one.' }),
  });
}
