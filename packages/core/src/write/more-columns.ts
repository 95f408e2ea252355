import type { Place, Splice } from '../model/index.ts';
import { type Block, takeApart } from '../read/index.ts';
import type { DraftAction, DraftEvent, Markdown } from './content.ts';
import { inCell } from './liquid.ts';

const EVENT_COLUMNS = { action: 'Action Taken', actor: 'Actor' } as const;
const ACTION_COLUMNS = {
  id: 'ID',
  owners: 'Owner',
  due: 'Due Date',
  priority: 'Priority',
  status: 'Status',
  verification: 'Verification',
  ticket: 'Ticket',
} as const;

/**
 * Adds a column to the tables of a draft for each detail that some event or action has and the template never asks for,
 * so that nothing is lost in a shorter table. Events and actions come in the order of the draft's rows.
 */
export function withMoreColumns(
  text: string,
  body: string,
  { events, actions }: { readonly events: readonly DraftEvent[]; readonly actions: readonly DraftAction[] },
): Markdown {
  const eventColumns = missing(EVENT_COLUMNS, events, body);
  const actionColumns = missing(ACTION_COLUMNS, actions, body);
  if (eventColumns.length + actionColumns.length === 0) return text;
  const { reading, outline } = takeApart(text);
  const tables = outline.bodies.flatMap((blocks) => blocks.filter((block) => block.kind === 'table'));
  const { timeline, actionItems } = reading.postmortem;
  const splices = tables.flatMap((table) => [
    ...addTo(text, table, eventColumns, rowsOf(timeline, events, table)),
    ...addTo(text, table, actionColumns, rowsOf(actionItems, actions, table)),
  ]);
  return splices
    .toSorted((a, b) => b.from - a.from)
    .reduce((out, { from, to, insert }) => out.slice(0, from) + insert + out.slice(to), text);
}

type Column = readonly [key: string, heading: string];
type Detailed = Readonly<Record<string, unknown>>;

function missing(columns: Readonly<Record<string, string>>, list: readonly object[], body: string): readonly Column[] {
  return Object.entries(columns).filter(
    ([key]) => !new RegExp(`\\.${key}\\b`).test(body) && list.some((entry) => (entry as Detailed)[key] !== undefined),
  );
}

/** The rows of a table with the event or action that each was drafted from. */
function rowsOf(
  found: readonly { readonly place: Place }[],
  drafted: readonly object[],
  table: Block,
): ReadonlyMap<number, Detailed> {
  if (found.length !== drafted.length) return new Map();
  const own = found.flatMap(({ place }, index) =>
    place.from >= table.from && place.to <= table.to ? [[place.from, drafted[index] as Detailed] as const] : [],
  );
  return new Map(own);
}

function addTo(
  text: string,
  table: Block & { readonly kind: 'table' },
  columns: readonly Column[],
  rows: ReadonlyMap<number, Detailed>,
): readonly Splice[] {
  if (rows.size === 0 || columns.length === 0) return [];
  const headerEnd = text.indexOf('\n', table.from);
  const ruleEnd = text.indexOf('\n', headerEnd + 1);
  return [
    insertAt(
      headerEnd,
      columns.map(([, heading]) => heading),
    ),
    insertAt(
      ruleEnd,
      columns.map(() => '---'),
    ),
    ...table.rows.map(({ from, to }) =>
      insertAt(
        to,
        columns.map(([key]) => inCell(rows.get(from)?.[key] ?? null) ?? ''),
      ),
    ),
  ];
}

function insertAt(at: number, cells: readonly string[]): Splice {
  return { from: at, to: at, insert: cells.map((cell) => ` ${cell} |`).join('') };
}
