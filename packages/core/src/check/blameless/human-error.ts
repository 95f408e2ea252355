import type { Rule } from '../rule.ts';
import { hitsOf } from './matches.ts';
import { needle } from './needle.ts';
import { isIn } from './sentences.ts';
import { plans } from './sections.ts';

const LABEL =
  /\b(?:(?:human|operator|user|pilot|manual|engineer|people|operational human|(?:admin|administrator|dba|developer|programmer|technician|responder|contractor|personnel|staff))[ -](?:errors?|mistakes?)|human[ -]failures?|pebkac|fat[- ]?finger(?:ed|ing|s)?|human factors? (?:was|were|caused)|human fault|human carelessness)\b/g;
const NEEDLE = needle('error|mistake|pebkac|finger|human');
/** As part of a term, the words name a figure, a message or a set of data. */
const TERM =
  /^[\s-]+(?:rates?|handling|messages?|pages?|logs?|codes?|budget|reports?|reporting|counts?|counters?|metrics?|models?|boundary|responses?|recovery|correction|taxonomy|class(?:es|ification)?|categor\w+|prompts?|probability|analysis|datasets?|labels?|\(?[45](?:\d\d|xx))\b|^\s*\([45](?:\d\d|xx)\)/;
/** The sentence speaks of the label, and does not use it. */
const CRITICAL =
  /\b(?:not|never|no|rather than|instead of|beyond|avoid\w*|without|isn't|wasn't|don't|doesn't|label\w*|call(?:ed|ing)|stop(?:s|ped|ping)? at|so-called|behind|symptom|blam\w+|dismiss\w*)\b/;
const CAUSAL =
  /(?:caused by|due to|because of|result of|attributed to|was|were|is|be|by|through|from|to|of|down to|and)\s+(?:(?:an?|simple|pure|plain|classic|typical|honest|mere|basic|clear|genuine|another|case of|classic case of) ){0,3}$|^(?:an? )?(?:(?:simple|pure|plain|classic|typical|honest|mere|basic|clear|another) )?$|:\s*$/;

/**
 * Looks for “human error” and its kin given as an answer.
 *
 * @finds rootCause: The deletion was put down to human error. ⟶ human error
 * @finds summary: An engineer fat-fingered the number of replicas.
 * @passes summary: The human error rate of the transcription team stayed at 2.1 %.
 * @passes lessons: We do not stop at human error; the console shows both regions alike.
 * @passes impact: User errors (4xx) rose from 1 % to 9 % of requests.
 */
export const humanError: Rule = {
  id: 'blameless/human-error',
  about: '“Human error” or a like label stands as an answer.',
  reason:
    'The label ends the search where it should begin: an error is a symptom of conditions that will meet the next person too.',
  question: 'Which conditions (screens, time pressure, documents, defaults) made this outcome likely for anyone?',
  source: 'Sidney Dekker, The Field Guide to Understanding Human Error; PagerDuty Postmortem Guide',
  levels: { draft: 'warning', review: 'warning', published: 'warning' },
  find: (document) =>
    hitsOf(
      document,
      { where: (sentence) => !isIn(sentence, plans), needle: NEEDLE, pattern: LABEL },
      ({ text, before, behind, sentence, from, to }) => {
        if (
          TERM.test(behind) ||
          CRITICAL.test(before.slice(-60)) ||
          /^\s*(?:is|was|are) (?:not|never|only|merely|(?:an?|the) (?:symptom|label|start|beginning|consequence|effect))\b/.test(
            behind,
          )
        )
          return null;
        if (/^(?:user|manual|admin|dev|staff|contractor)/.test(text) && (text.endsWith('s') || !CAUSAL.test(before)))
          return null;
        return { message: `“${sentence.text.slice(from, to)}” stands where conditions could be told.` };
      },
    ),
};
