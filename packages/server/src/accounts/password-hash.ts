import crypto from 'node:crypto';
import { promisify } from 'node:util';
import { hashPassword } from 'better-auth/crypto';

export { hashPassword };

/** Those of the library, whose hashes these are: 32 MiB for each password. */
const SCRYPT = { N: 16_384, r: 16, p: 1, maxmem: 128 * 16_384 * 16 * 2 } as const;
const KEY_BYTES = 64;

const scrypt = promisify<crypto.BinaryLike, crypto.BinaryLike, number, crypto.ScryptOptions, Buffer>(crypto.scrypt);

/**
 * Whether a password is the one that a hash was made of. Written here since the library compares keys as strings, which
 * ends at the first character that differs.
 *
 * @param hash `<salt>:<key in hexadecimal>`
 */
export async function verifyPassword({
  hash,
  password,
}: {
  readonly hash: string;
  readonly password: string;
}): Promise<boolean> {
  const [salt = '', key = ''] = hash.split(':');
  const expected = Buffer.from(key, 'hex');
  const given = await scrypt(password.normalize('NFKC'), salt, KEY_BYTES, SCRYPT);
  return expected.length === given.length && crypto.timingSafeEqual(expected, given);
}
