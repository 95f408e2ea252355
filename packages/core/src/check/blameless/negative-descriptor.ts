import type { Rule } from '../rule.ts';
import { type Answer, hitsOf, type Match } from './matches.ts';
import { needle, type Search } from './needle.ts';
import { isIn, type Sentence } from './sentences.ts';
import { accounts, causes } from './sections.ts';

/** What only people do, so that any word may stand between it and the judgement. */
const OF_PEOPLE =
  '(?:testing|tests|test coverage|communications?|planning|judge?ment|decisions?|reviews?|reviewing|discipline|oversight|documentation|preparation|training|coordination|cooperation|collaboration|handover|hand-over|knowledge|understanding|diligence|teamwork|staffing|timing|qa|change management|change control|(?:process|procedures?))';
const BAD =
  'inadequate|insufficient|improper|poor|bad|deficient|inappropriate|lacking|faulty|substandard|subpar|sub-par|weak|flawed|ineffective|shoddy|lax|haphazard|unsatisfactory';
/** Before the word for the work these tell of the state of a machine: “bad request handling”. */
const STATES =
  '(?:gateway|requests?|sectors?|blocks?|disks?|memory|cpu|bandwidth|space|packets?|checksum|rows?|records?|inputs?|urls?|images?|signal|page|lock)';
const RULE =
  '(?:process(?:es)?|procedures?|runbook|polic(?:y|ies)|checklist|guidelines?|rules?|protocol|playbook|steps|principle|conventions?|standards?)';
/** What people do, of which a bad word is a judgement and no state. */
const WORK =
  '(?:testing|tests|test coverage|communications?|planning|judge?ment|decisions?|decision[- ]making|review|reviews|code review|reviewing|process(?:es)?|practices?|discipline|oversight|documentation|preparation|training|coordination|handover|hand-over|handling|procedures?|knowledge|understanding|awareness|care|attention|diligence|ownership|experience|rigou?r|monitoring|alerting|observability|validation|verification|supervision|management|maintenance|design|change management|change control|response|escalation|attitude|habits?|idea|choice|call|safeguards|safety checks|quality assurance|qa|engineering|coding|work)';
const DESCRIPTOR = new RegExp(
  `\\b(?:(?:${BAD})(?: (?!${STATES} )[\\w-]+){0,2}? ${OF_PEOPLE}(?= |[^\\w-]|$)|(?:the |a )?wrong (?:decisions?|judge?ment|choices?|call(?! to\\b)|approach|attitude|priorit(?:y|ies)|idea|mindset)|(?:improper|inappropriate|careless) use of (?:the |an? |our )?(?:[\\w-]+ ){0,2}?(?:accounts?|privileges?|access|credentials?|roles?|permissions?|rights|tools?|commands?)|${OF_PEOPLE}(?: [\\w-]+){0,6}? (?:was|were|is|are|had been|has been)(?: (?:\\w+ly|very|too|rather|quite))? (?:${BAD})(?= (?:and|during|for|at|in|on|as|before|across|between)\\b|[^\\w\\s-]|$)|(?:in|an?)(?: \\w+)? violation of (?:the |our |a )?(?:[\\w-]+ ){0,2}?${RULE}|non-?compliance with|(?:${BAD})(?: (?:pre-production|cross-team|internal|manual|team|load|our|change|incident|operational|integration|risk|technical))? ${WORK}|(?:a |the |complete |general )?lack of(?: (?:proper|adequate|sufficient|good|clear|internal|cross-team|basic|due|our|pre-production|load))? ${WORK}|(?:poorly|badly|improperly|inadequately|insufficiently|wrongly|inappropriately) (?:tested|documented|communicated|planned|designed|written|maintained|configured|trained|understood|reviewed|managed|handled|coordinated|executed|implemented|prepared|assumed|decided|thought|chosen|monitored|judged)|(?:handled|communicated|tested|documented|planned|designed|coordinated|executed|managed|trained|reviewed) (?:very )?(?:poorly|badly|improperly|inadequately)|wrongly|(?:bypassed|circumvented|disregarded|breached|deviated from|departed from) (?:the |our |a )?(?:[\\w-]+ ){0,2}?${RULE}|violat(?:ed|ion of|ing) (?:the |our |a |company |team )?(?:[\\w-]+ )?(?:process|polic(?:y|ies)|procedures?|rules?|guidelines?|change freeze|protocols?|runbook|standards?)|(?:did not|didn't|had not|hadn't|has not|failure to|failed to) (?:follow(?:ed)?|compl(?:y|ied) with|adhere(?:d)? to|respect(?:ed)?) (?:the |our |a |any )?(?:[\\w-]+ ){0,2}(?:process|procedures?|runbook|polic(?:y|ies)|checklist|guidelines?|rules?|protocol|standards?|playbook|steps|principle|conventions?)|(?:process|procedures?|runbook|policy|policies|checklist|guidelines?|rules?|protocol|playbook|steps|principle|conventions?) (?:was not|were not|wasn't|weren't|had not been|has not been|hadn't been|not being) (?:\\w+ly )?(?:followed|adhered to|complied with|respected)|not adhered)\\b`,
  'g',
);
const NEEDLE = needle(
  'careless|deviat|depart|adequa|suffic|improper|poor|bad|deficient|inappropr|lack|faulty|substand|subpar|sub-par|weak|flawed|ineffective|shoddy|lax|haphaz|unsatis|wrong|violat|follow|compl|adhere|respect|bypass|circumvent|disregard|breach',
  /careless|adequa|suffic|improper|poor|bad|deficient|inappropr|lack|faulty|substand|subpar|sub-par|weak|flawed|ineffective|shoddy|\blax\b|haphaz|unsatis|wrong|violat|follow|compl|adhere|respect|bypass|circumvent|disregard|breach|(?:devi|dep)ar?t/,
);
const PERSON_NEAR =
  /\b(?:i|we|he|she|they|engineers?|developers?|operators?|on-call|responders?|reviewers?|team|dbas?|sres?)\b/;
