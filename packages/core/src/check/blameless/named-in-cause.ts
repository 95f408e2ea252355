import type { Hit, Rule } from '../rule.ts';
import { isExplained } from './explained.ts';
import { wordsIn } from './matches.ts';
import { namesOf } from './people.ts';
import { isIn, placeIn, quoted, type Sentence, sentencesOf } from './sentences.ts';
import { named } from './sections.ts';
import { nameAt } from './subject.ts';
import type { Word } from './words.ts';

const VERB =
  /^(?:\w{2,}ed|ran|made|took|put|set|went|sent|did|shut|began|broke|forgot|wrote|gave|let|was|were|had|has|chose|found|left|lost|led|drew|saw|thought|knew|said|told|caught|came|got|kept|built|cut|reset|hit|read|undid|understood|rebuilt|brought|should|could|would)$/;
/** Verbs of help: the name is there for credit. */
const CREDIT =
  /^(?:noticed|detected|reported|fixed|found|mitigated|resolved|acknowledged|identified|discovered|alerted|notified|joined|helped|confirmed|diagnosed|escalated|investigated|restored|volunteered|wrote|reviewed|saw|caught|brought|said|told)$/;
const BY =
  /^(?:pushed|deployed|merged|made|run|executed|introduced|caused|deleted|applied|approved|changed|committed|triggered|started|removed|done|performed|edited|released|written|dropped|misconfigured|restarted|stopped|typed|entered|launched|issued|added|created|disabled|enabled|turned|switched|rolled|taken|put|set)$/;

/**
 * Looks for names and handles of people as those who act in causes and in the summary.
 *
 * @finds rootCause: @kfield pushed the change that removed the index. ⟶ @kfield pushed
 * @finds contributingFactors: The flag was switched off in a change made by Priya. ⟶ by Priya
 * @passes timeline: 10:06 @kfield acknowledged the page.
 * @passes rootCause: A responder restarted the retired replica first.
 * @passes rootCause: The package @kites/core pulled in another version.
 */
export const namedInCause: Rule = {
  id: 'blameless/named-in-cause',
  about: 'A person is named as the one who acts in causes or in the summary.',
  reason:
    'A name in a cause turns the reader to the person. The next one in that seat would have met the same conditions.',
  question:
    'Would the sentence be as true with “a responder”? Then the role will do, with what was visible from that seat.',
  source: 'PagerDuty Postmortem Guide; SRE Workbook, chapter 10',
  levels: { draft: 'warning', review: 'warning', published: 'warning' },
  find: (document) => {
    const names = namesOf(document);
    return sentencesOf(document).flatMap((sentence): readonly Hit[] => {
      if (!isIn(sentence, named) || !/[\p{Lu}@]/u.test(sentence.text)) return [];
      const words = wordsIn(sentence);
      const hits: Hit[] = [];
      for (let index = 0; index < words.length; index += 1) {
        const first = nameAt(words, index, names);
        if (first >= 0) hits.push(...actor(sentence, words, first, index));
      }
      return hits;
    });
  },
};

function actor(sentence: Sentence, words: readonly Word[], first: number, last: number): readonly Hit[] {
  const start = words[first] as Word;
  const end = words[last] as Word;
  const before = words[first - 1];
  const done = /^(?:on|off|out|in|up|down|back)$/.test(words[first - 2]?.text ?? '')
    ? words[first - 3]
    : words[first - 2];
  if (before?.text === 'by' && BY.test(done?.text ?? '')) return [hit(sentence, before.from, end.to, false)];
  if (
    before !== undefined &&
    !start.parted &&
    /^(?:by|to|thanks|from|with|for|of|the|an?|via|in|on|at|using)$/.test(before.text)
  )
    return [];
  const skipped = /ly$|^(?:then|also|again|first|later|who)$/.test(words[last + 1]?.text ?? '') ? 1 : 0;
  const verb = words[last + 1 + skipped];
  if (verb === undefined || words[last + 1]?.parted === true || !VERB.test(verb.text)) return [];
  const explained = isExplained(sentence.lower.slice(verb.to));
  return [hit(sentence, start.from, verb.to, explained || CREDIT.test(verb.text))];
}

function hit(sentence: Sentence, from: number, to: number, isMild: boolean): Hit {
  return {
    place: placeIn(sentence, from, to),
    message: `${quoted(sentence.text.slice(from, to))} names a person in the account of the cause.`,
    ...(isMild && { atMost: 'info' as const }),
  };
}
