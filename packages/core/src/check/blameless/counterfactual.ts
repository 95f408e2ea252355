import type { Hit, Rule } from '../rule.ts';
import { isExplained } from './explained.ts';
import { type Answer, hitsOf, type Match, mayBeProgram, saying } from './matches.ts';
import { needle, type Search } from './needle.ts';
import { isIn, type Sentence } from './sentences.ts';
import { plans } from './sections.ts';
import type { SectionName } from '../../model/index.ts';
import { subjectBefore } from './subject.ts';

const MODAL =
  /\b(?:(?:should|could|would|might|must)(?: not|n't| also| really| probably| at least| simply| just| never| easily| then| perhaps| clearly| have to)?(?: have|'ve)|shouldn't have|couldn't have|ought(?: not)? to have|needed to have|(?:was|were) supposed to(?: have)?|should've|could've|would've)(?: not| been| also| simply| just| at least| easily| probably| never)? \w+/g;
const FAILED = /\b(?:failed|neglected|omitted) to \w+|\bforgot to (?:check|test|verify)\b/g;
/** In the historical present, as timelines are written; of other times it tells what is usual. */
const PRESENT =
  /\b(?:(?:fails|neglects|omits|forgets) to \w+|does(?: not|n't)(?: even| actually| properly| really)? (?:check|notice|verify|escalate|follow|reali[sz]e|ask|tell|warn|inform|consult|double-check|validate|bother))\b/g;
const DID_NOT =
  /\b(?:did not|didn't|never|had not|hadn't|has not|hasn't|have not|haven't|had never|has never|have never|neither)(?: even| actually| properly| fully| first| initially| really| thoroughly| adequately| carefully)? (?:check|checked|notice|noticed|test|tested|verify|verified|read|escalate|escalated|page|paged|follow|followed|reali[sz]e|realized|realised|see|saw|look|looked|review|reviewed|consider|considered|anticipate|anticipated|foresee|catch|caught|spot|spotted|think|thought|ask|asked|communicate|communicated|validate|validated|confirm|confirmed|bother|double-check|inform|informed|alert|respond|act|monitor|pay attention|recogni[sz]e|run|ran|use|used|add|added|wait|waited|call|called|roll back|rolled back|take|update|updated|tell|told|warn|warned|include|included|rehearsed?|practi[sc]ed?|document|documented|report|reported|react|reacted|prepared?|plan|planned|perform|performed|ensured?|make sure|raised?|flag|flagged|question|questioned|challenged?|mention|mentioned|hand over|handed over|compared?|inspect|inspected|account for|coordinated?|handle|handled|forward|forwarded|listen|listened|intervened?|speak up|spoke up|set up|back up|double-checked|acknowledged?|answer|answered)\b|\b(?:was not|wasn't|were not|weren't) (?:paying (?:any |enough )?attention|careful|watching|looking)\b/g;
const NOBODY =
  /\b(?:nobody|no one|none of us)(?: \w+ly| ever| had| on the team| in the team)? (?:checked|noticed|verified|tested|looked|reviewed|reali[sz]ed|thought|followed|asked|escalated|validated|questioned|monitored)\b/g;
const IF_ONLY = /\bif only\b(?! (?:one|two|three|four|a single|a few|some|part|half|\d))/g;
const HAD =
  /(?:\bif|(?<=^|[,;] )had) (?:only )?(?:the |our |an? )?(?:[\w-]+ ){0,3}?(?:had |not )?(?:not |also |only )?(?:\w{2,}(?:ed|en|wn|ght)|read|seen|run|known|done|made|been|gone|held|set|put|taken|kept|left|told|found)\b/g;
const NEEDLES = {
  modal: needle("have|'ve|supposed"),
  failed: needle('failed to|neglected to|omitted to|forgot to'),
  present: needle(
    "fails to|neglects to|omits to|forgets to|does not|doesn't",
    /(?:fails|neglects|omits|forgets) to|does(?: not|n't)/,
  ),
  didNot: needle(
    "did not|didn't|never|had not|hadn't|has not|hasn't|have not|haven't|neither|not paying|n't paying|not careful|n't careful|not watching|not looking|n't watch|n't look",
  ),
  nobody: needle('nobody|no one|none of us'),
  ifOnly: needle('if only'),
  had: needle('had |if ', /^had |[,;] had |\bif /),
};
const NOT_BLAME =
  /(?: lost| received| gotten| got| been (?:paged|notified|alerted|informed|told|warned|woken|called|asked|prompted|given|shown|sent|added|invited|blocked|stopped|prevented|safe|protected|reachable|available|worse|affected|lost|exposed|hit|impacted|corrupted|down|unable|charged|longer|fatal|able|much|far)| led| resulted| happened| occurred)$/;
const PARTICIPLE =
  /^(?:\w{2,}(?:ed|en|wn|ght)|been|done|undone|gone|had|run|rerun|read|misread|seen|set|reset|put|cut|shut|hit|let|come|become|begun|made|said|held|kept|left|lost|met|paid|sent|told|built|rebuilt|found|felt|led|stood|understood|known|won|sat|sold|spent|stuck|struck|split|quit|got|heard|meant|dealt|spun|swung|sung|rung|lent|laid|fed|bound|hung|borne|torn|worn|sworn|gotten|shot|slept|swept|bet|upset|spread|sunk|dug)$/;
/** Participles that stand before a thing as often as they tell of a deed. */
const ATTRIBUTE =
  /^(?:automated|dedicated|detailed|shared|limited|defined|integrated|structured|centrali[sz]ed|standardi[sz]ed|managed|distributed|unified|experienced|advanced|skilled|improved|increased|proven|written|hidden|frozen)$/;
const DETERMINER =
  /^(?:the|an?|our|it|this|that|these|those|them|all|its|their|every|each|any|some|to|more|in|on|at|by|for)$/;
/** Work that only people do, so that it was people who should have. */
const HUMAN_WORK =
  / been (?:reviewed|rehearsed|escalated|spotted|communicated|questioned|foreseen|anticipated|discussed|planned|peer-reviewed|double-checked|tested|thought|noticed|merged)$/;
const OF_SYSTEM = /^\s*(?:\w+ly )?by \w|\b(?:but|because|since|automatic\w*|so that)\b/;
/** Verbs that tell as often what was rightly left undone; there they are facts. */
const WIDE =
  / (?:run|ran|used?|add|added|wait|waited|call|called|roll(?:ed)? back|take|updated?|tell|told|include|included|perform|performed|set up|back up|handled?|plan|planned|prepared?|forward|forwarded|intervened?|answer|answered|acknowledged?|mention|mentioned|ensured?|compared?|inspect|inspected|account for|document|documented|report|reported|react|reacted|raised?)$/;
const told: ReadonlySet<SectionName> = new Set<SectionName>([
  'timeline',
  'wentWell',
  'impact',
  'lucky',
  'communication',
  'background',
]);
const PASSIVE =
  /^\s*(?:\w+ly |sooner |earlier |in time )?by (?:the |an? |our |any )?(?:[\w-]+ )?(?:engineer|developer|operator|on-call|responder|reviewer|team|sre|dba|admin|author|us|someone|anyone)s?\b/;

/** The patterns of this rule, each with what a sentence must hold before it is tried. */
export const searches: readonly Search[] = [
  [NEEDLES.modal, MODAL],
  [NEEDLES.failed, FAILED],
  [NEEDLES.present, PRESENT],
  [NEEDLES.didNot, DID_NOT],
  [NEEDLES.nobody, NOBODY],
  [NEEDLES.ifOnly, IF_ONLY],
  [NEEDLES.had, HAD],
];

/**
 * Looks for what people should or could have done, failed to do, or did not do. Of software, the same words are facts.
 *
 * @finds detection: The on-call engineer should have noticed the lag an hour before. ⟶ The on-call engineer should have noticed
 * @finds lessons: We failed to rehearse the restore.
 * @finds lessons: Had the reviewer asked about retries, the change would have been held back.
 * @finds wentWrong: The load test should have been planned before the sale.
 * @passes detection: The on-call should have been paged at 02:00, but the route had no receiver.
 * @passes summary: The health check should have removed the node, but it only looks at the port.
 * @passes rootCause: The client failed to connect and the worker did not check the lease.
 * @passes impact: Messages that should have been delivered were kept in the queue.
 */
export const counterfactual: Rule = {
  id: 'blameless/counterfactual',
  about: 'What people should or could have done, failed to do or did not do.',
  reason:
    'Telling what did not happen does not explain what did. It looks easy only afterwards, and leads away from what people saw and knew.',
  question:
    'What did people see, know and do at that moment, and what would have made the other path visible? An improvement can move to the action items.',
  source:
    'Sidney Dekker, The Field Guide to Understanding Human Error, chapter 5; Johan Bergström, Three analytical traps',
  levels: { draft: 'warning', review: 'warning', published: 'warning' },
  find: (document) => [
    ...inOrder(
      hitsOf(document, { where, needle: NEEDLES.modal, pattern: MODAL }, modal),
      hitsOf(document, { where, needle: NEEDLES.failed, pattern: FAILED }, byPerson),
      hitsOf(document, { where: inTimeline, needle: NEEDLES.present, pattern: PRESENT }, present),
      hitsOf(document, { where, needle: NEEDLES.didNot, pattern: DID_NOT }, didNot),
      hitsOf(document, { where, needle: NEEDLES.nobody, pattern: NOBODY }, (match) => answer(match, match.from)),
      hitsOf(document, { where, needle: NEEDLES.ifOnly, pattern: IF_ONLY }, ifOnly),
      hitsOf(document, { where, needle: NEEDLES.had, pattern: HAD }, ifHad),
    ),
  ],
};

/** One hit where several patterns found the same words. */
function inOrder(...all: readonly (readonly Hit[])[]): readonly Hit[] {
  const sorted = all.flat().toSorted((a, b) => a.place.from - b.place.from || b.place.to - a.place.to);
  return sorted.filter((hit, index) => index === 0 || hit.place.from >= (sorted[index - 1]?.place.to ?? 0));
}

function where(sentence: Sentence): boolean {
  return !isIn(sentence, plans);
}

function inTimeline({ names }: Sentence): boolean {
  return names.includes('timeline');
}

function present(match: Match): Answer {
  return isExplained(match.behind) || mayBeProgram(match) ? null : byPerson(match);
}

function answer(match: Match, from: number): Answer {
  return { message: `${saying(match, from, match.to)} tells what did not happen.`, from };
}

function byPerson(match: Match): Answer {
  const subject = match.subject();
  return subject.kind === 'system' ? null : answer(match, subject.from);
}

function modal(match: Match): Answer {
  const { text, behind, before } = match;
  if (
    NOT_BLAME.test(text) ||
    isPossession(text, behind) ||
    (/\bcould/.test(text) &&
      (/^ (?:either|both|any)\b/.test(behind) || /\b(?:nobody|no one|none of us) $/.test(before)))
  )
    return null;
  if (/ been \w+$/.test(text) && PASSIVE.test(behind)) return answer(match, match.from);
  if (HUMAN_WORK.test(text) && /should/.test(text) && isPlainPassive(before, behind)) return answer(match, match.from);
  if (
    /\bwould (?:not )?(?:have|'ve)/.test(text) &&
    /\b(?:if|had|otherwise|without)\b/.test(before) &&
    !/\bwe|i\b/.test(before)
  )
    return null;
  return byPerson(match);
}

/** “We should have a second target”, “should have automated tests”: something to be had, and nothing that was not done. */
function isPossession(text: string, behind: string): boolean {
  if (/supposed|needed| been \w+$/.test(text)) return false;
  const said = /(?<!\w)\w+$/.exec(text)?.[0] ?? '';
  const next = /^ ([\w'-]+)(?: ([\w'-]+))?/.exec(behind);
  const verb = /ly$|^(?:also|just|even|first|then|only|always|never)$/.test(said) ? (next?.[1] ?? '') : said;
  const object = verb === said ? next?.[1] : next?.[2];
  if (!PARTICIPLE.test(verb) || /^(?:ten|seven|eleven|open|even|often|golden)$/.test(verb)) return true;
  if (verb === 'read' && /^(?:access|permissions?|rights?|replicas?)$/.test(object ?? '')) return true;
  return ATTRIBUTE.test(verb) && object !== undefined && !DETERMINER.test(object);
}

/** Not in a relative clause, and no program that does it is named. */
function isPlainPassive(before: string, behind: string): boolean {
  return !/\b(?:that|which|what|as|if|how|where|when|automatic\w*)\b/.test(before) && !OF_SYSTEM.test(behind);
}

function didNot(match: Match): Answer {
  const isKnowing = /(?:see|saw|notice|noticed|reali[sz]ed?|recogni[sz]e)$/.test(match.text);
  if (
    /\bnever\b/.test(match.text) &&
    /\bnever (?:\w+ )?(?:see|page|read|act|follow|check|test|look|review)$/.test(match.text)
  )
    return null;
  if (WIDE.test(match.text) && (isIn(match.sentence, told) || isExplained(match.behind))) return null;
  if (/^ha[sdv]\w* n|^ha[sdv]\w*n't/.test(match.text) && isKnowing)
    return match.sentence.names.includes('detection') ? byPerson(match) : null;
  return isKnowing && isExplained(match.behind) ? null : byPerson(match);
}

function ifOnly(match: Match): Answer {
  return /^(?:\s[\w'-]+){1,8}\s(?:had|could have|would have|did)\b/.test(match.behind)
    ? answer(match, match.from)
    : null;
}

/** “Had the reviewer asked”, “if we had known”; but not “if we had a spare”. */
function ifHad(match: Match): Answer {
  const { text, before, words, from, to } = match;
  const isIf = text.startsWith('if ');
  if (isIf ? !/\bhad (?:not |also |only )?\w+$/.test(text) : before !== '' && !/[,;]\s$/.test(before)) return null;
  const own = words.filter((word) => word.from >= from && word.to <= to);
  const verb = isIf ? own.findIndex((word) => word.text === 'had') : own.length - 1;
  const at = words.indexOf(own[verb] as (typeof words)[number]);
  if (at < 0) return null;
  const shifted: Match = { ...match, words };
  const subject = subjectAt(shifted, at);
  return subject.kind === 'system' ? null : answer(match, from);
}

function subjectAt({ words, sentence, names }: Match, verb: number): ReturnType<typeof subjectBefore> {
  return subjectBefore(words, verb, sentence.lower, names);
}
