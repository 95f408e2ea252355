import fs from 'node:fs';
import { reasonOf } from './find-files.ts';

/** The text of a file with every byte of it, or why it cannot be had so. */
type Exact = { readonly text: string; readonly problem?: undefined } | { readonly problem: string };

/** The text of a file to the byte, with its mark of byte order. Bytes that are no UTF-8 would be lost, so it is refused. */
export function exactText(file: string): Exact {
  try {
    const bytes = fs.readFileSync(file === '-' ? 0 : file);
    if (bytes.includes(0) && (bytes[0] === 0 || bytes[1] === 0 || (bytes[0] ?? 0) >= 0xfe))
      return { problem: 'this is UTF-16; save it as UTF-8 to edit it.' };
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch (error) {
    if (error instanceof TypeError)
      return { problem: 'some of its bytes are not UTF-8, and writing it would lose them. Save it as UTF-8 first.' };
    return { problem: reasonOf(error) };
  }
}
