import type { Durations, Insights } from '@debrief/core';
import { columns, type Cell } from '../tables/table.ts';
import { isReason } from '../words/interval-words.ts';
import { factsOf, type Part } from './part.ts';

/** The groups side by side: how often, and each duration. */
export function groupParts({ groups, window, frequency, durations }: Insights): readonly Part[] {
  if (groups === null) return [];
  const base = {
    chapter: 'group',
    statement: '',
    cannotTell: null,
    notes: [groups.note],
    description: '',
    draw: null,
  } as const;
  const interval = { Low: 'number', High: 'number' } as const;
  const range = { low: 'Low', high: 'High', reference: null } as const;
  return [
    {
      ...base,
      id: 'groups/frequency',
      title: `How often, by ${groups.by}`,
      definition: frequency.definition,
      facts: factsOf(frequency, { window, level: isReason(frequency.rate) ? null : frequency.rate.level }),
      table: {
        columns: columns({
          [capital(groups.by)]: 'text',
          Count: 'number',
          'Per 30 days': 'number',
          ...interval,
          Remark: 'text',
        }),
        rows: groups.members.map(({ name, insights: { frequency: own } }): readonly Cell[] =>
          isReason(own.rate)
            ? [name, own.n, null, null, null, own.rate.reason]
            : [name, own.n, own.rate.rate, own.rate.low, own.rate.high, own.cannotTell],
        ),
        range: { ...range, value: 'Per 30 days', scale: 'linear' },
      },
    },
    ...durations.map(({ id, title, definition, metric, ...caption }): Part => ({
      ...base,
      id: `groups/${id}`,
      title: `${title}, by ${groups.by}`,
      definition,
      facts: factsOf(caption, { window, level: isReason(caption.median) ? null : caption.median.level }),
      table: {
        columns: columns({
          [capital(groups.by)]: 'text',
          n: 'number',
          Median: 'minutes',
          Low: 'minutes',
          High: 'minutes',
          Remark: 'text',
        }),
        rows: groups.members.map(({ name, insights }) =>
          medianRow(
            name,
            insights.durations.find((own) => own.metric === metric),
          ),
        ),
        range: { ...range, value: 'Median', scale: 'log' },
      },
    })),
  ];
}

function medianRow(name: string, durations: Durations | undefined): readonly Cell[] {
  if (durations === undefined) return [name, 0, null, null, null, 'none'];
  const { n, median } = durations;
  return isReason(median)
    ? [name, n, null, null, null, median.reason]
    : [name, n, median.median, median.low, median.high, null];
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
