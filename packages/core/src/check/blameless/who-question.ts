import type { Rule } from '../rule.ts';
import { hitsOf } from './matches.ts';
import { needle } from './needle.ts';

const PERSON =
  '(?:i|we|he|she|they|nobody|no one|anyone|someone|(?:the |our |an? )?(?:[\\w-]+ )?(?:engineers?|developers?|operators?|on-call|responders?|reviewers?|team|author|sres?|dbas?|admin|manager|intern|contractor))';
const ASKS = new RegExp(
  `(?<=^|[.:;,—-] |and |but )(?:who (?:did|caused|approved|broke|made|deployed|pushed|merged|is responsible|was responsible|let|allowed|forgot|signed|changed|wrote|ran|is to blame|deleted)\\b|(?:so )?why (?:did(?:n't| not)?|was(?:n't| not)?|were(?:n't| not)?|had(?:n't| not)?) (?:@[\\w-]+|${PERSON})\\b)`,
  'g',
);

const NEEDLE = needle('who |why ');

/**
 * Looks for questions that ask who, or why a person did something.
 *
 * @finds lessons: Who approved this change?
 * @finds fiveWhys: Why did the engineer skip the dry run?
 * @passes fiveWhys: Why did the pool run out of connections?
 * @passes lessons: How did the change become visible to the reviewers?
 */
export const whoQuestion: Rule = {
  id: 'blameless/who-question',
  about: 'A question that asks who, or why a person did something.',
  reason: '“Who” and “why did you” ask for a defence; “what” and “how” ask for a description.',
  question: 'How would it read with “what” or “how”: what was visible, how did it come to this?',
  source: 'John Allspaw, The Infinite Hows; Etsy Debriefing Facilitation Guide',
  levels: { draft: 'info', review: 'info', published: 'info' },
  find: (document) =>
    hitsOf(
      document,
      { where: ({ text }) => text.includes('?'), needle: NEEDLE, pattern: ASKS },
      ({ sentence, from, to }) => ({ message: `“${sentence.text.slice(from, to)}” asks for a person.` }),
    ),
};
