import { z } from '@hono/zod-openapi';
import { idSchema } from './postmortem.ts';

export const numberSchema = z.coerce.number().int().min(1).max(2_000_000_000);

/** A revision's number in a body. */
export const revisionNumber = z.number().int().min(1).max(2_000_000_000);

export const json = <Schema extends z.ZodType>(schema: Schema, description: string) => ({
  description,
  content: { 'application/json': { schema } },
});

export const body = <Schema extends z.ZodType>(schema: Schema) => ({
  required: true,
  content: { 'application/json': { schema } },
});

export const idParams = z.object({ id: idSchema });

export const personSchema = z
  .object({ id: z.string(), name: z.string() })
  .openapi('NamedPerson', { description: 'Somebody by name; a machine has its id as its name.' });
