import type { Rule } from '../rule.ts';
import { type Answer, hitsOf, type Match } from './matches.ts';
import { needle } from './needle.ts';
import { isIn, type Sentence } from './sentences.ts';
import { accounts, causes } from './sections.ts';

/** What people do, of which a bad word is a judgement and no state. */
const WORK =
  '(?:testing|tests|test coverage|communications?|planning|judge?ment|decisions?|decision[- ]making|review|reviews|code review|reviewing|process(?:es)?|practices?|discipline|oversight|documentation|preparation|training|coordination|handover|hand-over|handling|procedures?|knowledge|understanding|awareness|care|attention|diligence|ownership|experience|rigou?r|monitoring|alerting|observability|validation|verification|supervision|management|maintenance|design|change management|change control|response|escalation|attitude|habits?|idea|choice|call|safeguards|safety checks|quality assurance|qa|engineering|coding|work)';
const DESCRIPTOR = new RegExp(
  `\\b(?:(?:inadequate|insufficient|improper|poor|bad|deficient|inappropriate|lacking|faulty|substandard)(?: (?:pre-production|cross-team|internal|manual|team|load|our|change|incident|operational|integration|risk|technical))? ${WORK}|(?:a |the |complete |general )?lack of(?: (?:proper|adequate|sufficient|good|clear|internal|cross-team|basic|due|our|pre-production|load))? ${WORK}|(?:poorly|badly|improperly|inadequately|insufficiently|wrongly|inappropriately) (?:tested|documented|communicated|planned|designed|written|maintained|configured|trained|understood|reviewed|managed|handled|coordinated|executed|implemented|prepared|assumed|decided|thought|chosen|monitored|judged)|(?:handled|communicated|tested|documented|planned|designed|coordinated|executed|managed|trained|reviewed) (?:very )?(?:poorly|badly|improperly|inadequately)|wrongly|violat(?:ed|ion of|ing) (?:the |our |a |company |team )?(?:[\\w-]+ )?(?:process|polic(?:y|ies)|procedures?|rules?|guidelines?|change freeze|protocols?|runbook|standards?)|(?:did not|didn't|failure to) (?:follow|comply with|adhere to) (?:the |our |a |any )?(?:[\\w-]+ ){0,2}(?:process|procedures?|runbook|polic(?:y|ies)|checklist|guidelines?|rules?|protocol|standards?|playbook|steps)|(?:process|procedures?|runbook|policy|policies|checklist|guidelines?|rules?|protocol|playbook|steps) (?:was|were) not (?:followed|adhered to|complied with|respected)|not adhered)\\b`,
  'g',
);
const NEEDLE = needle(
  'adequa|suffic|improper|poor|bad|deficient|inappropr|lack|faulty|substand|wrongly|violat|follow|comply|adhere',
);
const PERSON_NEAR =
  /\b(?:i|we|he|she|they|engineers?|developers?|operators?|on-call|responders?|reviewers?|team|dbas?|sres?)\b/;
const CONTROL =
  /lack of (?:\w+ )?(?:monitoring|alerting|observability|documentation|validation|verification|safeguards|safety checks|test coverage|tests|testing)$/;

/**
 * Looks for negative descriptors of people's work given as causes: “inadequate testing”, “poor communication”, “the process
 * was not followed”.
 *
 * @finds rootCause: Insufficient testing and bad planning were behind the outage. ⟶ Insufficient testing
 * @finds contributingFactors: The runbook was not followed.
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

function where(sentence: Sentence): boolean {
  return isIn(sentence, causes) || isIn(sentence, accounts);
}

function described({ sentence, text, before, behind, from, to }: Match): Answer {
  const clause = `${/[^,;:]*$/.exec(before)?.[0] ?? ''}${text}${/^[^,;:]{0,200}/.exec(behind)?.[0] ?? ''}`;
  if (/\d/.test(clause) || /\b(?:no|not|never|without|rather than|avoid)\s+(?:an? |the )?$/.test(before)) return null;
  if (/^ (?:capacity|environments?|resources?|hardware|machines?|servers?|rules?|gaps?)\b/.test(behind)) return null;
  if (text === 'wrongly' && !PERSON_NEAR.test(before.slice(-40))) return null;
  if (
    /^(?:process|steps|rules?|polic)/.test(text) &&
    /\b(?:redirects?|links?|routing|retention|network)\s+$/.test(before)
  )
    return null;
  if (text.startsWith('violat') && /polic|rule|standard/.test(text) && !PERSON_NEAR.test(before)) return null;
  const atMost = CONTROL.test(text) ? { atMost: 'info' as const } : {};
  return { message: `“${sentence.text.slice(from, to)}” judges without a standard to compare with.`, ...atMost };
}
