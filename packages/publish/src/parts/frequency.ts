import type { Insights } from '@debrief/core';
import { monthsPlot } from '../figures/months.ts';
import { timeOfWeekPlot } from '../figures/time-of-week.ts';
import { columns } from '../tables/table.ts';
import { weekdays } from '../words/day-words.ts';
import { durationWords } from '../words/duration-words.ts';
import { intervalWords, isReason } from '../words/interval-words.ts';
import { numberWords, unbroken } from '../words/number-words.ts';
import { clause } from '../words/sentence.ts';
import { factsOf, wordsOf, type Part } from './part.ts';

type Parts = Pick<Insights, 'window' | 'frequency' | 'timeOfWeek'>;

/** How often, month by month, and at what time of the week. */
export function frequencyParts({ window, frequency, timeOfWeek }: Parts): readonly Part[] {
  const { rate, timeBetween, months } = frequency;
  const level = isReason(rate) ? null : rate.level;
  const partial = months.some(({ days }) => days < 28);
  return [
    {
      ...wordsOf(frequency),
      chapter: 'frequency',
      facts: factsOf(frequency, { window, level }),
      notes: [
        ...frequency.notes,
        isReason(timeBetween)
          ? `No time between them: ${clause(timeBetween.reason)}.`
          : `One every ${daysWords(timeBetween.days)} (${intervalWords(timeBetween, daysWords)}).`,
        ...(partial
          ? [
              'A hollow dot is a month of which only a part lies in the window, put on 30 days; where its line ends at the top, its interval goes on.',
            ]
          : []),
      ],
      description: `A dot for each of ${months.length} months, at its number of post-mortems per 30 days, on a line from the lower to the upper limit.`,
      draw: (drawing) => monthsPlot(frequency, drawing),
      table: {
        columns: columns({
          Month: 'text',
          Days: 'number',
          Count: 'number',
          'Per 30 days': 'number',
          Low: 'number',
          High: 'number',
        }),
        rows: months.map(({ month, days, count, low, high }) => [
          month,
          days,
          count,
          days > 0 ? (count * 30) / days : null,
          low,
          high,
        ]),
        range: null,
      },
    },
    {
      ...wordsOf(timeOfWeek),
      chapter: 'frequency',
      facts: [...factsOf(timeOfWeek, { window }), `hours in ${timeOfWeek.zone}`],
      description:
        'Seven rows, Monday to Sunday, of 24 hours; the stronger the cell, the more began then, and its number stands in it.',
      draw: (drawing) => timeOfWeekPlot(timeOfWeek, drawing),
      table: {
        columns: columns({ Weekday: 'text', Hour: 'number', Count: 'number' }),
        rows: timeOfWeek.cells
          .toSorted((a, b) => a.weekday - b.weekday || a.hour - b.hour)
          .map(({ weekday, hour, count }) => [weekdays[weekday - 1] ?? 'unknown', hour, count]),
        range: null,
      },
    },
  ];
}

function daysWords(days: number): string {
  return days < 1 ? durationWords(days * 1440) : `${numberWords(days)}${unbroken}d`;
}
