import type { Rule } from '../rule.ts';
import { hitsOf } from './matches.ts';
import { needle } from './needle.ts';
import { isIn } from './sentences.ts';
import { luck } from './sections.ts';

const ANIMATED =
  /\b(?:ridiculous(?:ly)?|(?:a|the|this|that|total|complete|huge|\w+ful|ridiculous|big|such a) mess\b|messy|nightmar(?:e|ish)|disaster|disastrous(?:ly)?|insane(?:ly)?|horribl[ey]|horrific|embarrassing(?:ly)?|can't believe|cannot believe|unacceptable|thankfully|luckily|terribl[ey]|awful(?:ly)?|shameful(?:ly)?|crazy|idiotic|pathetic|outrageous|fiasco|debacle|unbelievabl[ey]|inexcusabl[ey]|appalling(?:ly)?|absurd(?:ly)?|fortunately|(?:a|total|complete|utter|absolute|pure|sheer) (?:joke|farce|shambles|horror|chaos|catastrophe|disgrace|shitshow|train wreck)|was chaos|hopeless(?:ly)?|(?:is|was|are|were) (?:\w+ )?(?:garbage|rubbish|crap|pathetic|a shame)|what a shame|catastrophic(?:ally)?|shocking(?:ly)?|scandalous(?:ly)?|atrocious(?:ly)?|abysmal(?:ly)?|dreadful(?:ly)?|laughabl[ey]|ludicrous(?:ly)?|preposterous|infuriating(?:ly)?|unforgivabl[ey]|unthinkable|dumpster fire)(?![\w-]|\.\w)|(?<=[\p{L}\p{N}])!{2,9}/gu;
const NEEDLE = needle(
  'ridic|mess|nightm|disast|insan|horri|embarr|believ|unaccept|thankf|luckil|terrib|awful|shame|crazy|idiot|pathet|outrag|fiasco|debacle|excus|appall|absurd|fortunat|joke|farce|shambl|horror|chaos|catastr|disgrace|shit|wreck|hopeless|garbage|rubbish|crap|shock|scandal|atroc|abysm|dread|laugh|ludicr|prepost|infuriat|unforg|unthink|dumpster|!!',
);
const TERM =
  /^[\s-]*(?:recovery|plan|drill|tolerance|tolerant|site|scenario|preparedness|parallel|failover|cancellation|backtracking|forgetting|engineering|monkey|mesh|test)/;

/**
 * Looks for animated words: “a nightmare”, “ridiculous”, “thankfully”.
 *
 * @finds summary: The migration was a nightmare from the first hour. ⟶ nightmare
 * @finds lessons: Luckily the backup was a day old.
 * @passes summary: The disaster recovery site took over in 4 minutes.
 * @passes lucky: Luckily the cache was warm.
 */
export const animated: Rule = {
  id: 'blameless/animated',
  about: 'Animated words where a fact and its measure could stand.',
  reason: 'Strong words tell how it felt afterwards, and make readers look for somebody to be angry with.',
  question: 'Which fact is meant, and how large was it?',
  source: 'SRE Workbook, chapter 10',
  levels: { draft: 'info', review: 'warning', published: 'warning' },
  find: (document) =>
    hitsOf(
      document,
      { where: (sentence) => !isIn(sentence, luck), needle: NEEDLE, pattern: ANIMATED },
      ({ sentence, text, from, to, behind }) =>
        TERM.test(behind) ||
        isProperName(sentence.text, from) ||
        (/^(?:luckily|thankfully)$/.test(text) && sentence.names.includes('wentWell'))
          ? null
          : { message: `“${sentence.text.slice(from, to)}” tells a feeling rather than a fact.` },
    ),
};

/** A capital within a sentence tells of a product: “the Nightmare runner”. */
function isProperName(text: string, from: number): boolean {
  const word = /^[\w']+(?: [\w']+)?/.exec(text.slice(from, from + 40))?.[0] ?? '';
  return /^\p{Lu}\p{Ll}/u.test(word) && /[\p{L}\p{N},]\s$/u.test(text.slice(Math.max(0, from - 2), from));
}
