import { Problem } from '../problem.ts';
import { assertKeepable } from '../postmortem/keepable.ts';
import { askForSecrets } from '../secret/ask-for-secrets.ts';

const MOST_CHARACTERS = 20_000;

/**
 * Refuses an empty or endless comment, and asks about credentials in it.
 *
 * @throws Problem `invalid-request`, `too-large`, `secret-found`
 */
export function assertComment(text: string, acceptSecrets: boolean): void {
  if (text.trim() === '') throw new Problem('invalid-request', 'Write something first.');
  if (text.length > MOST_CHARACTERS)
    throw new Problem('too-large', `A comment takes up to ${MOST_CHARACTERS} characters.`);
  assertKeepable(text);
  askForSecrets('', [{ from: 0, to: 0, insert: text }], text, acceptSecrets);
}
