import type { Insights, Repeats } from '@debrief/core';
import { factorsPlot, mostFactors } from '../figures/factors.ts';
import { columns } from '../tables/table.ts';
import { intervalWords, isReason } from '../words/interval-words.ts';
import { numberWords, probabilityWords } from '../words/number-words.ts';
import { clause } from '../words/sentence.ts';
import { factsOf, wordsOf, type Part, type Window } from './part.ts';

type Parts = Pick<Insights, 'factors' | 'repeats' | 'window'>;

/** What contributed, and what came back. */
export function factorParts({ factors, repeats, window }: Parts): readonly Part[] {
  const level =
    factors.factors
      .map(({ interval }) => (isReason(interval) ? null : interval.level))
      .find((found) => found !== null) ?? null;
  return [
    {
      ...wordsOf(factors),
      chapter: 'factor',
      facts: factsOf(factors, { window, level }),
      notes: [
        ...factors.notes,
        ...(factors.factors.length > mostFactors
          ? [`The picture shows the first ${mostFactors} of ${factors.factors.length}.`]
          : []),
      ],
      description:
        'A bar for each factor, as long as the share of post-mortems that name it, with its interval as a line and its count behind it.',
      draw: (drawing) => factorsPlot(factors, drawing),
      table: {
        columns: columns({
          Factor: 'text',
          Kind: 'text',
          Count: 'number',
          Share: 'share',
          Low: 'share',
          High: 'share',
          'Named in': 'text',
        }),
        rows: factors.factors.map(({ name, kind, count, interval, files }) => [
          name,
          kind,
          count,
          factors.n > 0 ? count / factors.n : null,
          isReason(interval) ? null : interval.low,
          isReason(interval) ? null : interval.high,
          filesWords(files),
        ]),
        range: null,
      },
    },
    ...repeats.map((one) => repeatsPart(one, window)),
  ];
}

function repeatsPart(repeats: Repeats, window: Window): Part {
  const { share, rateRatio, groups, horizonDays } = repeats;
  return {
    ...wordsOf(repeats),
    chapter: 'factor',
    facts: [
      ...factsOf(repeats, { window, level: isReason(share.interval) ? null : share.interval.level }),
      `within ${numberWords(horizonDays)} days`,
    ],
    notes: [
      ...repeats.notes,
      isReason(rateRatio)
        ? `Second half against first: ${clause(rateRatio.reason)}.`
        : `Second half against first: ${numberWords(rateRatio.ratio)} times as often (${intervalWords(rateRatio, numberWords)}, ${probabilityWords(rateRatio.p)}).`,
    ],
    description: '',
    draw: null,
    table: {
      columns: columns({ 'Came back': 'text', Count: 'number', 'Named in': 'text' }),
      rows: groups.map(({ name, count, files }) => [name, count, filesWords(files)]),
      range: null,
    },
  };
}

/** A few of the files by name, and how many more. */
function filesWords(files: readonly string[]): string {
  const named = files
    .slice(0, 3)
    .map((file) => file.slice(file.lastIndexOf('/') + 1))
    .join(', ');
  return files.length > 3 ? `${named} and ${files.length - 3} more` : named;
}
