import type { Durations, Insights } from '@debrief/core';
import { columns, type Cell, withoutEmptyColumns } from '../tables/table.ts';
import { isReason } from '../words/interval-words.ts';
import { factsOf, type Part, type Window } from './part.ts';

type Groups = NonNullable<Insights['groups']>;

const base = { chapter: 'group', statement: '', cannotTell: null, description: '', draw: null } as const;
const range = { low: 'Low', high: 'High', reference: null } as const;

/** The groups side by side: how often, and each duration of which some group has a median. */
export function groupParts({ groups, window, frequency, durations }: Insights): readonly Part[] {
  if (groups === null) return [];
  const shown = durations.filter((one) =>
    membersOf(groups, one).some((own) => own !== undefined && !isReason(own.median)),
  );
  const untold = durations.filter((one) => !shown.includes(one)).map(({ title }) => title);
  return [
    {
      ...base,
      id: 'groups/frequency',
      title: `How often, by ${groups.by}`,
      definition: frequency.definition,
      facts: factsOf(frequency, { window, level: isReason(frequency.rate) ? null : frequency.rate.level }),
      notes: [
        groups.note,
        ...(untold.length === 0 ? [] : [`No group has enough to tell a median: ${untold.join(', ')}.`]),
      ],
      table: rateTable(groups),
    },
    ...shown.map((one) => medianPart(one, { groups, window })),
  ];
}

function rateTable({ by, members }: Groups): Part['table'] {
  return withoutEmptyColumns({
    columns: columns({
      [capital(by)]: 'text',
      Count: 'number',
      'Per 30 days': 'number',
      Low: 'number',
      High: 'number',
      Remark: 'text',
    }),
    rows: members.map(({ name, insights: { frequency: own } }): readonly Cell[] =>
      isReason(own.rate)
        ? [name, own.n, null, null, null, own.rate.reason]
        : [name, own.n, own.rate.rate, own.rate.low, own.rate.high, own.cannotTell],
    ),
    range: { ...range, value: 'Per 30 days', scale: 'linear' },
  });
}

function medianPart(
  durations: Durations,
  { groups, window }: { readonly groups: Groups; readonly window: Window },
): Part {
  const { id, title, definition, median } = durations;
  const own = membersOf(groups, durations);
  return {
    ...base,
    id: `groups/${id}`,
    title: `${title}, by ${groups.by}`,
    definition,
    facts: factsOf(durations, { window, level: isReason(median) ? null : median.level }),
    notes: [groups.note],
    table: withoutEmptyColumns({
      columns: columns({
        [capital(groups.by)]: 'text',
        n: 'number',
        Median: 'minutes',
        Low: 'minutes',
        High: 'minutes',
        Remark: 'text',
      }),
      rows: groups.members.map(({ name }, index) => medianRow(name, own[index])),
      range: { ...range, value: 'Median', scale: 'log' },
    }),
  };
}

/** The same duration in each group, where it has one. */
function membersOf({ members }: Groups, { metric }: Durations): readonly (Durations | undefined)[] {
  return members.map(({ insights }) => insights.durations.find((own) => own.metric === metric));
}

function medianRow(name: string, durations: Durations | undefined): readonly Cell[] {
  if (durations === undefined) return [name, 0, null, null, null, 'No post-mortem tells it.'];
  const { n, median } = durations;
  return isReason(median)
    ? [name, n, null, null, null, median.reason]
    : [name, n, median.median, median.low, median.high, null];
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
