import { generate } from './generate.ts';

/** One post-mortem that grew to `megabytes` by the sections of others. */
export function longDocument(megabytes: number): string {
  const parts: string[] = [];
  let bytes = 0;
  for (const { text } of generate(Number.POSITIVE_INFINITY)) {
    const part = bytes === 0 ? text : text.slice(text.indexOf('\n## ') + 1);
    parts.push(part);
    bytes += Buffer.byteLength(part);
    if (bytes >= megabytes * 1e6) break;
  }
  return parts.join('\n');
}
