import { Problem } from '../problem.ts';

/** The most that one document takes, in bytes of UTF-8. */
export const MOST_BYTES = 5_000_000;

/**
 * Refuses a text that no database gives back as it was sent.
 *
 * @throws Problem `too-large`, `invalid-request` for NUL and for half of a surrogate pair, with its offset
 */
export function assertKeepable(text: string): void {
  if (text.length > MOST_BYTES || Buffer.byteLength(text) > MOST_BYTES)
    throw new Problem(
      'too-large',
      `A post-mortem takes up to ${MOST_BYTES / 1_000_000} MB. Put long logs into a file.`,
    );
  const nul = text.indexOf('\0');
  if (nul >= 0) throw unkeepable('a NUL', nul);
  if (!text.isWellFormed()) throw unkeepable('half a character', text.search(/\p{Surrogate}/u));
}

function unkeepable(what: string, offset: number): Problem {
  return new Problem(
    'invalid-request',
    `The text holds ${what} at offset ${offset}, which cannot be kept. Take it out.`,
    {
      offset,
    },
  );
}
