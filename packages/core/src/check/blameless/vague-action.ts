import { offsetIn } from '../../model/index.ts';
import type { Hit, Rule } from '../rule.ts';
import { actionsOf, core } from './action-texts.ts';
import { placeIn, quoted, type Sentence } from './sentences.ts';

const VAGUE =
  /^(?:(?:we )?(?:should|need to|will|must) |to |please |further |try to )?(improve|enhance|optimi[sz]e|make .{0,40}\b(?:better|more (?:robust|reliable|resilient|stable))|look (?:in ?to|at)|investigate|consider|review|explore|address|fix|ensure|make sure|monitor|strengthen|better|think about|work on|harden|evaluate|revisit|rethink|study|research|clean up|reconsider|analy[sz]e|assess|examine|discuss|follow up|fine-tune|tune|increase|prevent|reduce|more|be more)\b(.*)$/;
/** Something by which anybody can tell that it is finished. */
const BOUND =
  /\b(?:so that|until|done when|finished when|by (?:adding|making|moving|removing|using|setting|replacing|splitting|running|writing|switching)|decid\w+|output|write[- ]?up|acceptance|at (?:most|least)|less than|fewer than|more than|below|above|under|within|exceed\w*|from .{1,40} to|returns? |reject\w*|refuse\w*|block\w*|fails? (?:the|when|if)|and (?:add|remove|set|alert|page|publish|report|document|write|file|open|replace)|whenever|instead of|with an?)\b|[<>≤≥]|\d\s?(?:%|ms|s\b|sec|min|m\b|h\b|hours?|days?|gib|gb|mb|x\b|rps|qps)|`|#\d+|\b[a-z]{2,10}-\d+\b/;
const GENERIC =
  /^\s*(?:(?:the|this|that|these|those|our|all|any|underlying|root|main|known|various|remaining)\s+)*(?:issues?|problems?|bugs?|causes?|root causes?|it|this|that|outage|incident|tech(?:nical)? debt|gaps?|concerns?|things?|errors?|everything|findings?|instability|performance|monitoring|alert\w*|documentation|communication|process\w*|reliability|stability|resilience|weakness\w*)\b(?:\s+(?:that|which|caus\w+|behind|of|with|in|found|related)\b.*)?[.\s]*$/;
/** What nobody measures by itself. */
const QUALITY =
  /^\s*(?:the |our |overall |general |test |code |system )*(?:robustness|reliability|resilien\w+|stability|coverage|visibility|awareness|observability|quality|maintainability|risks?|complexity|toil|noise|monitoring|alerting|testing|communication|collaboration|security|latency|load|performance|redundancy)\b/;
const AGAIN =
  /^\s*(?:(?:this|that|it|such|similar|these|future|further|any|the same)\s+){0,3}(?:(?:issues?|incidents?|outages?|problems?|errors?|things?|kind|type|sort)\b.{0,40})?(?:\s*(?:from )?(?:happening|occurring|recurring|in (?:the )?future|again|going forward)[\s\w]{0,30})?[.\s]*$/;
const NEVER_AGAIN =
  /\b(?:never happens? again|(?:doesn't|does not|won't|will not|cannot|can't|not) (?:happen|occur|recur)(?: again)?|as needed|asap|as appropriate|when possible|if necessary|where possible|etc)\b/;

/**
 * Looks for action items of which nobody can tell when they are finished: “Improve monitoring”, “Look into the timeouts”.
 *
 * @finds actionItems: Improve alerting.
 * @finds actionItems: Look into the slow restarts of the indexer.
 * @passes actionItems: Improve the p99 of the search from 900 ms to below 400 ms.
 * @passes actionItems: Investigate both queues, decide for one by 1 June and publish the note.
 */
export const vagueAction: Rule = {
  id: 'blameless/vague-action',
  about: 'An action item of which nobody can tell when it is finished.',
  reason: 'An action without a bound stays open for ever, or is closed by whoever tires first.',
  question: 'By which check can somebody tell that it is finished, and what is out of its scope?',
  source: 'Lunney, Lueder and Beyer, Postmortem Action Items, ;login: Spring 2017; SRE Workbook, chapter 10',
  levels: { draft: 'info', review: 'warning', published: 'info' },
  find: (document) => actionsOf(document).flatMap((action) => vague(action, document.reading.text)),
};

function vague(sentence: Sentence, document: string): readonly Hit[] {
  const text = core(sentence.lower);
  const [, verb = '', rest = ''] = VAGUE.exec(text.slice(0, 600)) ?? [];
  const isOpen = NEVER_AGAIN.test(text) || (verb !== '' && !BOUND.test(rest) && fits(verb, rest));
  if (!isOpen || hasLink(sentence, document)) return [];
  const from = Math.max(0, sentence.lower.indexOf(text.slice(0, 20)));
  const to = Math.min(sentence.text.length, from + Math.max(1, text.length));
  return [
    {
      place: placeIn(sentence, from, to),
      message: `${quoted(sentence.text.slice(from, to))} does not say when it is finished.`,
    },
  ];
}

function fits(verb: string, rest: string): boolean {
  if (/^(?:fix|address|clean up)$/.test(verb)) return GENERIC.test(rest);
  if (/^(?:ensure|make sure)$/.test(verb))
    return (
      GENERIC.test(rest) || /\b(?:proper|adequate|better|sufficient|appropriate|good|correctly|properly)\b/.test(rest)
    );
  if (/^(?:increase|reduce)$/.test(verb)) return QUALITY.test(rest);
  if (verb === 'prevent') return AGAIN.test(rest);
  if (/^(?:tune|fine-tune|more|be more|discuss)$/.test(verb)) return rest.trim().split(/\s+/).length <= 4;
  if (verb === 'monitor') return rest.trim().split(/\s+/).length <= 5;
  if (verb === 'better') return rest.trim().split(/\s+/).length <= 4;
  return true;
}

/** A link on the same line may lead to a ticket that says more. */
function hasLink({ block, at, text }: Sentence, document: string): boolean {
  const from = offsetIn(block, at);
  const to = offsetIn(block, at + text.length);
  const behind = /^[^\n\r]{0,200}/.exec(document.slice(to, to + 200))?.[0] ?? '';
  return /https?:\/\/|\]\(|\]\[/.test(document.slice(from, to) + behind);
}
