import type { ActionGroup, Insights, Share } from '@debrief/core';
import { columns, type Cell } from '../tables/table.ts';
import { isReason } from '../words/interval-words.ts';
import { numberWords, unbroken } from '../words/number-words.ts';
import { clause } from '../words/sentence.ts';
import { factsOf, wordsOf, type Part } from './part.ts';
import { survivalParts } from './survival.ts';

/** How long actions stay open, and what became of them by priority and by strength. */
export function actionParts(insights: Pick<Insights, 'actions' | 'survival' | 'window'>): readonly Part[] {
  const { actions, window } = insights;
  const { total, done, open, cancelled, stateUnknown, verified, overdue, completion, onTime, age } = actions;
  const all: ActionGroup = { name: 'all', total, completion, onTime, overdue };
  return [
    ...survivalParts(insights, 'action'),
    {
      ...wordsOf(actions),
      chapter: 'action',
      facts: factsOf(actions, { window, level: isReason(completion.interval) ? null : completion.interval.level }),
      notes: [
        ...actions.notes,
        `Of ${numberWords(total)}: ${numberWords(done)} done, ${numberWords(verified)} of them verified; ${numberWords(open)} open, ${numberWords(overdue)} of them overdue; ${numberWords(cancelled)} cancelled; ${numberWords(stateUnknown)} do not say.`,
        isReason(age)
          ? `No age: ${clause(age.reason)}.`
          : `Half of the open ones are older than ${numberWords(age.median)}${unbroken}days, the oldest has ${numberWords(age.oldest)}.`,
        'Done does not say that it helped; verified does.',
      ],
      description: '',
      draw: null,
      table: {
        columns: columns({
          Actions: 'text',
          Total: 'number',
          Done: 'text',
          Completed: 'share',
          Low: 'share',
          High: 'share',
          'On time': 'text',
          Overdue: 'number',
        }),
        rows: [
          groupRow(all, ''),
          ...actions.byPriority.map((group) => groupRow(group, 'priority')),
          ...actions.byStrength.map((group) => groupRow(group, 'strength')),
        ],
        range: { low: 'Low', value: 'Completed', high: 'High', scale: 'linear', reference: null },
      },
    },
  ];
}

function groupRow({ name, total, completion, onTime, overdue }: ActionGroup, by: string): readonly Cell[] {
  const { interval } = completion;
  const share = isReason(interval) ? null : interval;
  return [
    by === '' || name.includes(by) ? name : `${by} ${name}`,
    total,
    fraction(completion),
    share === null || completion.trials <= 0 ? null : completion.successes / completion.trials,
    share?.low ?? null,
    share?.high ?? null,
    fraction(onTime),
    overdue,
  ];
}

function fraction({ successes, trials }: Share): string {
  return `${numberWords(successes)}${unbroken}of${unbroken}${numberWords(trials)}`;
}
