import { offsetIn } from '../../model/index.ts';
import type { Rule } from '../rule.ts';
import { type Answer, hitsOf, type Match } from './matches.ts';
import { needle } from './needle.ts';
import { isIn } from './sentences.ts';
import { effects } from './sections.ts';

const WHO =
  '(?:users?|customers?|clients?|requests?|people|orders?|calls?|sessions?|teams?|services?|tenants?|accounts?|jobs?|messages?|transactions?|payments?|visitors?|merchants?|members?|subscribers?|builds?|nodes?|pods?|pages?|queries|regions?|emails?|readers?|hosts?|servers?|instances?|connections?|errors?|logins?|uploads?|downloads?|players?|students?|patients?|drivers?)';
/** Plural words that tell of the account, and of no effect. */
const NO_EFFECT =
  'conditions?|factors?|causes?|reasons?|changes?|steps?|things?|ways?|times|attempts?|engineers?|responders?|people|improvements?|questions?|options?|lessons?|actions?|items?|tasks?|measures?|fixes|aspects?|parts?|layers?|components?|places?|sources?|symptoms?|signals?|dashboards?|cases|years|always|hours?|days?|weeks?|minutes?|teams?|alerts?|recent|likely';
const CLAIM = new RegExp(
  `\\b(?:(?:many|several|most|some|numerous|countless|a (?:large|small|significant|huge|considerable) (?:number|amount|portion|share|fraction|part|percentage|subset) of|lots of|a lot of|a few|a (?:handful|majority|minority) of|the majority of|the vast majority of|various) (?:of )?(?:our |the |their )?(?:[\\w-]+ ){0,2}?${WHO}|(?<!how )(?:several|many|^some|numerous|countless|only (?:a )?few|(?<!\\b(?:next|last|first|past|these|those) )(?:a )?few|most(?: of)?|(?:vast )?majority) (?:of )?(?:our |the |their )?(?:[\\w-]+ )?(?!(?:${NO_EFFECT})\\b)[a-z]{2,30}[a-rt-z]s|(?:dozens|hundreds|thousands|scores|tens|loads|plenty) of [a-z]+|for (?:several |many |some |a few )?(?:hours|days|weeks|minutes)|(?:large|big|huge|significant|substantial) (?:parts?|portions?|numbers?|swathes?) of|a (?:large|small|significant|huge|considerable) (?:number|amount|portion|share|fraction|part|percentage) of|(?:considerabl|noticeabl|substantial)(?:e|y|ly)?|significantly|(?:increas\\w*|degrad\\w*|spread|rose|grew|fell|fill\\w*|dropp\\w*|climb\\w*) quickly|quickly (?:increas\\w*|degrad\\w*|spread|rose|grew|fell|filled|dropped|climbed)|sporadic(?:ally)?|occasional(?:ly)?|partially (?:unavailable|down|degraded|offline|unreachable)|severe (?:degradation|delays?|disruptions?|slow\\w*|impact|outages?|problems|latenc\\w+|loss\\w*)|significant(?:ly)? (?:\\w+ )?(?:delay|impact|affect|loss|degrad|slow|increase|reduc|higher|elevated|number|latenc|drop|disrupt|outage)\\w*|huge(?:ly)?|massive(?:ly)?|severely|slowly|very slow|for (?:some|quite some|a long|a short|a brief|an extended) (?:time|period|while)|(?:for )?(?:quite )?a while|minor (?:impact|disruption|delays?|outage|degradation|errors?|interruption|issues)|briefly|brief (?:unavailable|down|outage|interrupt\\w*|disrupt\\w*|period|degrad\\w*|unreachable|offline)|(?:was|were) briefly|intermittent(?:ly)?)\\b`,
  'g',
);
const NEEDLE = needle(
  'many|mani|several|most|some|numerous|countless|large|small|significant|huge|consider|lots|lot of|few|handful|majority|minority|various|massive|sever|slow|quick|few|dozens|hundreds|thousands|scores|tens of|loads|plenty|hours|days|weeks| min|part of|parts of|noticeab|substant|sporad|occasion|partial|time|while|minor|brief|intermittent|period',
  /man[yi]|several|most|some|numerous|countless|large|small|significant|huge|consider|lots|lot of|few|handful|majority|minority|various|massive|sever|slow|quick|few|dozens|hundreds|thousands|scores|tens of|loads|plenty|for \w* ?(?:hours|days|weeks|min)|parts? of|noticeab|substant|sporad|occasion|partial|time|while|minor|brief|intermittent|period/,
);
const NUMBER =
  /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|hundred|thousand|million|half|all|none|every|no) (?:of |the |our )?\w|\bquarter|\bthird\b|percent/;
const HEDGED =
  /\b(?:most (?:recent|likely|probable|common|important)|statistically|many-to|minor (?:version|release|upgrade|update)|at most)/;

/**
 * Looks for an effect that is told without a number, in impact and summary.
 *
 * @finds impact: Many customers could not pay for quite some time. ⟶ Many customers
 * @finds summary: The site was intermittently unavailable.
 * @passes impact: Many customers could not pay: 1,204 of 9,310 carts were given up.
 * @passes summary: The most recent release had a minor version of the driver.
 */
export const unmeasured: Rule = {
  id: 'blameless/unmeasured',
  about: 'An effect told without a number.',
  reason: '“Many” and “a while” mean something else to each reader, and cannot be compared with the next incident.',
  question: 'How many, of how many, from when to when, and measured where?',
  source: 'PagerDuty Postmortem Guide',
  levels: { draft: 'info', review: 'info', published: 'info' },
  find: (document) =>
    hitsOf(document, { where: (sentence) => isIn(sentence, effects), needle: NEEDLE, pattern: CLAIM }, claimed),
};

/** One claim of a sentence is enough. */
function claimed({ sentence, text, before, from, to, behind }: Match): Answer {
  const { previous, next, block, at } = sentence;
  const around = `${sentence.lower} ${next} ${previous}`;
  const span = offsetIn(block, at + sentence.text.length) - offsetIn(block, at);
  const isLinked = span > sentence.text.length + 14;
  if (NUMBER.test(sentence.lower.replace(/\bno one\b/g, '')) || /\d/.test(around) || isLinked) return null;
  if (/\bhow $/.test(before)) return null;
  if (HEDGED.test(`${before.slice(-20)}${text}${behind.slice(0, 20)}`)) return null;
  return before.search(CLAIM) >= 0 ? null : { message: `“${sentence.text.slice(from, to)}” stands without a number.` };
}
