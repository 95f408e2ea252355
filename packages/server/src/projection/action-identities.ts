import type { Place } from '@debrief/core';
import type { ProjectedAction } from './projection.ts';

/** An action item as it was projected before, with its place in the text of today; null where that text is gone. */
export interface KnownAction {
  readonly id: string;
  readonly text: string;
  readonly ticket: string | null;
  readonly state: string;
  readonly createdAt: string;
  readonly doneAt: string | null;
  readonly place: Place | null;
}

export interface ActionRow {
  readonly id: string;
  readonly position: number;
  readonly text: string;
  readonly owners: string;
  readonly due: string | null;
  readonly dueDay: string | null;
  readonly priority: string | null;
  readonly state: 'done' | 'open' | 'cancelled' | 'unknown';
  readonly ticket: string | null;
  readonly strength: string | null;
  readonly createdAt: string;
  readonly doneAt: string | null;
  readonly placeFrom: number;
  readonly placeTo: number;
}

/**
 * Says of each action item which one it was before: the one with the same id or ticket, else the one whose place it
 * stands at, else the one with the same words. A new one came with this revision, and one that is done since it, was
 * done at its time.
 *
 * @param idAt the id of one that is new, by its place in the list
 */
export function actionIdentities(
  actions: readonly ProjectedAction[],
  known: readonly KnownAction[],
  { at, idAt }: { readonly at: string; readonly idAt: (position: number) => string },
): readonly ActionRow[] {
  const left = new Set(known);
  const take = (fits: (each: KnownAction) => boolean): KnownAction | undefined => {
    const found = [...left].find(fits);
    if (found !== undefined) left.delete(found);
    return found;
  };
  const before = new Map<ProjectedAction, KnownAction>();
  const match = (fits: (action: ProjectedAction, each: KnownAction) => boolean): void => {
    for (const action of actions) {
      if (before.has(action)) continue;
      const found = take((each) => fits(action, each));
      if (found !== undefined) before.set(action, found);
    }
  };
  match((action, each) => action.ticket !== null && action.ticket === each.ticket);
  match((action, each) => each.place !== null && doOverlap(action.place, each.place) && mayBeSame(action, each));
  match((action, each) => action.text === each.text && mayBeSame(action, each));
  return actions.map((action, position) => rowOf(action, before.get(action), { at, idAt, position }));
}

/** Two different tickets are two different items, wherever they stand. */
function mayBeSame(action: ProjectedAction, { ticket }: KnownAction): boolean {
  return action.ticket === null || ticket === null || action.ticket === ticket;
}

function doOverlap(one: Place, other: Place): boolean {
  return one.from < other.to && other.from < one.to;
}

function rowOf(
  { place, text, owners, due, ticket, record }: ProjectedAction,
  before: KnownAction | undefined,
  {
    at,
    idAt,
    position,
  }: { readonly at: string; readonly idAt: (position: number) => string; readonly position: number },
): ActionRow {
  const doneBefore = before?.state === 'done' ? before.doneAt : null;
  return {
    id: before?.id ?? idAt(position),
    position,
    text,
    owners: JSON.stringify(owners),
    due,
    dueDay: record.due,
    priority: record.priority?.written ?? null,
    state: record.state,
    ticket,
    strength: record.strength,
    createdAt: before?.createdAt ?? at,
    doneAt: record.state === 'done' ? (doneBefore ?? at) : null,
    placeFrom: place.from,
    placeTo: place.to,
  };
}
