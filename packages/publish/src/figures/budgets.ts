import { rect, ruleX, text, type Markish } from '@observablehq/plot';
import type { Budget } from '@debrief/core';
import { shareWords } from '../words/number-words.ts';
import { readableText } from '../words/readable-text.ts';
import { drawPlot, narrowWidth, type Drawing, type Drawn } from './draw.ts';

/** As many as one looks at, those with the most consumed first; the table has all. */
export const mostBudgets = 16;

const row = 44;
const bar = 12;
const widest = 3;

/** What was consumed of each error budget against what was allowed; null without a budget. */
export function budgetsPlot(budgets: readonly Budget[], drawing: Drawing): Drawn | null {
  const shown = shownBudgets(budgets);
  if (shown.length === 0) return null;
  const { theme, width } = drawing;
  const end = Math.min(widest, Math.max(1.25, ...shown.map(({ consumed }) => consumed * 1.05)));
  const marks: Markish[] = [
    ...shown.flatMap((budget, index) => budgetMarks(budget, index * row, { end, drawing })),
    text([1], {
      x: () => 1,
      y: shown.length * row + 14,
      text: () => (width < narrowWidth ? 'allowed' : '100 %, all that is allowed'),
      fill: theme.soft,
    }),
  ];
  return drawPlot(
    {
      height: shown.length * row + 28,
      marginLeft: 4,
      marginRight: 24,
      marginTop: 0,
      marginBottom: 28,
      x: { domain: [0, end], axis: null },
      y: { type: 'identity', axis: null },
      marks,
    },
    drawing,
  );
}

/** The budgets in a picture: those with the most consumed, in that order. */
function shownBudgets(budgets: readonly Budget[]): readonly Budget[] {
  return budgets
    .filter(({ consumed }) => Number.isFinite(consumed))
    .toSorted((a, b) => b.consumed - a.consumed)
    .slice(0, mostBudgets);
}

function budgetMarks(
  { service, objective, window, consumed }: Budget,
  top: number,
  { end, drawing: { theme, width } }: { readonly end: number; readonly drawing: Drawing },
): Markish[] {
  const y1 = top + 22;
  const y2 = y1 + bar;
  const within = Math.max(0, Math.min(1, consumed));
  const beyond = Math.min(end, consumed);
  const name = readableText(`${service} · ${objective} · ${window}`, { longest: width < narrowWidth ? 34 : 64 });
  const words = consumed > 1 ? `${shareWords(consumed)}, overspent${consumed > end ? ' →' : ''}` : shareWords(consumed);
  return [
    text([0], { x: () => 0, y: top + 12, text: () => name, textAnchor: 'start', fill: theme.ink }),
    text([0], {
      frameAnchor: 'right',
      y: top + 12,
      dx: 20,
      text: () => words,
      textAnchor: 'end',
      fill: consumed > 1 ? theme.warn : theme.soft,
    }),
    rect([0], { x1: () => 0, x2: () => 1, y1: () => y1, y2: () => y2, fill: theme.line, fillOpacity: 0.6 }),
    rect([0], { x1: () => 0, x2: () => within, y1: () => y1, y2: () => y2, fill: theme.mark }),
    ...(consumed > 1
      ? [
          rect([0], {
            x1: () => 1,
            x2: () => beyond,
            y1: () => y1,
            y2: () => y2,
            fill: theme.card,
            stroke: theme.second,
            strokeWidth: 2,
            inset: 1,
          }),
        ]
      : []),
    // From bar to bar, since a line from top to bottom would cross the names.
    ruleX([1], { y1: y1 - 3, y2: y2 + 5, stroke: theme.ink, strokeWidth: 1.5 }),
  ];
}
