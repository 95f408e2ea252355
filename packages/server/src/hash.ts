import crypto from 'node:crypto';

/** SHA-256 of a text as UTF-8, in hexadecimal. */
export function sha256(text: string | Uint8Array): string {
  return crypto.hash('sha256', text);
}
