import { editDistance } from '../model/edit-distance.ts';
import { nearestOf } from '../model/nearest.ts';
import type { Located } from './located.ts';

/** The keys of OpenSLO, v1, by the path below which they stand; `[]` is each entry of a list. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  spec: [
    'description',
    'service',
    'indicator',
    'indicatorRef',
    'timeWindow',
    'budgetingMethod',
    'objectives',
    'alertPolicies',
  ],
  'spec.timeWindow[]': ['duration', 'isRolling', 'calendar'],
  'spec.objectives[]': [
    'displayName',
    'op',
    'value',
    'target',
    'targetPercent',
    'timeSliceTarget',
    'timeSliceWindow',
    'indicator',
    'indicatorRef',
    'compositeWeight',
  ],
};

/**
 * Complains about keys that look like a slip of the pen. OpenSLO is made to be extended, so a key that resembles none is
 * let be.
 */
export function strangeKeys(slo: Located, complain: (line: number, message: string) => void): void {
  for (const [path, known] of Object.entries(KEYS))
    for (const { inside = new Map<string, Located>() } of below([slo], path))
      for (const [key, { line }] of inside) {
        const nearest = nearestOf(key, known);
        if (known.includes(key) || editDistance(key.slice(0, 40).toLowerCase(), nearest.toLowerCase()) > 2) continue;
        complain(line, `“${key.slice(0, 60)}” is not a key of OpenSLO; did you mean “${nearest}”?`);
      }
}

function below(from: readonly Located[], path: string): readonly Located[] {
  return path.split('.').reduce((nodes, step) => {
    const found = nodes.flatMap(({ inside }) => inside?.get(step.replace('[]', '')) ?? []);
    return step.endsWith('[]') ? found.flatMap(({ inside }) => [...(inside?.values() ?? [])]) : found;
  }, from);
}
