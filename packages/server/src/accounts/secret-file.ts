import fs from 'node:fs';
import path from 'node:path';
import { newSecret } from './new-secret.ts';

/** What the library takes for long enough. */
const SHORTEST_SECRET = 32;

/**
 * The secret that signs cookies, from the file `secret` of a data folder; made at the first start, for its owner's eyes.
 * It stands beside the database and not in it, so that a copy of the database alone opens no session.
 *
 * @throws RangeError where the file holds something shorter
 */
export function secretIn(folder: string): string {
  const file = path.join(folder, 'secret');
  fs.mkdirSync(folder, { recursive: true });
  try {
    fs.writeFileSync(file, `${newSecret()}\n`, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const secret = fs.readFileSync(file, 'utf8').trim();
  if (secret.length < SHORTEST_SECRET)
    throw new RangeError(`${file} holds fewer than ${SHORTEST_SECRET} characters. Delete it to have a new one made.`);
  return secret;
}
