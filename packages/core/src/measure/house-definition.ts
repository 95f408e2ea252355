import type { MeasureContext } from './context.ts';
import type { Definition, Metric } from './metric.ts';

/** The definition that a house has chosen for a metric, by its whole id or its last part; else the first. */
export function houseDefinition(
  metric: string,
  definitions: readonly Pick<Definition, 'id'>[],
  chosen: Readonly<Record<string, string>>,
): string {
  const wanted = Object.hasOwn(chosen, metric) ? chosen[metric] : undefined;
  const found = definitions.find(({ id }) => id === wanted || id === `${metric}/${wanted}`);
  return (found ?? definitions[0])?.id ?? metric;
}

/** Whether a definition of a metric, by the last part of its id, is the one of the house. */
export function isHouseDefinition(
  { definitions }: Pick<MeasureContext, 'definitions'>,
  metric: Pick<Metric, 'name' | 'definitions'>,
  definition: string,
): boolean {
  return houseDefinition(metric.name, metric.definitions, definitions) === `${metric.name}/${definition}`;
}
