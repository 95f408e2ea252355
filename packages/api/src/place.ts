import { z } from '@hono/zod-openapi';

const offset = z.number().int().min(0).max(100_000_000);

/** A half-open range of UTF-16 offsets into a text. */
export const placeSchema = z.object({ from: offset, to: offset }).openapi('Place', { example: { from: 14, to: 18 } });

export const spliceSchema = z
  .object({ from: offset, to: offset, insert: z.string().max(5_000_000) })
  .openapi('Splice', { example: { from: 14, to: 18, insert: 'SEV2' } });