/** Times and dates are no measures of the work. */
const TIME = /\b\d{1,2}:\d\d\b|\b\d{4}-\d\d-\d\d\b|\b(?:on|at) \d{1,2}(?:st|nd|rd|th)?\b/g;
/** Said of people this is a judgement; said of software it is a message. */
const BY_PEOPLE = /^(?:violat(?:ed|ing) .*(?:polic|rule|standard)|bypass|circumv|disreg|breach|deviat|depart)/;
/** Programs have these to follow as well. */
const FORMAL = /(?:protocol|rules?|standards?|conventions?|polic(?:y|ies)|steps|guidelines?)$/;
const TECHNICAL =
  /\b(?:content|security|csp|cors|same-origin|network|retention|admission|scheduling|integrity|constraint|key|type|cache|traffic|routing|firewall|lint\w*)\b/;
const CONTROL =
  /lack of (?:\w+ )?(?:monitoring|alerting|observability|documentation|validation|verification|safeguards|safety checks|test coverage|tests|testing)$/;

/** The patterns of this rule, each with what a sentence must hold before it is tried. */
export const searches: readonly Search[] = [[NEEDLE, DESCRIPTOR]];

/**
 * Looks for negative descriptors of people's work given as causes: “inadequate testing”, “poor communication”, “the process
 * was not followed”.
 *
 * @finds rootCause: Insufficient testing and bad planning were behind the outage. ⟶ Insufficient testing
 * @finds contributingFactors: The runbook was not followed.
 * @finds rootCause: The cutover was in violation of the change policy.
 * @passes rootCause: The request violated the content security policy.
 * @passes rootCause: The node had insufficient memory (2 GiB of the 3 GiB that the job takes).
 * @passes rootCause: The proxy answered with 502 bad gateway.
 * @passes contributingFactors: A foreign key violation stopped the import.
 */
export const negativeDescriptor: Rule = {
  id: 'blameless/negative-descriptor',
  about: 'Negative descriptors of people’s work stand as causes.',
  reason:
    '“Inadequate” compares with a standard that is not named, and judges people’s work where a condition could be described.',
  question: 'Compared with which standard, and what was there instead? How is this work normally done?',
  source: 'The five rules of causation (David Marx, VA NCPS), rule 2',
  levels: { draft: 'warning', review: 'warning', published: 'warning' },
  find: (document) => hitsOf(document, { where, needle: NEEDLE, pattern: DESCRIPTOR }, described),
};

/** The words behind, up to where another clause begins. */
function clauseOf(behind: string): string {
  const rest = /^[^,;:]{0,200}/.exec(behind)?.[0] ?? '';
  const end = rest.search(
    / (?:which|so|but|because|since|after|before) | and (?:\w+ed|took|led|made|left|cost|put|went|ran|brought) /,
  );
  return end < 0 ? rest : rest.slice(0, end);
}

/** “Granting that role was a violation of the access policy” tells of a deed; “a violation of the type rules” does not. */
function isDeed(text: string, before: string): boolean {
  return !TECHNICAL.test(text) && (PERSON_NEAR.test(before) || /^in\b/.test(text) || /^\w+ing\b/.test(before));
}

function where(sentence: Sentence): boolean {
  return isIn(sentence, causes) || isIn(sentence, accounts);
}

function described(match: Match): Answer {
  const { sentence, text, before, behind, from, to } = match;
  const clause = `${/[^,;:]*$/.exec(before.slice(-200))?.[0] ?? ''}${text}${clauseOf(behind)}`.replace(TIME, '');
  if (/\d/.test(clause) || /\b(?:no|not|never|without|rather than|avoid)\s+(?:an? |the )?$/.test(before)) return null;
  if (
    /^ (?:data|sets?|jobs?|apps?|links?|pages?|capacity|environments?|resources?|hardware|machines?|servers?|rules?|gaps?)\b/.test(
      behind,
    )
  )
    return null;
  if (text === 'wrongly' && !PERSON_NEAR.test(before.slice(-40))) return null;
  if (
    /^(?:process|steps|rules?|polic)/.test(text) &&
    /\b(?:redirects?|links?|routing|retention|network)\s+$/.test(before)
  )
    return null;
  if (/^(?:did|had|has|failed)/.test(text) && (text.startsWith('failed') || FORMAL.test(text)))
    if (match.subject().kind === 'system') return null;
  if (BY_PEOPLE.test(text) && !PERSON_NEAR.test(before)) return null;
  if (/violation of/.test(text) && /polic|rule|standard/.test(text) && !isDeed(text, before)) return null;
  if (/wrong (?:decision|choice|call|priorit)/.test(text) && /\b(?:made|makes|took|takes|chose) $/.test(before))
    if (match.subject().kind === 'system' && !PERSON_NEAR.test(before)) return null;
  const atMost = CONTROL.test(text) ? { atMost: 'info' as const } : {};
  return { message: `“${sentence.text.slice(from, to)}” judges without a standard to compare with.`, ...atMost };
}
