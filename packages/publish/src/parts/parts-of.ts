import type { Insights } from '@debrief/core';
import { actionParts } from './actions.ts';
import { budgetParts } from './budgets.ts';
import { changeParts } from './changes.ts';
import { durationParts } from './durations.ts';
import { factorParts } from './factors.ts';
import { frequencyParts } from './frequency.ts';
import { groupParts } from './groups.ts';
import type { Part } from './part.ts';
import { qualityParts } from './quality.ts';
import { survivalParts } from './survival.ts';

/** Every figure of the insights, in the order of the report, each with an id of its own. */
export function partsOf(insights: Insights): readonly Part[] {
  return withOwnIds([
    ...frequencyParts(insights),
    ...durationParts(insights),
    ...survivalParts(insights, 'duration'),
    ...changeParts(insights),
    ...factorParts(insights),
    ...survivalParts(insights, 'factor'),
    ...actionParts(insights),
    ...budgetParts(insights),
    ...groupParts(insights),
    ...qualityParts(insights),
  ]);
}

function withOwnIds(parts: readonly Part[]): readonly Part[] {
  const used = new Set<string>();
  return parts.map((part) => {
    let id = part.id;
    for (let count = 2; used.has(id); count += 1) id = `${part.id}/${count}`;
    used.add(id);
    return id === part.id ? part : { ...part, id };
  });
}
