import type { Finding } from '../model/index.ts';
import { ignore } from './ignore.ts';
import { levelOf } from './level-of.ts';
import type { Checked, Hit, Rule } from './rule.ts';
import { rules } from './rules.ts';

/**
 * What a kind and experienced reviewer would ask about a post-mortem, in the order of the text. Levels come from the rule,
 * by the stage of the document, and from the house. What a comment in the text silences is left out. Nothing is thrown,
 * and the text is not changed.
 *
 * @example check({ reading, prose, measurements, contradictions, context }) // [{ rule: 'complete/action-owner', level: 'error', place, … }]
 */
export function check(document: Checked, all: readonly Rule[] = rules): readonly Finding[] {
  const active = all.flatMap((rule): readonly Active[] => {
    const level = levelOf(rule, document.context);
    return level === 'off' ? [] : [{ rule, level }];
  });
  const found = active.flatMap((each) => findingsOf(each, each.rule.find(document)));
  const { kept, hits } = ignore(document.reading.text, found, {
    all: [...new Set([...rules, ...all].map(({ id }) => id))],
    active: new Set(active.flatMap(({ rule }) => (canTell(rule, document) ? [rule.id] : []))),
    changing: new Set(all.flatMap(({ id, dependsOn }) => (dependsOn === undefined ? [] : [id]))),
  });
  const about = active.flatMap((each) => findingsOf(each, hits.get(each.rule.id) ?? []));
  return [...kept, ...about].toSorted((a, b) => a.place.from - b.place.from);
}

/** A rule about other documents has nothing to say where none are known. */
function canTell({ dependsOn }: Rule, { context }: Checked): boolean {
  return dependsOn !== 'workspace' || context.knownIncidents !== null;
}

const RANK = ['info', 'warning', 'error'] as const;

/** A rule that looks at this document, and how much it weighs here. */
interface Active {
  readonly rule: Rule;
  readonly level: Finding['level'];
}

function findingsOf({ rule, level }: Active, hits: readonly Hit[]): readonly Finding[] {
  if (hits.length === 0) return [];
  const { id, reason, source, question } = rule;
  return hits.map(({ place, message, question: own = question, atMost = level, fix }) => ({
    rule: id,
    level: RANK[Math.min(RANK.indexOf(level), RANK.indexOf(atMost))] ?? level,
    place,
    message,
    question: own,
    reason,
    ...(source !== undefined && { source }),
    ...(fix !== undefined && { fix }),
  }));
}
