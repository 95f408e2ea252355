import type { Finding } from '../model/index.ts';
import type { Checked, Rule } from './rule.ts';
import { rules } from './rules.ts';

/**
 * What a kind and experienced reviewer would ask about a post-mortem, in the order of the text. Levels come from the rule,
 * by the stage of the document, and from the house. Nothing is thrown, and the text is not changed.
 *
 * @example check({ reading, prose, measurements, contradictions, context }) // [{ rule: 'complete/action-owner', level: 'error', place, … }]
 */
export function check(document: Checked, all: readonly Rule[] = rules): readonly Finding[] {
  return all.flatMap((rule) => findingsOf(rule, document)).toSorted((a, b) => a.place.from - b.place.from);
}

const RANK = ['info', 'warning', 'error'] as const;

function findingsOf(rule: Rule, document: Checked): readonly Finding[] {
  const { id, reason, source, question, levels, find } = rule;
  const { stage, levels: house } = document.context;
  const level = house[id] ?? house[id.slice(0, id.indexOf('/'))] ?? levels[stage];
  if (level === 'off') return [];
  return find(document).map(({ place, message, question: own = question, atMost = level, fix }) => ({
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
