import type { Insights, Survival } from '@debrief/core';
import { mostCurves, survivalPlot } from '../figures/survival.ts';
import { columns } from '../tables/table.ts';
import { numberWords } from '../words/number-words.ts';
import { isMinutes, valueWords } from '../words/value-words.ts';
import { factsOf, wordsOf, type Chapter, type Part, type Window } from './part.ts';

/** How long incidents, or action items, stay open, with what is open counted as open. */
export function survivalParts(
  { survival, window }: Pick<Insights, 'survival' | 'window'>,
  chapter: 'duration' | 'action',
): readonly Part[] {
  return survival.filter((one) => chapterOf(one) === chapter).map((one) => survivalPart(one, { window, chapter }));
}

function chapterOf({ id }: Survival): 'duration' | 'action' {
  return id.includes('action') ? 'action' : 'duration';
}

function survivalPart(
  survival: Survival,
  { window, chapter }: { readonly window: Window; readonly chapter: Chapter },
): Part {
  const { curves, unit } = survival;
  const time = isMinutes(unit) ? 'minutes' : 'days';
  const halves = curves.map(({ name, median, n }) =>
    median === 'notReached'
      ? `${name} (n = ${numberWords(n)}): half are not over yet`
      : `${name} (n = ${numberWords(n)}): half over after ${valueWords(median, unit)}`,
  );
  return {
    ...wordsOf(survival),
    chapter,
    facts: factsOf(survival, { window, level: curves.length === 0 ? null : 0.95 }),
    notes: [
      ...survival.notes,
      ...(halves.length === 0 ? [] : [`${halves.join('; ')}.`]),
      ...(curves.length > mostCurves
        ? [`The picture shows the first ${mostCurves} of ${curves.length} curves; the table has all.`]
        : []),
      ...(curves.some(({ steps }) => steps.some(({ events }) => events === 0))
        ? ['A short tick on a curve is one that was last seen open.']
        : []),
    ],
    description: `${curves.length === 1 ? 'A line that falls' : 'Lines that fall'} in steps from 100 %, all still open, as time goes on, each with a band that holds the true line.`,
    draw: (drawing) => survivalPlot(survival, drawing),
    table: {
      columns: columns({
        Curve: 'text',
        After: time,
        'At risk': 'number',
        Over: 'number',
        'Still open': 'share',
        Low: 'share',
        High: 'share',
      }),
      rows: curves.flatMap(({ name, steps }) =>
        steps.map((step) => [name, step.time, step.atRisk, step.events, step.survival, step.low, step.high]),
      ),
      range: null,
    },
  };
}
