import { Problem } from '../problem.ts';

/** In characters. Long ones take the place of rules about digits and signs. */
export const SHORTEST_PASSWORD = 12;
/** Each has to be worked through by a function that is slow on purpose. */
export const LONGEST_PASSWORD = 200;

type PasswordFault = 'too short' | 'too long' | 'the email' | 'one character';

const SENTENCES: Readonly<Record<PasswordFault, string>> = {
  'too short': `A password needs at least ${SHORTEST_PASSWORD} characters. A few words that only you put together do well.`,
  'too long': `A password has at most ${LONGEST_PASSWORD} characters.`,
  'the email': 'A password that is the email is the first one to be tried. Please take another.',
  'one character': 'A password of one character again and again is soon guessed. Please take another.',
};

/** What is wrong with a new password; null where nothing is. */
function passwordFault(password: string, email: string): PasswordFault | null {
  const characters = Array.from(password.slice(0, LONGEST_PASSWORD * 2 + 2));
  if (characters.length < SHORTEST_PASSWORD) return 'too short';
  if (characters.length > LONGEST_PASSWORD) return 'too long';
  if (password.trim().toLowerCase() === email.toLowerCase()) return 'the email';
  return new Set(characters).size === 1 ? 'one character' : null;
}

/**
 * @throws Problem `invalid-request`, with the reason
 * @example expectGoodPassword('kim@example.com', 'kim@example.com') // throws: reason “the email”
 */
export function expectGoodPassword(password: string, email: string): void {
  const fault = passwordFault(password, email);
  if (fault !== null) throw new Problem('invalid-request', SENTENCES[fault], { field: 'password', reason: fault });
}
