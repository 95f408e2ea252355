import type { DraftAction, DraftEvent } from './content.ts';

const EVENT_COLUMNS: Columns = { action: 'Action Taken', actor: 'Actor' };
const ACTION_COLUMNS: Columns = {
  id: 'ID',
  owners: 'Owner',
  due: 'Due Date',
  priority: 'Priority',
  status: 'Status',
  verification: 'Verification',
  ticket: 'Ticket',
};

type Columns = Readonly<Record<string, string>>;
type Column = readonly [key: string, heading: string];

/**
 * The body of a template with a column more in its tables for each detail that some event or action has and that the
 * template never asks for, so that nothing is lost in a shorter table.
 *
 * @example withMoreColumns('| Event |\n|---|\n{% for event in timeline %}\n| {{ event.text | cell }} |\n{% endfor %}\n', { timeline: [{ text: 'Down', actor: 'Ana' }], actions: [] })
 */
export function withMoreColumns(
  body: string,
  { timeline, actions }: { readonly timeline: readonly DraftEvent[]; readonly actions: readonly DraftAction[] },
): string {
  const events = missing(EVENT_COLUMNS, timeline, body);
  const items = missing(ACTION_COLUMNS, actions, body);
  if (events.length + items.length === 0) return body;
  const lines = body.split('\n');
  for (const [at, line] of lines.entries()) {
    const loop = /\{%-?\s*for\s+(\w+)\s+in\s+(?:\w+\.)?(events|timeline|actions)\b/.exec(line);
    if (loop !== null) widen(lines, at, loop[1] ?? '', loop[2] === 'actions' ? items : events);
  }
  return lines.join('\n');
}

function missing(columns: Columns, list: readonly object[], body: string): readonly Column[] {
  return Object.entries(columns).filter(
    ([key]) => !new RegExp(`\\.${key}\\b`).test(body) && list.some((entry) => key in entry),
  );
}

/** Widens the table around the loop in a line: the header above it, the row in it, and the rows of prompts below. */
function widen(lines: string[], loop: number, name: string, columns: readonly Column[]): void {
  const rule = loop - 1;
  if (columns.length === 0 || !/^\|[\s:|-]+\|\s*$/.test(lines[rule] ?? '')) return;
  append(
    lines,
    rule - 1,
    columns.map(([, heading]) => heading),
  );
  append(
    lines,
    rule,
    columns.map(() => '---'),
  );
  for (let at = loop + 1; /^(?:\||\{%)/.test(lines[at] ?? ''); at += 1) {
    if (lines[at]?.startsWith('|') !== true) continue;
    const isRow = lines[at]?.includes(`${name}.`) === true;
    append(
      lines,
      at,
      columns.map(([key]) => (isRow ? `{{ ${name}.${key} | cell }}` : '')),
    );
  }
}

function append(lines: string[], at: number, cells: readonly string[]): void {
  lines[at] = `${(lines[at] ?? '').trimEnd()}${cells.map((cell) => ` ${cell} |`).join('')}`;
}
