import type { Rule } from '../rule.ts';
import { isExplained } from './explained.ts';
import { type Answer, hitsOf, type Match, saying } from './matches.ts';
import { needle } from './needle.ts';
import { isIn, type Sentence } from './sentences.ts';
import { plans } from './sections.ts';
import { givenNames } from './given-names.ts';

const VERB =
  /\b(?:(?:had |has |have )?(?:forgot(?:ten)?|neglected|ignored|overlooked|missed|mis-?(?:typed|configured|judged|interpreted|calculated|handled|applied|placed|labell?ed|keyed|clicked|routed|counted|diagnosed|spelled|spelt|wired|used|took|read|heard|understood)|mistook|broke|messed up|screwed up|mixed up|fouled up|slipped up|bungled|fumbled|wrecked|disregarded|skipped|underestimated|dropped the ball|fell asleep|caused|botched|bothered)|(?:was|were|is|are) (?:careless|negligent|at fault|to blame)|(?:accidentally|mistakenly|inadvertently|erroneously|unintentionally|carelessly|recklessly|negligently|wrongly|unwittingly) (?:[\w-]{2,30}ed|ran|made|took|put|set|went|sent|did|shut|cut|left|wrote|gave|chose)|(?:[\w-]{2,30}ed|ran|took|put|set|sent|shut|cut|chose|went) (?:(?:in|on|off|out|up|down|into|to|with|at) ){0,2}(?:the |an? )?wrong|(?:[\w-]{2,30}ed|ran|took|put|set|sent|shut|cut|chose) (?:\w+ ){1,4}(?:by mistake|by accident)|without (?:first |even |ever )?(?:checking|testing|verifying|reviewing|reading|asking|telling|thinking|validating|looking))\b/g;
const NOUN =
  /\b(?:(?:fault|mistake|error|negligence|carelessness|oversight|blunder) (?:of|by|from|on the part of|(?:was |were |is |had been )?made by) (?:the |our |an? )?@?[\w'-]+(?: [\w'-]+)?|[\w@-]+'s? (?:own )?(?:mistake|fault|error|negligence|carelessness|poor judge?ment|oversight)|(?:our|my|his|her) (?:own |big |biggest |only )?(?:mistakes?|fault|negligence|carelessness|oversight|blunder)\b|caused by (?:the |an? |our |one of (?:the |our ))?(?:[\w-]+ ){0,2}?(?:engineers?|developers?|contractors?|interns?|trainees?|technicians?|dbas?|sysadmins?|administrators?|colleagues?|employees?|consultants?|electricians?|someone|somebody)(?= (?:who|on|from|of|during|in|at|while|when|and|running|doing|working)\b|[,.;:!]|$)|(?:blamed?|at fault)\b)/g;
const NEEDLE = needle(
  'forgot|neglect|ignor|overlook|miss|mis|broke|mixed|fouled|slipped|bungl|fumbl|wrecked|disreg|skipped|underest|dropped the|fell as|ly |accident|inadvert|wrong|messed|screwed|caused|botch|bother|careless|negligen|fault|to blame|without',
  /forgot|neglect|ignor|overlook|miss|mis-?[a-z]{3}|broke|mixed|fouled|slipped|bungl|fumbl|wrecked|disreg|skipped|underest|dropped the|fell as|ly [\w-]+ed|accident|inadvert|wrong|messed|screwed|caused|botch|bother|careless|negligen|fault|to blame|without/,
);
const NOUN_NEEDLE = needle('fault|mistake|error|neglig|careless|judg|blame|oversight|blunder|caused by');
/** What a team may miss or break without anybody being accused. */
const NO_BLAME =
  /^\s+(?:the |our |their |an? )?(?:[\w-]+ ){0,2}?(?:slos?|slas?|targets?|objectives?|deadline|goal|error budget|down\b|up\b|out\b|ground\b|record|even\b|apart\b|dependency|tie\b|cycle|loop\b|link\b|change (?:up|down|in)|work (?:up|down|into))/;
const NOBODY = /\b(?:nobody|no one|none|neither)\b[\w\s]*$/;
/** With a reason behind them, these tell what happened. */
const MILD =
  /skipped|underest|mixed|wrong$|mis-?(?:took|used|placed|routed|counted|interp|calc)|ly |by (?:mistake|accident)$/;
const PERSON_WORD =
  /^(?:engineers?|developers?|operators?|on-call|responders?|reviewers?|managers?|admins?|administrators?|dbas?|sres?|sysadmins?|trainees?|analysts?|architects?|consultants?|electricians?|interns?|contractors?|teams?|team|person|someone|somebody|colleagues?|employees?|staff|authors?|technicians?|we|he|she|him|her|us|my|our|nobody)$/;

/**
 * Looks for sentences in which a person, a role or “we” forgot, missed, broke or caused something, or is at fault.
 *
 * @finds rootCause: The reviewer overlooked the missing timeout. ⟶ The reviewer overlooked
 * @finds summary: Somebody on the platform team forgot to renew the certificate.
 * @finds lessons: It was the on-call engineer's mistake.
 * @finds response: The technician pulled the wrong cable.
 * @passes response: The technician pulled the wrong cable because both carry the same label.
 * @passes rootCause: The parser missed the closing bracket and dropped the record.
 * @passes timeline: 10:04 git blame showed the commit that changed the limit.
 * @passes impact: We missed the availability objective of March by 0.2 %.
 */
