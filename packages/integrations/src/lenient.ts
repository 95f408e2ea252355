import { z } from 'zod';
import { limits } from './limits.ts';

/** An object of a payload, never a list. Only own keys count. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A text; a number or a truth value is read as one, and anything else is as if it were absent. */
export const text = z
  .union([z.string(), z.number().transform(String), z.boolean().transform(String)])
  .optional()
  .catch(undefined);

/** A value that is looked at later, such as a time. */
export const anything = z.unknown().optional();

/** A list whose entries fit; the others, and anything that is no list, are as if they were absent. */
export function listOf<T extends z.ZodType>(entry: T) {
  return z
    .array(z.unknown())
    .catch([])
    .transform((entries) =>
      entries.flatMap((each) => {
        const read = entry.safeParse(each);
        return read.success ? [read.data] : [];
      }),
    );
}

/** The texts of a list. */
export const texts = listOf(z.string());

/** An object; anything else is as if it were absent. */
export function groupOf<T extends z.ZodType>(group: T) {
  return group.optional().catch(undefined);
}

/** The names and values of an object, in its order. Values that are no text, number or truth value are left out. */
export const pairs = z
  .custom<Readonly<Record<string, unknown>>>(isRecord)
  .transform((record) => pairsOf(record))
  .catch([]);

export type Pairs = readonly (readonly [name: string, value: string])[];

function pairsOf(record: Readonly<Record<string, unknown>>): Pairs {
  const found: (readonly [string, string])[] = [];
  for (const name in record) {
    if (found.length > limits.pairs) break;
    const value = record[name];
    if (['string', 'number', 'boolean'].includes(typeof value)) found.push([name, String(value)]);
  }
  return found;
}
