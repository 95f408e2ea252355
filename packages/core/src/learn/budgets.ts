import { fold } from '../model/fold.ts';
import type { ServiceLevelObjective } from '../model/index.ts';
import type { MeasuredService } from '../measure/context.ts';
import {
  badMinutesUpTo,
  type BadInterval,
  budgetOver,
  type BudgetWindow,
  calendarWindows,
  rollingWindow,
} from '../measure/index.ts';
import type { Budget } from './insights.ts';
import { DAY, type Scope } from './scope.ts';
import { countOf, minutesInWords, percentInWords, sentence } from './wording.ts';

/** The objectives that an outage breaks; how slow or stale something was does not follow from when it failed. */
const BROKEN_BY_OUTAGES: ReadonlySet<ServiceLevelObjective['indicator']> = new Set(['availability', 'errorRate']);

const MOST = 200;

/** The error budget of every objective of the house over its windows, as far as post-mortems tell what was bad. */
export function budgetFigures(scope: Scope): readonly Budget[] {
  const unplaced = scope.records.filter(({ impacts }) => impacts.some(({ service }) => service === null)).length;
  return scope.services
    .flatMap((service) => {
      const intervals = intervalsOf(scope, service);
      return service.slos
        .filter(({ indicator }) => BROKEN_BY_OUTAGES.has(indicator))
        .flatMap((objective) =>
          windowsOf(scope, objective, intervals).flatMap(
            (window) => budgetOf(scope, service, objective, window, intervals, unplaced) ?? [],
          ),
        );
    })
    .slice(0, MOST);
}

function intervalsOf({ ever, now }: Scope, { name, aliases }: MeasuredService): readonly BadInterval[] {
  const names = new Set([name, ...aliases].map((each) => fold(each)));
  return ever.flatMap(({ impacts }) =>
    impacts
      .filter(({ service }) => service !== null && names.has(fold(service)))
      .map(({ from, to, badShare }) => ({ from, to: to ?? Math.max(from, now), badShare })),
  );
}

function windowsOf(
  { window, now }: Scope,
  { window: kind }: ServiceLevelObjective,
  intervals: readonly BadInterval[],
): readonly BudgetWindow[] {
  const end = Math.min(now, window.end);
  if (end <= window.start) return [];
  if (kind.kind === 'calendar') return calendarWindows(kind.unit, { from: window.start, to: end });
  return worstAndLast(kind.days, intervals, window.start, end);
}

/** The last window, and before it the one with the most bad minutes where that is another: it ends where an interval does. */
function worstAndLast(
  days: number,
  intervals: readonly BadInterval[],
  first: number,
  last: number,
): readonly BudgetWindow[] {
  const upTo = badMinutesUpTo(intervals, 'weighted');
  const badUntil = (end: number): number => upTo(end) - upTo(end - days * DAY);
  let worst = { end: last, bad: badUntil(last) };
  for (const { to } of intervals) {
    if (to <= first || to >= last) continue;
    const bad = badUntil(to);
    if (bad > worst.bad + 1e-6) worst = { end: to, bad };
  }
  return [...(worst.end === last ? [] : [rollingWindow(days, worst.end)]), rollingWindow(days, last)];
}

function budgetOf(
  { ever, now, window: whole }: Scope,
  { name: service }: MeasuredService,
  objective: ServiceLevelObjective,
  window: BudgetWindow,
  intervals: readonly BadInterval[],
  unplaced: number,
): Budget | null {
  const found = budgetOver({ objective, window, intervals });
  if ('reason' in found) return null;
  const isCurrent = window.to >= Math.min(now, whole.end);
  if (found.bad === 0 && !isCurrent) return null;
  const { allowed, bad, consumed, remaining } = found;
  const touching = ever.filter(({ impacts }) =>
    impacts.some(
      (impact) =>
        intervals.some(({ from }) => from === impact.from) &&
        impact.from < window.to &&
        (impact.to ?? now) > window.from,
    ),
  ).length;
  const left =
    remaining < 0 ? `${percentInWords(-remaining)} more than there was` : `${percentInWords(remaining)} is left`;
  return {
    id: `budget/${fold(service)}/${fold(objective.name)}/${window.name}`,
    title: `Error budget of ${service}: ${objective.name}`,
    definition: `${objective.target} % (${objective.budgeting}) over ${window.name}; ${METHODS[found.method]}, overlapping incidents counted once`,
    unit: 'share of the budget',
    n: touching,
    censored: 0,
    unknown: unplaced,
    statement: `${service}, ${objective.name}, ${window.name}: ${minutesInWords(bad)} of ${minutesInWords(allowed)} used, ${percentInWords(consumed)}; ${left}.`,
    cannotTell: null,
    notes: [
      'Only what post-mortems tell is in it; monitoring sees more.',
      ...(unplaced > 0
        ? [
            `${sentence(countOf(unplaced, 'post-mortem'))} with impact ${unplaced === 1 ? 'names' : 'name'} no service, so no budget has it.`,
          ]
        : []),
    ],
    service,
    objective: objective.name,
    window: window.name,
    allowed,
    bad,
    consumed,
    remaining,
  };
}

const METHODS = {
  weightedMinutes: 'minutes weighted by the share that failed',
  badSlices: 'minutes of the slices in which too much failed',
  sliceRatios: 'minutes weighted by the share that failed in each slice',
  events: 'requests',
} as const;
