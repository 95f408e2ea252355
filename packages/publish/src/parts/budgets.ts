import type { Budget, Insights } from '@debrief/core';
import { budgetsPlot, mostBudgets } from '../figures/budgets.ts';
import { columns } from '../tables/table.ts';
import { dayWords } from '../words/day-words.ts';
import { numberWords } from '../words/number-words.ts';
import { sentence } from '../words/sentence.ts';
import type { Part } from './part.ts';

/** What was consumed of each error budget. */
export function budgetParts({ budgets, window }: Pick<Insights, 'budgets' | 'window'>): readonly Part[] {
  if (budgets.length === 0) return [];
  const overspent = budgets.filter(({ consumed }) => consumed > 1);
  return [
    {
      id: 'budgets',
      chapter: 'budget',
      title: 'Error budgets',
      statement: statementOf(budgets, overspent),
      cannotTell: budgets.every(({ cannotTell }) => cannotTell !== null) ? (budgets[0]?.cannotTell ?? null) : null,
      facts: [
        `${numberWords(budgets.length)} ${budgets.length === 1 ? 'budget' : 'budgets'}`,
        `${dayWords(window.from)} to ${dayWords(window.to)}`,
        'share of the allowed bad minutes',
      ],
      definition: definitionsOf(budgets),
      notes: [
        ...new Set(
          budgets.flatMap(({ notes, cannotTell }) => [...notes, ...(cannotTell === null ? [] : [cannotTell])]),
        ),
        ...(overspent.length > 0
          ? ['The hollow part of a bar, past the line, is what was consumed beyond the budget.']
          : []),
        ...(budgets.length > mostBudgets
          ? [`The picture shows the ${mostBudgets} with the most consumed; the table has all ${budgets.length}.`]
          : []),
      ],
      description:
        'A bar for each budget, as long as the share that was consumed, with a line at 100 %; past that line it is hollow.',
      draw: (drawing) => budgetsPlot(budgets, drawing),
      table: {
        columns: columns({
          Service: 'text',
          Objective: 'text',
          Window: 'text',
          'Post-mortems': 'number',
          'Allowed (min)': 'number',
          'Consumed (min)': 'number',
          'Share consumed': 'share',
          Left: 'share',
          State: 'text',
        }),
        rows: budgets.map(({ service, objective, window: of, n, allowed, bad, consumed, remaining }) => [
          service,
          objective,
          of,
          n,
          allowed,
          bad,
          consumed,
          remaining,
          Number.isFinite(consumed) ? (consumed > 1 ? 'overspent' : 'within') : 'unknown',
        ]),
        range: null,
      },
    },
  ];
}

/** Each definition once; the windows stand in the table. */
function definitionsOf(budgets: readonly Budget[]): string {
  const defined = budgets.map(({ definition, window }) => sentence(definition.replace(` over ${window}`, '')));
  return [...new Set(defined)].join(' ');
}

function statementOf(budgets: readonly Budget[], overspent: readonly Budget[]): string {
  const [only] = budgets;
  if (budgets.length === 1 && only !== undefined) return only.statement;
  return overspent.length === 0
    ? 'Every budget was kept.'
    : `${numberWords(overspent.length)} of ${numberWords(budgets.length)} budgets ${overspent.length === 1 ? 'is' : 'are'} overspent.`;
}
