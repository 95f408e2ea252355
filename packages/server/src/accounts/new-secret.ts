import crypto from 'node:crypto';

/**
 * What must not be guessed: 192 bits in letters, digits, `-` and `_`. Ids are handed in and may be counted by whoever
 * hands them in, so a secret is never made of one.
 */
export function newSecret(): string {
  return crypto.randomBytes(24).toString('base64url');
}
