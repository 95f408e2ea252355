import type { InstantName, RoleGuess } from '../model/index.ts';
import { findPhrases, fold } from '../vocabulary/index.ts';
import type { Context } from './context.ts';

/** Where an event's words suggest several roles, the one further up here wins: the rarer word tells more. */
const STRENGTH: readonly InstantName[] = [
  'closed',
  'impactEnd',
  'resolved',
  'impactStart',
  'declared',
  'diagnosed',
  'mitigated',
  'firstMitigation',
  'acknowledged',
  'alerted',
  'notified',
  'detected',
  'firstAction',
  'trigger',
];

/** `Issue not resolved yet`, `No alert fired`: what was not the case is no instant of the incident. */
const NEGATIONS: ReadonlySet<string> = new Set([
  'not',
  'no',
  'never',
  'without',
  'isnt',
  'wasnt',
  'werent',
  'arent',
  'cannot',
  'nicht',
  'kein',
  'keine',
  'ikke',
  'ingen',
  'pas',
  'sin',
  'nao',
  'sem',
  'aucun',
  'aucune',
]);

/**
 * The role that an event's words suggest, with those words. It is a guess and shown as one: the writer confirms it by
 * pinning the instant in the front matter.
 */
export function roleOf(context: Context, text: string): RoleGuess | null {
  const folded = fold(text.slice(0, 200));
  const named = findPhrases(context.lexicon.roles, folded);
  if (named.length === 0) return null;
  const words = folded.split(' ');
  const found = named.filter(({ at }) => !NEGATIONS.has(words[at - 1] ?? '') && !NEGATIONS.has(words[at - 2] ?? ''));
  if (found.length === 0) return null;
  const [best] = found.toSorted(
    (a, b) => STRENGTH.indexOf(a.value.instant) - STRENGTH.indexOf(b.value.instant) || a.at - b.at,
  );
  return best === undefined ? null : { instant: best.value.instant, words: best.phrase };
}
