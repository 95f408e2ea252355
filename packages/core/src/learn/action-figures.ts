import { dayNumber } from '../model/day.ts';
import { fold } from '../model/fold.ts';
import type { ActionRecord } from './incident-record.ts';
import type { ActionGroup, Actions } from './insights.ts';
import { linearQuantile } from './quantile.ts';
import type { Scope } from './scope.ts';
import { shareInWords, shareOf } from './share-of.ts';
import { countOf, daysInWords, sentence } from './wording.ts';

/** What became of the action items that the post-mortems of the window agreed on. Nobody is named or counted. */
export function actionFigures(scope: Scope): Actions {
  const { records, today, level } = scope;
  const actions = records.flatMap(({ actions: items }) => items);
  const withState = (state: ActionRecord['state']): number => actions.filter((action) => action.state === state).length;
  const [done, open, cancelled, stateUnknown] = (['done', 'open', 'cancelled', 'unknown'] as const).map(withState);
  const whole = groupOf('all', actions, scope);
  const undatedDone = actions.filter(
    (action) => action.state === 'done' && action.done === null && action.due !== null,
  );
  return {
    id: 'actions',
    title: 'Action items',
    definition:
      'Completion: done of all that were not cancelled and whose state is told. On time: done by their day of those whose day has come',
    unit: 'action items',
    n: actions.length,
    censored: open ?? 0,
    unknown: stateUnknown ?? 0,
    statement: statementOf(actions, whole, today),
    cannotTell: actions.length === 0 ? 'The post-mortems of this window list no action items.' : null,
    notes: [
      'Done is what the document says; whether it helped shows in repeats.',
      ...(undatedDone.length > 0
        ? [
            `${sentence(countOf(undatedDone.length, 'item'))} done without a day ${undatedDone.length === 1 ? 'is' : 'are'} not in “on time”.`,
          ]
        : []),
      'Strength is guessed from words: strong takes a possibility away, weak asks for more care.',
    ],
    total: actions.length,
    done: done ?? 0,
    open: open ?? 0,
    cancelled: cancelled ?? 0,
    stateUnknown: stateUnknown ?? 0,
    verified: actions.filter(({ verified }) => verified).length,
    overdue: whole.overdue,
    completion: shareOf(whole.completion.successes, whole.completion.trials, level),
    onTime: whole.onTime,
    age: ageOf(actions, today),
    byPriority: byPriority(actions, scope),
    byStrength: (['strong', 'intermediate', 'weak', 'unknown'] as const).flatMap((strength) => {
      const own = actions.filter((action) => action.strength === strength);
      return own.length === 0 ? [] : [groupOf(strength, own, scope)];
    }),
  };
}

function isOverdue({ state, due }: ActionRecord, today: string): boolean {
  return state === 'open' && due !== null && due < today;
}

function groupOf(name: string, actions: readonly ActionRecord[], { today, level }: Scope): ActionGroup {
  const counted = actions.filter(({ state }) => state === 'done' || state === 'open');
  const due = counted.filter(
    (action) => action.due !== null && action.due < today && (action.state === 'open' || action.done !== null),
  );
  const onTime = due.filter((action) => action.done !== null && action.due !== null && action.done <= action.due);
  return {
    name,
    total: actions.length,
    completion: shareOf(counted.filter(({ state }) => state === 'done').length, counted.length, level),
    onTime: shareOf(onTime.length, due.length, level),
    overdue: actions.filter((action) => isOverdue(action, today)).length,
  };
}

const MOST_GROUPS = 12;

interface PriorityGroup {
  readonly level: number;
  /** How often each way to write it came. */
  readonly names: Map<string, number>;
  readonly items: ActionRecord[];
}

function newGroup(level: number): PriorityGroup {
  return { level, names: new Map(), items: [] };
}

/** By level where it is known, under the name that most write; else by the words. */
function byPriority(actions: readonly ActionRecord[], scope: Scope): readonly ActionGroup[] {
  const groups = new Map<string, PriorityGroup>();
  for (const action of actions) {
    const { written, level } = action.priority ?? { written: 'no priority', level: null };
    const key = level === null ? fold(written) : `level ${level}`;
    const group = groups.get(key) ?? newGroup(level ?? (action.priority === null ? 9 : 8));
    group.names.set(written, (group.names.get(written) ?? 0) + 1);
    group.items.push(action);
    groups.set(key, group);
  }
  return [...groups.values()]
    .toSorted((a, b) => a.level - b.level || b.items.length - a.items.length)
    .slice(0, MOST_GROUPS)
    .map(({ names, items }) => groupOf([...names].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? '', items, scope));
}

function ageOf(actions: readonly ActionRecord[], today: string): Actions['age'] {
  const ages = actions.flatMap(({ state, created }) =>
    state === 'open' && created !== null && created <= today ? [dayNumber(today) - dayNumber(created)] : [],
  );
  if (ages.length === 0) return { reason: 'No open item has a day from which its age could be counted.' };
  const sorted = Float64Array.from(ages).toSorted();
  return { median: linearQuantile(sorted, 0.5), oldest: sorted.at(-1) ?? 0 };
}

function statementOf(actions: readonly ActionRecord[], whole: ActionGroup, today: string): string {
  if (actions.length === 0) return 'The post-mortems of this window list no action items.';
  const { completion, onTime, overdue } = whole;
  if (completion.trials === 0)
    return `${sentence(countOf(actions.length, 'action item'))}, none of which says whether it is done.`;
  const late = overdue === 0 ? 'None is overdue' : `${overdue} ${overdue === 1 ? 'is' : 'are'} overdue`;
  const punctual = onTime.trials === 0 ? '' : ` Of those whose day has come, ${shareInWords(onTime)} were done by it.`;
  const age = ageOf(actions, today);
  const old = 'reason' in age ? '' : `; the oldest open one is ${daysInWords(age.oldest)} old`;
  return `${shareInWords(completion)} of the action items are done.${punctual} ${late}${old}.`;
}
