import { fold } from '../model/fold.ts';

/** How easily people can slip past a change: strong ones take the possibility away, weak ones ask for more care. */
export type ActionStrength = 'strong' | 'intermediate' | 'weak' | 'unknown';

/** A guess at the strength of an action, and the words that led to it. */
export interface StrengthGuess {
  readonly strength: ActionStrength;
  /** Folded, as in the table; null where no words told. */
  readonly words: string | null;
}

/** Beginnings of words, folded: of actions that do not rely on memory, of those that help it, and of those that ask for it. */
const WORDS: Readonly<Record<Exclude<ActionStrength, 'unknown'>, readonly string[]>> = {
  strong: [
    'remove|delete|retire|eliminate|decommission|get rid of|replace|migrate off|drop support|refuse',
    'reject|block|prevent|forbid|enforce|disallow|lock|interlock|fail the build|require approval',
    'protected branch|guardrail|guard rail|gate |validate|schema check|in ci |isolate|bulkhead|cell ',
    'circuit breaker|rate limit|throttle|load shed|backpressure|automatic|automate|auto |self heal',
    'rollback|roll back on|canary|staged rollout|progressive deliver|idempoten|simplify|standardise',
    'standardize|cap the|cap on|fail safe|failsafe|fail closed|fail open|decouple|read only by default',
    'jitter|backoff|back off',
  ],
  intermediate: [
    'alert|alarm|monitor|page on|page when|dashboard|probe|health check|synthetic|metric|redundan|replica',
    'failover|fail over|second region|spare|headroom|capacity|scale|limit|increase|raise|lower|tune',
    'timeout|time out|retry|cache|index|quota|batch|test|checklist|check list|lint|warn in|prompt|confirm',
    'read back|game day|gameday|rehearse|drill|simulat|staffing|second person|on call rota|rotation',
    'template|script|tool|reduce noise|prune|log |logging|tracing|backup|feature flag|kill switch|rename',
  ],
  weak: [
    'document|runbook|run book|playbook|wiki|write down|write up|describe|explain|readme|train|teach',
    'remind|be careful|more care|pay attention|double check|awareness|educate|policy|procedure|guideline',
    'guidance|memo|announce|communicate|tell |inform|share |investigate|look into|find out|study|research',
    'analyse|analyze|explore|evaluate|consider|discuss|decide|review|audit|ask |talk |meet |agree|warning',
    'label|note that',
  ],
};

/** A sentence that begins so is about words, whatever these words are about: `Document how to remove a node`. */
const LEADS =
  /^(?:please |we should |to )?(?:update|improve|extend|add|write|create|complete|fix)?(?: to)?(?: the| a| an| our)? ?$/;

const ORDER = ['strong', 'intermediate', 'weak'] as const;

const PATTERNS = Object.fromEntries(
  ORDER.map((strength) => [strength, new RegExp(` (?:${WORDS[strength].join('|')})`)]),
) as Readonly<Record<(typeof ORDER)[number], RegExp>>;

const LONGEST = 400;

/**
 * Guesses by its English words how strong an action is, in the three steps of the action hierarchy for root cause
 * analysis and actions (RCA², National Patient Safety Foundation 2015), carried over to software. It is a heuristic: it
 * knows nothing of the system, and labels are no substitute for asking what the change makes impossible. A sentence that
 * begins with words of the weak kind is weak; else the strongest words count; `unknown` where none is known.
 *
 * @param text the words of an action item, of which the first 400 characters are looked at
 * @example actionStrength('Reject a config without an owner in CI') // { strength: 'strong', words: 'reject' }
 * @example actionStrength('Update the runbook on how to remove a node') // { strength: 'weak', words: 'runbook' }
 * @example actionStrength('Kite') // { strength: 'unknown', words: null }
 */
export function actionStrength(text: string): StrengthGuess {
  const words = ` ${fold(text.slice(0, LONGEST))} `;
  const weak = PATTERNS.weak.exec(words);
  if (weak !== null && LEADS.test(words.slice(1, weak.index + 1))) return { strength: 'weak', words: weak[0].trim() };
  for (const strength of ORDER) {
    const found = PATTERNS[strength].exec(words);
    if (found !== null) return { strength, words: found[0].trim() };
  }
  return { strength: 'unknown', words: null };
}
