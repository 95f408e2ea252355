import type { Terminal } from './terminal.ts';
import { readingSchema } from './reading-schema.ts';

/** `debrief schema`: the JSON Schema of what `debrief read --format json` prints. */
export async function schemaCommand(_args: readonly string[], { stdout }: Terminal): Promise<number> {
  stdout.write(`${JSON.stringify(readingSchema(), null, 2)}\n`);
  return 0;
}
