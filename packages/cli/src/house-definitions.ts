import { type Metric, nearestOf } from '@debrief/core';

/** What is wrong with the `metrics` of the settings: names that no metric or definition has, each with the nearest. */
export function definitionProblems(
  chosen: Readonly<Record<string, string>>,
  metrics: readonly Metric[],
): readonly string[] {
  return Object.entries(chosen).flatMap(([name, definition]) => {
    const metric = metrics.find((each) => each.name === name);
    if (metric === undefined) {
      const near = nearestOf(
        name,
        metrics.map((each) => each.name),
      );
      return [`metrics: there is no metric “${name}”; did you mean “${near}”?`];
    }
    const known = metric.definitions.map(({ id }) => id.slice(name.length + 1));
    if (known.includes(definition) || metric.definitions.some(({ id }) => id === definition)) return [];
    return [
      `metrics: “${name}” has no definition “${definition}”; did you mean “${nearestOf(definition, known)}”? See debrief explain ${name}.`,
    ];
  });
}
