import type { Kysely } from 'kysely';
import type { Tables } from '../store/tables.ts';

/** An action item with what there is to know of its post-mortem. */
export interface ActionItemAt {
  readonly id: string;
  readonly postmortem: { readonly id: string; readonly title: string; readonly severity: string | null };
  readonly text: string;
  readonly owners: readonly string[];
  readonly due: string | null;
  readonly dueDay: string | null;
  readonly isOverdue: boolean;
  readonly priority: string | null;
  readonly state: Tables['actionItems']['state'];
  readonly ticket: string | null;
  readonly createdAt: string;
  readonly doneAt: string | null;
  readonly place: { readonly from: number; readonly to: number };
}

/** Action items with their post-mortems, for a question to be put to. */
export function actionItems(database: Kysely<Tables>) {
  return database
    .selectFrom('actionItems')
    .innerJoin('projections', 'projections.postmortem', 'actionItems.postmortem')
    .innerJoin('postmortems', 'postmortems.id', 'actionItems.postmortem')
    .select([
      'actionItems.id',
      'actionItems.postmortem',
      'actionItems.text',
      'actionItems.owners',
      'actionItems.due',
      'actionItems.dueDay',
      'actionItems.priority',
      'actionItems.state',
      'actionItems.ticket',
      'actionItems.createdAt',
      'actionItems.doneAt',
      'actionItems.placeFrom',
      'actionItems.placeTo',
      'projections.title',
      'projections.severity',
      'projections.revision',
    ]);
}

export type ActionItemRow = Awaited<ReturnType<ReturnType<typeof actionItems>['execute']>>[number];

/** @param today `YYYY-MM-DD` */
export function actionItemOf(row: ActionItemRow, today: string): ActionItemAt {
  const { id, text, due, dueDay, priority, state, ticket, createdAt, doneAt } = row;
  const isOverdue = (state === 'open' || state === 'unknown') && dueDay !== null && dueDay < today;
  return {
    ...{ id, text, due, dueDay, isOverdue, priority, state, ticket, createdAt, doneAt },
    postmortem: { id: row.postmortem, title: row.title, severity: row.severity },
    owners: JSON.parse(row.owners) as readonly string[],
    place: { from: row.placeFrom, to: row.placeTo },
  };
}