export const individualBlame: Rule = {
  id: 'blameless/individual-blame',
  about: 'A person, a role or “we” is said to have forgotten, missed, broken or caused something.',
  reason:
    'People do what makes sense with what they can see. A sentence that ends at a person hides the conditions that let one action have this effect.',
  question:
    'What made this action the sensible one with what was visible then, and what let one action have this effect?',
  source: 'Google SRE book, chapter 15; SRE Workbook, chapter 10',
  levels: { draft: 'warning', review: 'warning', published: 'warning' },
  find: (document) => [
    ...hitsOf(document, { where: isAccount, needle: NEEDLE, pattern: VERB }, byVerb),
    ...hitsOf(document, { where: isAccount, needle: NOUN_NEEDLE, pattern: NOUN }, byNoun),
  ],
};

function isAccount(sentence: Sentence): boolean {
  return !isIn(sentence, plans);
}

function byVerb(match: Match): Answer {
  const { to, text, behind, before } = match;
  if (NO_BLAME.test(behind) && /^(?:missed|broke|caused|ignored)$/.test(text)) return null;
  if (/^(?:ignored|skipped|underestimated)$/.test(text) && match.sentence.names.includes('wentWell')) return null;
  if (text.endsWith('neglected') && /^ to\b/.test(behind)) return null;
  if (text === 'bothered' && !/\b(?:nobody|no one|never|not|n't)\b/.test(before)) return null;
  const subject = text.startsWith('without') ? actorBefore(match) : match.subject();
  if (subject === null || subject.kind === 'system') return null;
  if (/\b(?:who|which|that)$/.test(before.trimEnd()) && text === 'caused') return null;
  if (/\b(?:at fault|to blame|careless|negligent)$/.test(text) && NOBODY.test(before)) return null;
  const explained = isExplained(behind);
  if (explained && MILD.test(text)) return null;
  return {
    message: `${saying(match, subject.from, to)} makes a person the cause.`,
    from: subject.from,
    to,
    ...(explained && { atMost: 'info' as const }),
  };
}

/** Who did something “without checking”: the subject of the sentence's first verb. */
function actorBefore({ words, from, names, sentence }: Match): ReturnType<Match['subject']> | null {
  const first = words.slice(0, 7).findIndex((word) => {
    if (word.from >= from) return false;
    const named =
      word.text.startsWith('@') || (word.isCapital && (names.people.has(word.text) || givenNames.has(word.text)));
    return named || PERSON_WORD.test(word.text);
  });
  const actor = words[first];
  const verb = words[first + 1];
  if (actor === undefined || verb === undefined || !isAction(verb.text)) {
    const next = words[first + 2];
    if (actor === undefined || next === undefined || !isAction(next.text)) return null;
  }
  return sentence.lower.slice(actor.to, from).includes(', which')
    ? null
    : {
        kind: 'person',
        from: words[Math.max(0, first - 1)]?.text === 'the' ? (words[first - 1]?.from ?? 0) : actor.from,
        to: actor.to,
      };
}

function isAction(word: string): boolean {
  return (
    word.endsWith('ed') || /^(?:ran|pushed|made|took|put|set|went|sent|did|shut|began|cut|wrote|gave|let)$/.test(word)
  );
}

function byNoun(match: Match): Answer {
  const { text, before, names, words, from } = match;
  if (/^blamed?$/.test(text)) return blameVerb(match);
  if (/\b(?:human|operator|user|pilot|manual)[ -]$/.test(before)) return null;
  if (text === 'at fault') return null;
  const owner =
    /^([\w@-]+)'/.exec(text)?.[1] ?? /(?:of|by|from) (?:the |our |an? )?(?:[\w-]+ )?@?([\w-]+)$/.exec(text)?.[1] ?? '';
  const near = words.filter((word) => word.from >= from && word.from <= match.to);
  const isPerson =
    PERSON_WORD.test(owner) ||
    near.some(
      ({ text: word, isCapital }) =>
        PERSON_WORD.test(word) ||
        word.startsWith('@') ||
        (isCapital && (names.people.has(word.replace(/'s$/, '')) || givenNames.has(word.replace(/'s$/, '')))),
    );
  if (!isPerson || /\b(?:no|nobody's|not|isn't|wasn't)(?: \w+){0,3}\s*$/.test(before)) return null;
  if (text.startsWith('nobody') || /^(?:user|page|double|bus|segmentation)/.test(text)) return null;
  return { message: `${saying(match, match.from, match.to)} makes a person the cause.` };
}

function blameVerb({ before, behind, sentence, from, to }: Match): Answer {
  if (
    /\b(?:git|svn|hg|annotate|not|never|no|without|avoid|than|isn't|don't|assign\w*|placing)(?: \w+){0,2}\s*$/.test(
      before,
    )
  )
    return null;
  if (/^\s+(?:culture|free|less|view|layer|commit|output|shows?|log)/.test(behind) || behind.startsWith('-'))
    return null;
  const said = sentence.lower.slice(from);
  const isPerson =
    /\b(?:engineer|developer|operator|on-call|responder|reviewer|manager|team|him|her|them|us|me|someone|somebody|intern|contractor)\b/.test(
      said,
    );
  return isPerson ? { message: `“${sentence.text.slice(from, to)}” points at a person.` } : null;
}
