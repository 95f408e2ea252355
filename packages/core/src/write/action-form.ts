import type { ActionItem } from '../model/index.ts';
import { actionColumns, type ActionColumns } from '../read/actions.ts';
import type { Item, Row, Table } from '../read/block.ts';
import { itemPlace } from '../read/listed.ts';
import { labelsInParagraph } from '../read/labels.ts';
import type { LabelName } from '../vocabulary/index.ts';
import { lineStart, type Page, standingOf } from './page.ts';

/** In which form an action item is written. */
export type ActionForm =
  | { readonly kind: 'row'; readonly table: Table; readonly row: Row; readonly columns: ActionColumns }
  | { readonly kind: 'item'; readonly item: Item; readonly fields: readonly NestedField[] }
  | { readonly kind: 'paragraph'; readonly from: number; readonly to: number };

/** A line below an action item that says one thing about it: `  - **Owner:** Ana`. */
export interface NestedField {
  readonly names: readonly LabelName[];
  readonly item: Item;
  /** What stands before the label's words, and between them and the value. */
  readonly lead: string;
  readonly behind: string;
}

export function actionForm(page: Page, { place }: ActionItem): ActionForm {
  const { table, row, item } = standingOf(page, place);
  if (table !== null && row !== null)
    return { kind: 'row', table, row, columns: actionColumns(page.examined.context, table) };
  if (item !== null && item.from === place.from) return { kind: 'item', item, fields: nestedFields(page, item) };
  return { kind: 'paragraph', ...place };
}

function nestedFields({ text, examined: { context } }: Page, item: Item): readonly NestedField[] {
  const nested = item.children.slice(1).flatMap((block) => (block.kind === 'list' ? block.items : []));
  return nested.flatMap((child) => {
    const [first] = child.children;
    if (first?.kind !== 'paragraph') return [];
    const [label] = labelsInParagraph(context, first, child.content, -1, 'item');
    if (label === undefined || label.names.length === 0) return [];
    const value = label.value?.from ?? itemPlace(child).to;
    return [
      {
        names: label.names,
        item: child,
        lead: text.slice(lineStart(text, child.from), label.labelPlace.from),
        behind: text.slice(label.labelPlace.to, value),
      },
    ];
  });
}

/** The columns, labels and model names of what an action item says. */
export const actionParts = [
  { name: 'owners', column: 'owner', label: 'owner' },
  { name: 'due', column: 'due', label: 'due' },
  { name: 'priority', column: 'priority', label: 'priority' },
  { name: 'status', column: 'status', label: 'status' },
  { name: 'ticket', column: 'ticket', label: 'ticket' },
  { name: 'verification', column: 'verification', label: 'verification' },
] as const;

export type ActionPart = (typeof actionParts)[number];

/** The ways to say something about an action item within its sentence, behind its words. */
export function detailsBehind({ name }: ActionPart, value: string, label: string): readonly string[] {
  const word = label.toLowerCase();
  const ways: Readonly<Record<ActionPart['name'], readonly string[]>> = {
    owners: [` (${value})`, ` (${word}: ${value})`, ` — ${label}: ${value}`],
    due: word === 'due' ? [` (due ${value})`, ` — due ${value}`] : [` (${word}: ${value})`, ` (due ${value})`],
    priority: [` (${value})`, ` (${word}: ${value})`],
    status: [` (${value})`, ` — ${value}`],
    ticket: [` (${value})`, ` ([${value}](${value}))`, ` ${value}`],
    verification: [` — ${label}: ${value}`],
  };
  return ways[name];
}

export function textOf(value: string | readonly string[]): string {
  return typeof value === 'string' ? value : value.join(', ');
}
