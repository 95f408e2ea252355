import { z } from '@hono/zod-openapi';

/** Which revision of a post-mortem is asked for. */
export const whichRevision = z
  .union([z.enum(['shown', 'newest']), z.coerce.number().int().min(1).max(2_000_000_000)])
  .default('shown')
  .openapi({ description: '`shown` is what readers see, `newest` what editors go on with, a number any other.' });
