import type { Durations, Insights } from '@debrief/core';
import { stripPlot, type StripRow } from '../figures/strip-plot.ts';
import { columns, withoutEmptyColumns } from '../tables/table.ts';
import { dayWords } from '../words/day-words.ts';
import { isReason } from '../words/interval-words.ts';
import { clause } from '../words/sentence.ts';
import { binNotes } from './durations.ts';
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
    title: `${change.title}, before and after ${dayWords(split)}`,
    cannotTell:
      change.cannotTell ?? (verdict === 'cannotTell' ? 'The difference is no larger than chance makes it.' : null),
    chapter: 'change',
    facts: [
      ...factsOf(change, { window, level: answered?.level ?? null }),
      ...(test === '' || test === 'none' ? [] : [test]),
    ],
    notes: [
      ...change.notes,
      ...(durations === null ? [] : binNotes(rowsOf(change, durations).map(({ points }) => points.length))),
      ...(isReason(ratio) ? [`No ratio: ${clause(ratio.reason)}.`] : []),
    ],
    description: `Two rows of dots along one logarithmic axis, those before ${dayWords(split)} above those after it, each with its median.`,
    draw: durations === null ? null : (drawing) => stripPlot(rowsOf(change, durations), drawing),
    table: withoutEmptyColumns({
      columns: columns({
        'n before': 'number',
        'Median before': durations === null ? 'number' : 'minutes',
        'n after': 'number',
        'Median after': durations === null ? 'number' : 'minutes',
        'After ÷ before': 'number',
        Low: 'number',
        High: 'number',
        'Chance alone': 'probability',
        'Least visible cut': 'share',
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
          detectableReduction,
          verdicts[verdict],
        ],
      ],
      range: { low: 'Low', value: 'After ÷ before', high: 'High', scale: 'log', reference: 1 },
    }),
  };
}

function rowsOf({ split, before, after }: Change, { points }: Durations): readonly StripRow[] {
  const day = Date.parse(split);
  const dated = points.flatMap((point) => (point.at === null ? [] : [{ point, at: point.at }]));
  return [
    {
      name: 'before',
      points: dated.filter(({ at }) => at < day).map(({ point }) => point),
      median: medianAlone(before.median),
    },
    {
      name: 'after',
      points: dated.filter(({ at }) => at >= day).map(({ point }) => point),
      median: medianAlone(after.median),
    },
  ];
}

function medianAlone(median: number | null): StripRow['median'] {
  return median === null ? null : { median, low: null, high: null };
}
