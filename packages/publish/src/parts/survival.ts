import type { Insights, Survival } from '@debrief/core';
import { lastSeenOpen, mostCurves, survivalPlot } from '../figures/survival.ts';
import { columns } from '../tables/table.ts';
import { numberWords } from '../words/number-words.ts';
import { isMinutes, valueWords } from '../words/value-words.ts';
import { factsOf, wordsOf, type Chapter, type Part, type Window } from './part.ts';

/** How long incidents, or action items, stay open, or until a factor comes back, with what is open counted as open. */
export function survivalParts(
  { survival, window }: Pick<Insights, 'survival' | 'window'>,
  chapter: SurvivalChapter,
): readonly Part[] {
  return survival.filter((one) => chapterOf(one) === chapter).map((one) => survivalPart(one, { window, chapter }));
}

type SurvivalChapter = Extract<Chapter, 'duration' | 'action' | 'factor'>;

function chapterOf({ id }: Survival): SurvivalChapter {
  if (id.includes('action')) return 'action';
  return id.includes('recurrence') ? 'factor' : 'duration';
}

function survivalPart(
  survival: Survival,
  { window, chapter }: { readonly window: Window; readonly chapter: Chapter },
): Part {
  const { curves, unit } = survival;
  const time = isMinutes(unit) ? 'minutes' : 'days';
  const drawn = curves.filter(({ steps }) => steps.length > 0);
  const halves = curves.map(({ name, median, n }) =>
    median === 'notReached'
      ? `${name} (n = ${numberWords(n)}): half not reached`
      : `${name} (n = ${numberWords(n)}): half after ${valueWords(median, unit)}`,
  );
  return {
    ...wordsOf(survival),
    chapter,
    facts: [
      ...factsOf(survival, { window, level: curves.length === 0 ? null : 0.95 }),
      ...(time === 'minutes' ? ['logarithmic axis'] : []),
    ],
    notes: [
      ...survival.notes,
      ...(halves.length < 2 ? [] : [`${halves.join('; ')}.`]),
      ...(drawn.length > mostCurves
        ? [`The picture shows the first ${mostCurves} of ${drawn.length} curves; the table has all.`]
        : []),
      ...(curves.some((curve) => lastSeenOpen(curve).length > 0)
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
        Ended: 'number',
        'Not ended': 'share',
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
