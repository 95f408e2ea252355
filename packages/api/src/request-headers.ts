import { z } from '@hono/zod-openapi';

/** For requests that change something: with a key, the same request sent again is done once. */
export const idempotencyHeader = {
  'idempotency-key': z
    .string()
    .regex(/^[\x21-\x7e]{1,200}$/)
    .optional()
    .openapi({ description: 'A name of your choice for this request; sent again with it, it is done once.' }),
};

/** For requests that change what was got before. */
export const ifMatchHeader = {
  'if-match': z
    .string()
    .max(1_000)
    .optional()
    .openapi({ description: 'The ETag of what was got: where it has changed since, nothing is done (`stale`).' }),
};
