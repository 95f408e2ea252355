import { Problem } from '../problem.ts';

const LONGEST_NAME = 200;
/** Control signs, separators of lines, and signs that turn the direction of what follows. */
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

/**
 * The name of a person as it is kept: without spaces around it and signs that nobody sees.
 *
 * @throws Problem `invalid-request`
 */
export function expectPersonName(written: string): string {
  const name = written
    .slice(0, LONGEST_NAME * 4)
    .toWellFormed()
    .replace(UNSEEN, '')
    .trim();
  if (name === '' || name.length > LONGEST_NAME)
    throw new Problem('invalid-request', `A name has between one and ${LONGEST_NAME} characters.`, { field: 'name' });
  return name;
}
