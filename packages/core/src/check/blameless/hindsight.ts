import type { Rule } from '../rule.ts';
import { type Answer, hitsOf, type Match } from './matches.ts';
import { needle } from './needle.ts';
import { isIn } from './sentences.ts';
import { accounts, plans } from './sections.ts';

const JUDGEMENT =
  /\b(?:obvious(?:ly)?|evidently|clearly|it was clear (?:from|that)|of course|simply|just had to|only had to|careless(?:ly|ness)?|reckless(?:ly|ness)?|slopp(?:y|ily|iness)|laz(?:y|iness)|incompeten(?:t|ce|tly)|hast(?:y|ily)|naive(?:ly)?|stupid(?:ly|ity)?|negligent(?:ly)?|complacen(?:t|cy|tly)|(?:should|ought to|must) have known|common sense|thoughtless(?:ly)?|unprofessional(?:ly)?|irresponsibl[ey]|foolish(?:ly)?|foolhardy|imprudent(?:ly)?|ill-advised|ill-considered|short-sighted|rashly|silly (?:mistake|error|decision|oversight|typo)|amateurish|knew better|(?:it )?was (?:plain|evident) (?:to see|from|that)|(?:anyone|anybody|any (?:competent|sensible|reasonable|good|decent) \w+) (?:could|would|should) (?:have )?(?:see|seen|know|known|noticed?|spott?(?:ed)?)|there for (?:all|everyone|anyone) to see)\b/g;
const NEEDLE = needle(
  'obvious|clear|of course|simply|had to|careless|reckless|slopp|laz|incompet|hast|naive|stupid|neglig|complac|known|common sense|thoughtless|unprofess|irrespons|foolish|foolhardy|imprud|ill-|short-s|rashly|silly|amateur|better|plain|evident|anyone|anybody|any |there for',
  /obvious|clear|of course|simply|had to|careless|reckless|slopp|laz|incompet|hast|naive|stupid|neglig|complac|known|common sense|thoughtless|unprofess|irrespons|foolish|foolhardy|imprud|ill-|short-s|rashly|silly|amateur|better|plain|evident|anyone|anybody|any \w+ \w+ (?:c|w|sh)ould|there for/,
);
/** The word belongs to a technical term. */
const TERMS: Readonly<Record<string, RegExp>> = {
  lazy: /^[\s-]+(?:load|init|eval|import|connect|migrat|cach|fetch|delet|free|write|instantiat|bind|mode|expir|replic|sync|propert|field|creat|unmount|umount)/,
  naive:
    /^[\s-]+(?:bayes|implement|algorithm|retry|retries|approach|datetime|time|hash|round|round-robin|baseline|model|estimate|query|loop|version|search|strateg|forecast)/,
  sloppy: /^[\s-]+(?:quorum|phrase|hinted)/,
  obvious: /^[\s-]+(?:next|place|candidate|choice)/,
};
/** Words of character, which are judgement wherever a person is near or a cause is told. */
const CHARACTER =
  /^(?:careless|reckless|slopp|laz|incompet|hast|stupid|neglig|complac|thoughtless|unprofess|common sense|irrespons|fool|imprud|ill-|short-s|rash|silly|amateur|knew|any|there for|.*was (?:plain|evident)|.*have known|just had|only had)/;
const NOT_OBVIOUS =
  /\b(?:not|n't|no|non|less|without|never|hardly|far from|un|isn't|wasn't|nothing|neither|more|most|any|made|make|makes|making)(?:[\s-]+(?:an?|the|any|be|been|immediately|at all|so|as|very|entirely|it|this|that|them|always|completely|quite))*[\s-]*$/;
const PERSON_NEAR =
  /\b(?:i|we|us|me|he|she|they|nobody|no one|someone|somebody|anyone|everyone|engineers?|developers?|operators?|on-call|responders?|reviewers?|dbas?|sres?|interns?|contractors?|teams?|author|admins?|people|technicians?|staff)\b/;
const STATED = /\b(?:was|were|is|are|been|in hindsight|should be)(?: \w+ly| quite| very| so| all too)? $/;
const SIGN = /^ (?:signs?|warnings?|signals?|mistakes?|errors?|problems?|causes?|symptoms?|flaws?|risks?|bugs?)\b/;
const DISPLAYS =
  /^\s+(?:show|shown|visible|display|mark|label|document|stat|read|defin|communicat|separat|distinguish|list|indicat|log|explain|identif)|(?:show|shown|display|displayed|visible|labelled|labeled|state|stated|documented|marked|written|see|seen|communicate|explain|appear|define|defined|say|says|said)\w{0,30}\s+$/;

/**
 * Looks for words that judge with what is known afterwards: “obvious”, “clearly”, “carelessly”, “should have known”.
 *
 * @finds detection: It was obvious from the graphs that the queue was growing. ⟶ obvious
 * @finds rootCause: The responder hastily restarted the primary.
 * @passes rootCause: The queue simply drops messages once it is full, as documented.
 * @passes detection: It was not obvious from the page which region was meant.
 * @passes lessons: The images are loaded by a lazy loader.
 */
export const hindsight: Rule = {
  id: 'blameless/hindsight',
  about: 'Words that judge with what is known afterwards.',
  reason: 'After the fact the signs that mattered stand out. At the time they stood among many others.',
  question: 'Obvious to whom, from which screen, at what time, and among what else?',
  source: 'Etsy Debriefing Facilitation Guide; the five rules of causation, rule 2',
  levels: { draft: 'warning', review: 'warning', published: 'warning' },
  find: (document) =>
    hitsOf(document, { where: (sentence) => !isIn(sentence, plans), needle: NEEDLE, pattern: JUDGEMENT }, judged),
};

function judged(match: Match): Answer {
  const { text, before, behind, sentence, from, to } = match;
  if (sentence.text.endsWith('?') || TERMS[text]?.test(behind) === true) return null;
  if (/\b(?:not|never|n't|nobody was|no one was)\s+(?:being\s+)?$/.test(before)) return null;
  return isJudgement(match, text, before, behind)
    ? { message: `“${sentence.text.slice(from, to)}” judges from afterwards.` }
    : null;
}

function isJudgement({ sentence, words, from, names }: Match, text: string, before: string, behind: string): boolean {
  const around = `${before.slice(-50)} ${behind.slice(0, 40)}`;
  const hasPerson =
    PERSON_NEAR.test(around) ||
    words.some(
      (word) =>
        Math.abs(word.from - from) < 40 &&
        (word.text.startsWith('@') || (word.isCapital && names.people.has(word.text))),
    );
  if (text === 'obvious') return !NOT_OBVIOUS.test(before) && (STATED.test(before) || SIGN.test(behind));
  if (text === 'obviously' || text === 'evidently') return !NOT_OBVIOUS.test(before);
  if (text === 'it was clear from') return isIn(sentence, accounts);
  if (text === 'it was clear that') return false;
  if (text === 'clearly')
    return (
      !DISPLAYS.test(behind) &&
      !DISPLAYS.test(before) &&
      !NOT_OBVIOUS.test(before) &&
      (hasPerson || before === '' || /\b(?:was|were) $/.test(before))
    );
  if (text === 'simply')
    return (
      hasPerson &&
      /\b(?:i|we|he|she|they|engineers?|developers?|operators?|on-call|responders?|reviewers?|team) (?:\w+ )?$/.test(
        before,
      )
    );
  if (text === 'of course') return before.trim() === '' || hasPerson || isIn(sentence, accounts);
  if (text.startsWith('naive')) return hasPerson;
  return CHARACTER.test(text) && (hasPerson || isIn(sentence, accounts));
}
