import type { InstantName, RoleGuess } from '../model/index.ts';
import { findPhrases, fold, type Found, isUnspaced } from '../vocabulary/index.ts';
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

/** The same in scripts without spaces, where it stands right before or right behind. */
const NEGATED_BEFORE = /(?:未|没有|沒有|无法|無法|尚未|不)$/;
const NEGATED_BEHIND = /^[がはも]?(?:され|でき|せ|し)?(?:ず|なかった|ない|ていない)/;

/** What repairs is no trigger: `Fix merged`, `Decision to roll back the deployment`. */
const REPAIRS: ReadonlySet<string> = new Set([
  'fix',
  'fixed',
  'fixes',
  'hotfix',
  'rollback',
  'revert',
  'reverted',
  'reverting',
  'downgraded',
  'downgrade',
  'regained',
  'workaround',
  'korrektur',
  'behebung',
  'correccion',
  'arreglo',
  'correctif',
  'correcao',
  'feilretting',
  'feilfiks',
  'fiks',
  'fiksen',
  'fikseapplikasjon',
  'løsning',
  'løsningen',
]);
const UNSPACED_REPAIRS = /修正|修复|修復|回滚|回滾|恢复|恢復|復旧|ロールバック|切り戻し|恒久対応/;

/**
 * The role that an event's words suggest, with those words: a label before it says so itself, else the words that tell
 * most. It is a guess and shown as one: the writer confirms it by pinning the instant in the front matter.
 */
export function roleOf(context: Context, text: string): RoleGuess | null {
  const head = text.slice(0, LONGEST);
  const label = labelBefore(head);
  const told = label === null ? undefined : context.lexicon.roleLabels.get(label);
  if (label !== null && told !== undefined) return { instant: told, words: label };
  const folded = fold(head);
  const named = findPhrases(context.lexicon.roles, folded);
  if (named.length === 0) return null;
  const words = folded.split(' ');
  const [best] = named
    .filter((found) => !isNegated(folded, words, found) && !isDecided(words, found))
    .toSorted((a, b) => STRENGTH.indexOf(a.value.instant) - STRENGTH.indexOf(b.value.instant) || a.at - b.at);
  if (best === undefined || (best.value.instant === 'trigger' && !isTrigger(context, head, words))) return null;
  return { instant: best.value.instant, words: best.phrase };
}

/** So much of an event is looked at. */
const LONGEST = 200;

/** `Recovery: the queue …`, `検知（ログ）— …`: what stands before the event, or all of it; a note in brackets is no part of it. */
function labelBefore(head: string): string | null {
  const words = LABEL.exec(head)?.[1];
  return words === undefined ? null : fold(words);
}

const LABEL = /^([^:：—–(（]{2,40}?)\s{0,3}(?:[(（][^()（）]{0,60}[)）]\s{0,3})?(?:[:：—–]|$)/;

function isNegated(folded: string, words: readonly string[], { phrase, at, words: length }: Found<unknown>): boolean {
  if (!isUnspaced(phrase))
    return NEGATIONS.has(words[at - 1] ?? '') || NEGATIONS.has(words[at - 2] ?? '') || words[at + length] === 'later';
  return (
    NEGATED_BEFORE.test(folded.slice(Math.max(0, at - 2), at)) ||
    NEGATED_BEHIND.test(folded.slice(at + length, at + length + 8))
  );
}

/** `Decision to roll back`: what was decided or planned is done later. */
function isDecided(words: readonly string[], { value, at }: Found<{ readonly instant: InstantName }>): boolean {
  return value.instant === 'firstMitigation' && words.slice(0, at).some((word) => DECISIONS.has(word));
}

const DECISIONS: ReadonlySet<string> = new Set([
  'decision',
  'decided',
  'decide',
  'decides',
  'planned',
  'plan',
  'entscheidung',
  'beschluss',
  'decidido',
  'beslutning',
]);

/** A change begins an incident only where the first sentence tells it, and where it repairs nothing. */
function isTrigger({ lexicon }: Context, head: string, words: readonly string[]): boolean {
  if (words.some((word) => REPAIRS.has(word)) || UNSPACED_REPAIRS.test(head)) return false;
  const end = head.search(/[.!?]\s|。/);
  return (
    end < 0 || findPhrases(lexicon.roles, fold(head.slice(0, end))).some(({ value }) => value.instant === 'trigger')
  );
}
