import type { MeasureContext } from './context.ts';

/** Whether a definition of a metric is the one of the house, which without a word in its settings is ours. */
export function isHouseDefinition(context: MeasureContext, metric: string, definition: string, ours: string): boolean {
  const chosen = context.definitions[metric] ?? ours;
  return definition === chosen || definition === `${metric}/${chosen}`;
}
