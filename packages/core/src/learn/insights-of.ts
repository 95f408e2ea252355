import { actionFigures } from './action-figures.ts';
import { budgetFigures } from './budgets.ts';
import { changeFigures } from './change.ts';
import { durationFigures } from './durations.ts';
import { factorFigure } from './factors.ts';
import { frequencyOf } from './frequency.ts';
import { groupsOf } from './groups.ts';
import type { IncidentRecord } from './incident-record.ts';
import type { Insights } from './insights.ts';
import { qualityOf } from './quality.ts';
import { repeatFigures } from './repeats.ts';
import { type InsightOptions, isDated, type Scope, scopeOf } from './scope.ts';
import { survivalFigures } from './survival.ts';
import { timeOfWeekOf } from './time-of-week.ts';

/**
 * What many post-mortems tell together, and what they do not. Every figure says how many it rests on, over which window,
 * by which definition and method, in a sentence; a question without an answer has a reason in its place. No number is NaN
 * or infinite, and there is no figure about a person.
 *
 * Methods and formulas: Garwood and Laplace for frequency, order statistics and the DKW band for durations, Kaplan–Meier
 * for what is not over, permutation tests for changes, Wilson for shares.
 *
 * @param records from {@link recordOf}; those that are dismissed, merged or empty are counted and left out
 * @example insights(records, { now: Date.parse('2026-11-20T00:00Z') }).frequency.statement // '47 post-mortems in 354 days: …'
 */
export function insights(records: readonly IncidentRecord[], options: InsightOptions): Insights {
  const whole = insightsIn(scopeOf(records, options), records, options);
  return {
    ...whole,
    groups: options.groupBy === undefined ? null : groupsOf(records, options, options.groupBy, insightsIn),
  };
}

/** The figures of one scope, which may be that of a group. */
function insightsIn(
  scope: Scope,
  records: readonly IncidentRecord[],
  { filters = {} }: InsightOptions,
): Omit<Insights, 'groups'> {
  const { from, to, days } = scope.window;
  return {
    window: { from, to, days },
    filters: Object.entries(filters).map(([name, value]) => `${name} ${value}`),
    documents: documentsOf(records, scope),
    frequency: frequencyOf(scope),
    durations: durationFigures(scope),
    survival: survivalFigures(scope),
    changes: changeFigures(scope),
    repeats: repeatFigures(scope),
    actions: actionFigures(scope),
    budgets: budgetFigures(scope),
    timeOfWeek: timeOfWeekOf(scope),
    factors: factorFigure(scope),
    quality: qualityOf(scope),
  };
}

function documentsOf(records: readonly IncidentRecord[], scope: Scope): Insights['documents'] {
  const count = (counting: IncidentRecord['counting']): number =>
    records.filter((record) => record.counting === counting).length;
  const counted = records.filter(({ counting }) => counting === 'counted');
  const undated = counted.filter((record) => !isDated(record)).length;
  return {
    read: records.length,
    counted: counted.length,
    dismissed: count('dismissed'),
    merged: count('merged'),
    empty: count('empty'),
    undated,
    leftOut: counted.length - undated - scope.records.length,
  };
}
