import { dayNumber } from '../model/day.ts';
import { durationMetrics, durationsIn, titleOfMetric } from './duration-metrics.ts';
import type { ActionRecord } from './incident-record.ts';
import type { Survival, SurvivalCurve } from './insights.ts';
import { kaplanMeier } from './kaplan-meier.ts';
import { nextOfSameFactor } from './repeats.ts';
import { DAY, type Scope } from './scope.ts';
import { countOf, daysInWords, isReason, minutesInWords, sentence } from './wording.ts';

/** How long something lasted, or has lasted so far. */
interface Lifetime {
  readonly time: number;
  readonly isOver: boolean;
}

const METHOD = 'Kaplan–Meier, open ones counted as open, with log–log limits';

/** How long until half are over: incidents, action items, and until the same factor comes back. */
export function survivalFigures(scope: Scope): readonly Survival[] {
  return [incidentSurvival(scope), actionSurvival(scope), recurrence(scope)];
}

function incidentSurvival(scope: Scope): Survival {
  const [metric] = durationMetrics;
  const { told, unknown } = durationsIn(scope.records, metric);
  const lives = told.map(({ minutes, open }) => ({ time: Math.max(0, minutes), isOver: !open }));
  const curve = curveOf('all', lives, scope.level);
  return {
    id: `survival/${metric}`,
    title: `${titleOfMetric(metric)}, with incidents that are not over`,
    definition: `${told[0]?.definition ?? metric}; ${METHOD}`,
    unit: 'minutes',
    ...tally(lives, unknown),
    statement: statementOf(curve, 'incidents', 'over', minutesInWords),
    cannotTell: reasonOf(curve),
    notes: [],
    curves: curve === null ? [] : [curve],
  };
}

function actionSurvival(scope: Scope): Survival {
  const actions = scope.records.flatMap(({ actions: items }) => items);
  const counted = actions.filter(({ state }) => state === 'done' || state === 'open');
  const lives = counted.flatMap((action) => lifetimeOf(action, scope.today));
  const undated = counted.length - lives.length;
  const byStrength = (['strong', 'intermediate', 'weak'] as const).flatMap((strength) => {
    const own = counted
      .filter((action) => action.strength === strength)
      .flatMap((action) => lifetimeOf(action, scope.today));
    return own.length < FEWEST ? [] : [curveOf(strength, own, scope.level)];
  });
  const all = curveOf('all', lives, scope.level);
  return {
    id: 'survival/actions',
    title: 'How long action items stay open',
    definition: `Days from the day of the incident until an action item is done; ${METHOD}`,
    unit: 'days',
    ...tally(lives, actions.length - lives.length),
    statement: statementOf(all, undated === 0 ? 'action items' : 'action items with days', 'done', daysInWords),
    cannotTell: reasonOf(all),
    notes: [
      'An item counts from the day of the incident, since documents do not tell when it was added.',
      'Strength is guessed from words.',
      ...(undated > 0
        ? [
            `${sentence(countOf(undated, 'item'))} said to be done without a day, or before the incident, cannot stand on this curve; with a day each it would fall faster.`,
          ]
        : []),
    ],
    curves: [all, ...byStrength].flatMap((curve) => curve ?? []),
  };
}

const FEWEST = 5;

/** Days from its incident until an item was done, or until today; nothing where no day tells. */
function lifetimeOf({ state, created, done }: ActionRecord, today: string): readonly Lifetime[] {
  if (created === null || (state === 'done' && done === null)) return [];
  const time = dayNumber(done ?? today) - dayNumber(created);
  return time < 0 ? [] : [{ time, isOver: state === 'done' }];
}

function recurrence(scope: Scope): Survival {
  const { records, level, now, window } = scope;
  const until = Math.min(now, window.end);
  const followed = nextOfSameFactor(records);
  const lives = followed.map(({ at, next }) => ({
    time: Math.max(0, ((next ?? until) - at) / DAY),
    isOver: next !== null,
  }));
  const curve = curveOf('all', lives, level);
  return {
    id: 'survival/recurrence',
    title: 'How long until the same factor comes back',
    definition: `Days from an incident to the next one with the same contributing factor; ${METHOD}`,
    unit: 'days',
    ...tally(lives, records.length - lives.length),
    statement: statementOf(curve, 'incidents', 'followed by another with the same factor', daysInWords),
    cannotTell: reasonOf(curve),
    notes: ['Incidents that nothing followed yet count as open, not as the last of their kind.'],
    curves: curve === null ? [] : [curve],
  };
}

function tally(lives: readonly Lifetime[], unknown: number): Pick<Survival, 'n' | 'censored' | 'unknown'> {
  return { n: lives.length, censored: lives.filter(({ isOver }) => !isOver).length, unknown };
}

/** A curve through all of them, or null where there is nothing to draw. */
function curveOf(name: string, lives: readonly Lifetime[], level: number): SurvivalCurve | null {
  if (lives.length === 0) return null;
  const found = kaplanMeier({
    times: lives.map(({ time }) => time),
    observed: lives.map(({ isOver }) => isOver),
    level,
  });
  if (isReason(found)) return null;
  return {
    name,
    n: lives.length,
    censored: lives.filter(({ isOver }) => !isOver).length,
    steps: found.steps.map(({ time, atRisk, events, survival, low, high }) => ({
      time,
      atRisk,
      events,
      survival,
      low: Math.min(low, survival),
      high: Math.max(high, survival),
    })),
    median: 'median' in found ? found.median : 'notReached',
  };
}

function reasonOf(curve: SurvivalCurve | null): string | null {
  if (curve === null) return 'There is nothing that could be followed.';
  return curve.median === 'notReached'
    ? 'More than half are not over yet, so the time until half are is not known.'
    : null;
}

function statementOf(
  curve: SurvivalCurve | null,
  things: string,
  over: string,
  say: (value: number) => string,
): string {
  if (curve === null) return `No ${things} could be followed.`;
  const open = curve.censored === 0 ? '' : `, ${curve.censored} of ${curve.n} still open and counted as such`;
  if (curve.median === 'notReached') return `Fewer than half of the ${things} are ${over} yet${open}.`;
  const low = curve.steps.find((step) => step.low <= 0.5)?.time;
  const high = curve.steps.find((step) => step.high <= 0.5)?.time;
  const range = low === undefined ? '' : ` (${say(low)} ${high === undefined ? 'or more' : `to ${say(high)}`})`;
  return `Half of ${curve.n} ${things} are ${over} after ${say(curve.median)}${range}${open}.`;
}
