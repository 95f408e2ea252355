import { oneLine } from './one-line.ts';
import { cutTo, pad } from './paint.ts';

/** An action item and where it stands. */
export interface ListedAction {
  readonly id: string | null;
  /** The title of its post-mortem. */
  readonly document: string;
  /** The path of the file, or the id on the server. */
  readonly file: string;
  readonly text: string;
  readonly owners: readonly string[];
  /** As it is written. */
  readonly due: string | null;
  readonly dueDay: string | null;
  readonly isOverdue: boolean;
  readonly priority: string | null;
  readonly state: 'done' | 'open' | 'cancelled' | 'unknown';
  readonly ticket: string | null;
}

const MARK = { open: '·', done: '✓', unknown: '?', cancelled: '×' } as const;

/** One line for each action item: state, due day, owners, words, ticket, and where it stands. */
export function actionsText(actions: readonly ListedAction[]): string {
  if (actions.length === 0) return 'No action items.\n';
  return actions
    .map(({ state, dueDay, due, isOverdue, owners, text, ticket, file }) => {
      const day = oneLine(dueDay ?? due ?? 'no day');
      const columns = [
        `${MARK[state]} ${pad(cutTo(day, 12), 12)}${isOverdue ? ' overdue' : '        '}`,
        pad(cutTo(oneLine(owners.join(', ')) || 'nobody yet', 20), 20),
        `${cutTo(oneLine(text), 100)}${ticket === null ? '' : ` (${oneLine(ticket)})`}`,
        oneLine(file),
      ];
      return `${columns.join('  ')}\n`;
    })
    .join('');
}

const COLUMNS = [
  'file',
  'document',
  'text',
  'owners',
  'due',
  'dueDay',
  'isOverdue',
  'priority',
  'state',
  'ticket',
] as const;

/** The same as CSV (RFC 4180), in which no spreadsheet finds a formula. */
export async function actionsCsv(actions: readonly ListedAction[]): Promise<string> {
  const { csvOf } = await import('@debrief/publish');
  return csvOf({
    columns: COLUMNS.map((name) => ({ name, kind: 'text' })),
    rows: actions.map((action) =>
      COLUMNS.map((name) => {
        const value = action[name];
        return value === null || typeof value === 'string'
          ? value
          : Array.isArray(value)
            ? value.join(', ')
            : String(value);
      }),
    ),
    range: null,
  });
}
