import type { Rule } from '../rule.ts';
import { hitsOf } from './matches.ts';
import { needle } from './needle.ts';
import { isIn } from './sentences.ts';
import { plans } from './sections.ts';

const SINGLE =
  /\b(?:(?:the|its|our) (?:single |one |real |primary |true |main |only |actual |sole |underlying |ultimate )*root cause(?: (?:of|for|behind) (?:[\w`-]+ ){1,7}?)?\s?(?:was|is|were|turned out to be|turns out to be|lies in|lay in)(?! (?:also )?(?:not|n't|still|un\w+|being|yet|to be|found|identified|determined|traced|confirmed|fixed|resolved|understood|addressed|suspected|investigated|discovered|established|described|shown|given|known|clear|believed to lie|one of|the same|multiple|several|a combination|twofold|two|three|four)\b)|the (?:actual|real|true) (?:reason|cause)(?: (?:of|for|behind) (?:[\w`-]+ ){1,7}?)?\s?(?:was|is)(?! (?:not|un\w+|still|being|yet|to be|found|identified|determined|that we|never)\b)|(?:solely|entirely|exclusively) (?:caused by|due to|because of)|purely caused by|(?:caused|due|because) (?:solely|only|entirely|exclusively) (?:by|to|of)|the (?:only|sole|single|one and only) (?:reason|cause)(?= (?:of|for|why|was|is|that|behind)\b)(?! (?:was|is) (?:not|un|still|being|yet|to be|found|identified|determined))|there (?:is|was) (?:a|only one|just one|only a) single (?:root )?(?:cause|reason|factor|explanation)|(?:there (?:is|was) (?:only|just)|there was) one (?:single |root )?(?:cause|reason|explanation)|sole(?:ly)? (?:responsible|to blame))\b/g;
const NEEDLE = needle(
  'root cause|solely|entirely|exclusively|purely|caused only|only reason|sole |single |only one|just one|only cause|one cause|one reason|actual cause|actual reason|real cause|real reason|true cause|true reason|and only cause|and only reason',
  /root cause|solely|entirely|exclusively|purely|caused only|only reason|sole |single |only one|just one|only cause|one (?:cause|reason)|(?:actual|real|true|and only) (?:cause|reason)/,
);

/**
 * Looks for one condition named as the root cause, or as the only reason.
 *
 * @finds rootCause: The root cause was an expired certificate. ⟶ The root cause was
 * @finds summary: The outage was caused solely by the new parser.
 * @passes timeline: The root cause was identified at 14:45.
 * @passes rootCause: There was no single root cause: three conditions had to meet.
 */
export const singleRootCause: Rule = {
  id: 'blameless/single-root-cause',
  about: 'One condition is named as the root cause or as the only reason.',
  reason:
    'Incidents in complex systems need several conditions, each necessary and none enough alone. One named root hides the others.',
  question: 'Which other conditions also had to be present, and which alone would have been enough?',
  source: 'Richard Cook, How Complex Systems Fail; John Allspaw, The Infinite Hows',
  levels: { draft: 'info', review: 'info', published: 'info' },
  find: (document) =>
    hitsOf(
      document,
      {
        where: (sentence) => !isIn(sentence, plans) && !sentence.names.includes('timeline'),
        needle: NEEDLE,
        pattern: SINGLE,
      },
      ({ before, sentence, from, to }) => {
        if (/\b(?:no|not|never|n't|one of|whether|if|unclear|what|nor|isn't|wasn't|until)\s+$/.test(before))
          return null;
        if (sentence.text.endsWith('?')) return null;
        return { message: `“${sentence.text.slice(from, to)}” names one condition for all.` };
      },
    ),
};
