import type { Durations, Insights } from '@debrief/core';
import { stripPlot, type StripRow } from '../figures/strip-plot.ts';
import { columns } from '../tables/table.ts';
import { dayWords } from '../words/day-words.ts';
import { isReason } from '../words/interval-words.ts';
import { shareWords } from '../words/number-words.ts';
import { factsOf, wordsOf, type Part, type Window } from './part.ts';

type Change = Insights['changes'][number];

const verdicts: Readonly<Record<Change['verdict'], string>> = {
  shorter: 'shorter',
  longer: 'longer',
  rarer: 'rarer',
  moreOften: 'more often',
  cannotTell: 'cannot tell',
};

/** Before a day against after it. */
export function changeParts({
  changes,
  durations,
  window,
}: Pick<Insights, 'changes' | 'durations' | 'window'>): readonly Part[] {
  return changes.map((change) =>
    changePart(change, { durations: durations.find(({ metric }) => metric === change.metric) ?? null, window }),
  );
}

function changePart(
  change: Change,
  { durations, window }: { readonly durations: Durations | null; readonly window: Window },
): Part {
  const { before, after, ratio, p, test, verdict, detectableReduction, split } = change;
  const answered = isReason(ratio) ? null : ratio;
  return {
    ...wordsOf(change),
    cannotTell:
      change.cannotTell ?? (verdict === 'cannotTell' ? 'The difference is no larger than chance makes it.' : null),
    chapter: 'change',
    facts: [...factsOf(change, { window, level: answered?.level ?? null }), `split on ${dayWords(split)}`, test],
    notes: [
      ...change.notes,
      ...(isReason(ratio) ? [`Ratio: ${ratio.reason}.`] : []),
      ...(detectableReduction === null
        ? []
        : [`So few could show only a reduction of about ${shareWords(detectableReduction)} or more.`]),
    ],
    description: `Two rows of dots along one logarithmic axis, those before ${dayWords(split)} above those after it, each with its median.`,
    draw: durations === null ? null : (drawing) => stripPlot(rowsOf(change, durations), drawing),
    table: {
      columns: columns({
        'n before': 'number',
        'Median before': durations === null ? 'number' : 'minutes',
        'n after': 'number',
        'Median after': durations === null ? 'number' : 'minutes',
        'After ÷ before': 'number',
        Low: 'number',
        High: 'number',
        'Chance alone': 'probability',
        Verdict: 'text',
      }),
      rows: [
        [
          before.n,
          before.median,
          after.n,
          after.median,
          answered?.ratio ?? null,
          answered?.low ?? null,
          answered?.high ?? null,
          p,
          verdicts[verdict],
        ],
      ],
      range: { low: 'Low', value: 'After ÷ before', high: 'High', scale: 'log', reference: 1 },
    },
  };
}

function rowsOf({ split, before, after }: Change, { points }: Durations): readonly StripRow[] {
  const day = Date.parse(split);
  const dated = points.flatMap((point) => (point.at === null ? [] : [{ point, at: point.at }]));
  const median = (value: number | null) => (value === null ? null : { median: value, low: null, high: null });
  return [
    {
      name: 'before',
      points: dated.filter(({ at }) => at < day).map(({ point }) => point),
      median: median(before.median),
    },
    {
      name: 'after',
      points: dated.filter(({ at }) => at >= day).map(({ point }) => point),
      median: median(after.median),
    },
  ];
}
