import type { Rule } from '../rule.ts';
import { givenNames } from './given-names.ts';
import { hitsOf } from './matches.ts';
import { needle } from './needle.ts';

const PERSON =
  '(?:i|we|he|she|they|nobody|no one|anyone|anybody|someone|somebody|everyone|none of us|(?:the |our |an? )?(?:[\\w-]+ )?(?:engineers?|developers?|operators?|on-call|responders?|reviewers?|team|author|sres?|dbas?|admin|manager|intern|contractor)(?! (?:dashboards?|pods?|pages?|portals?|consoles?|services?|tools?|bots?|apis?|images?|schedules?|rotations?|accounts?|jobs?|channels?|databases?|containers?|charts?|uis?|apps?|views?|nodes?)\\b))';
const ASKS = new RegExp(
  `(?<=^|[.:;,—-] |and |but )(?:who (?:(?:on \\w+ )?(?:did|caused|approved|broke|made|deployed|pushed|merged|let|allowed|forgot|signed|changed|wrote|ran|deleted|removed|dropped|gave|ignored|missed|enabled|disabled|turned|switched|started|stopped|restarted|skipped|thought|decided|authori[sz]ed|configured|misconfigured|committed|released|edited|touched|introduced|left|silenced|muted|closed|requested|ordered|failed|should have|could have|messed|screwed|took|put|set|told|added|triggered|rolled|reviewed)|(?:is|was) (?:responsible|to blame|at fault|supposed)|(?:is|was) it (?:that|who))\\b|whose (?:idea|fault|change|commit|decision|mistake|job|responsibility|error|task|pull request|pr)\\b|(?:so )?why (?:did|was|were|had|has|have|would|could|should|do|does|is|are)(?:n't| not)? (?:@[\\w-]+|${PERSON}|(\\p{L}[\\p{L}-]+))(?![\\w-]))`,
  'gu',
);

const NEEDLE = needle('who |why |whose ', /\bwho |\bwhy |\bwhose /);

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
      ({ sentence, from, to, groups: [name], names }) =>
        name !== undefined && !givenNames.has(name) && !names.people.has(name)
          ? null
          : { message: `“${sentence.text.slice(from, to)}” asks for a person.` },
    ),
};
