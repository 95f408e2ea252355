import type { MessageCode } from '../../model/index.ts';
import type { Rule } from '../rule.ts';

/**
 * Finds what reading reported under one code, with reading's own words. `fits` may leave out those at whose words there
 * is nothing to ask.
 *
 * @example reported('broken-table')(document) // [{ place, message: 'This row has 4 cells and the header 2. …' }]
 */
export function reported(code: MessageCode, fits: (words: string) => boolean = () => true): Rule['find'] {
  return ({ reading: { text, messages } }) =>
    messages
      .filter((message) => message.code === code && fits(text.slice(message.place.from, message.place.to)))
      .map(({ place, message }) => ({ place, message }));
}
