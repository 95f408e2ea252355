import type { Hit, Rule } from '../rule.ts';
import { needle } from './needle.ts';
import { actionsOf, core } from './action-texts.ts';
import { placeIn, quoted, type Sentence } from './sentences.ts';

const PEOPLE =
  '(?:people|engineers?|everyone|everybody|developers?|operators?|responders?|reviewers?|the team|teams?|on-call|staff|all|us|we|you|members?|sres?|dbas?|colleagues)';
const VIGILANCE = new RegExp(
  `\\b(?:be (?:more |extra |very )?(?:careful|vigilant|mindful|attentive|cautious|aware)|take (?:more |extra |greater )?care|pay (?:more |closer |close |better )?attention|remember to|remind(?:ers?)?(?= |$)|double[- ]check|triple[- ]check|make sure (?:that )?(?:all |our |the )?${PEOPLE}\\b|ensure (?:that )?(?:all |our |the )?${PEOPLE} (?:know|are|is|follow|check|read|understand|remember|always|never|double|pay|review)|(?:train|retrain|educate|coach) (?:all |our |the |new |more )?(?:\\w+ )?${PEOPLE}|(?:provide|schedule|hold|organi[sz]e|give|arrange|run|offer|do|more|additional|mandatory|better|refresher) (?:\\w+ ){0,4}training\\b|training (?:session|for|on|course)|raise awareness|awareness (?:training|session|campaign)|communicate (?:better|more)|(?:update|extend|amend|expand) (?:the |our )?(?:[\\w-]+ )?(?:runbooks?|docs?|documentation|polic(?:y|ies)|playbooks?|wiki|guidelines?)|add (?:a |an )?(?:[\\w-]+ )?(?:warning|note|reminder)\\b|be vigilant|stay alert|(?:tell|ask|encourage|instruct|urge|advise|request|remind) (?:all |our |the |every )?(?:[\\w-]+ ){0,2}?${PEOPLE} (?:to|not to|that|about|of)\\b|${PEOPLE} (?:must|should|have to|need to|has to|needs to|are asked to) (?:always |never |first |also )?(?:read|remember|check|verify|double-check|follow|pay attention|take (?:more |greater )?care|think|confirm|make sure)\\b|(?:don't|do not|never) forget|keep (?:an|a close|a closer) eye on|^always (?:check|verify|double|confirm|make sure|read|test|ask)|(?:write|create|introduce|publish|circulate|issue) (?:a |an )?(?:new |short |internal )?(?:[\\w-]+ )?(?:polic(?:y|ies)|guidelines?|memo|reminder)\\b|re-?train|refresh (?:the |our )?(?:[\\w'-]+ )?knowledge|spread the word|think twice|try (?:harder|not) to|avoid mistakes)`,
);
const NEEDLE = needle(
  'care|vigil|mindful|attent|cautious|aware|remem|remind|check|make sure|ensure|train|educ|coach|communicate|update|extend|amend|expand|add |alert|try |avoid|tell|ask |encourage|instruct|urge|advise|must|should|have to|need|has to|forget|eye on|always|write|create|introduce|publish|circulate|issue|refresh|spread|think',
);
/** A machine that learns, a rehearsal, or an alert with a threshold. */
const OTHER =
  /\b(?:train(?:ing)? (?:the |a |our )?(?:\w+ )?(?:model|classifier|network|data|set|job|run|pipeline|cluster)|game ?day|simulat|drill|exercise|chaos|retrain the model|checksum|double-check(?:ed)? locking|warning (?:alert|threshold|at|when|log|level|if)|alert when)\b/;
/** With it stands something that does not rely on memory. */
const STRONGER =
  /\b(?:and|,|by|then|so that) (?:also )?(?:block|reject|refuse|enforce|remove|automate|add (?:a |an )?(?:\w+ )?(?:check|test|alert|gate|guard|lock|validation|limit)|require|make (?:the|it)|disable|fail|prevent|validate|lock|gate|having the|a ci )|\bautomatic\w*\b|\bci\b|\brefuses?\b|\brejects?\b|\benforced?\b|\bblocks?\b/;
const DOCUMENT = /^(?:update|extend|amend|expand|add)/;

/**
 * Looks for action items that rely on people being careful, reminded or trained.
 *
 * @finds actionItems: Remind everyone to look at the region before a deletion.
 * @finds actionItems: Be more careful with changes of the firewall.
 * @passes actionItems: Train the model on the labels of last month.
 * @passes actionItems: Update the runbook and block the command in the console.
 */
export const vigilance: Rule = {
  id: 'blameless/vigilance',
  about: 'An action item that relies on people being careful, reminded or trained.',
  reason:
    'Attention is a limit of people and not a reserve. Such an action helps least when it is needed most: in a hurry, at night, with somebody new.',
  question: 'What would make the safe way the default, or the wrong way impossible?',
  source: 'VA NCPS / RCA2 action hierarchy',
  levels: { draft: 'info', review: 'warning', published: 'info' },
  find: (document) => actionsOf(document).flatMap(relies),
};

function relies(sentence: Sentence): readonly Hit[] {
  if ((sentence.needles & NEEDLE.bit) === 0 || !NEEDLE.pattern.test(sentence.lower)) return [];
  const text = core(sentence.lower).slice(0, 600);
  const found = VIGILANCE.exec(text);
  if (found === null || OTHER.test(text) || STRONGER.test(text)) return [];
  const from = Math.max(0, sentence.lower.indexOf(found[0]));
  const to = from + found[0].length;
  const isDocument = DOCUMENT.test(found[0]);
  return [
    {
      place: placeIn(sentence, from, to),
      message: `${quoted(sentence.text.slice(from, to))} relies on people's attention or memory.`,
      ...(isDocument && { atMost: 'info' as const }),
    },
  ];
}
