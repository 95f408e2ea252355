import type { Context } from '../context.ts';
import { decodeCursor, encodeCursor } from '../cursor.ts';
import { actionPolicy } from '../policies/action.ts';
import { authorize } from '../policies/policy.ts';
import { type ActionItemAt, actionItemOf, actionItems } from './action-item.ts';

export interface ActionQuestion {
  readonly state: 'open' | 'done' | 'cancelled' | 'all';
  readonly owner?: string | undefined;
  /** `overdue`, `none`, or a day `YYYY-MM-DD`: due on it or before. */
  readonly due?: string | undefined;
  readonly service?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

const STATES = { open: ['open', 'unknown'], done: ['done'], cancelled: ['cancelled'], all: null } as const;

/** After every day, so that what has none comes last. */
const NO_DAY = '9999-99-99';

/**
 * A page of the action items of all post-mortems that count, those with the earliest due day first.
 *
 * @throws Problem `not-allowed`, `invalid-request` for a cursor of another question
 */
export async function listActions(
  { store, actor, now }: Pick<Context, 'store' | 'actor' | 'now'>,
  { state, owner, due, service, cursor, limit }: ActionQuestion,
): Promise<{ readonly items: readonly ActionItemAt[]; readonly next: string | null }> {
  authorize(actor, actionPolicy.list);
  const today = now().toISOString().slice(0, 10);
  const question = JSON.stringify(['actions', state, owner, due, service]);
  const after = decodeCursor(cursor, question, 3);
  const states = STATES[state];
  const rows = await actionItems(store.read)
    .where('postmortems.state', 'not in', ['dismissed', 'merged'])
    .$if(states !== null, (query) => query.where('actionItems.state', 'in', states ?? []))
    .$if(owner !== undefined, (query) =>
      query.where(({ eb, fn, val }) =>
        eb(fn<number>(POSITION_OF[store.kind], [fn('lower', ['owners']), val(asListed(owner ?? ''))]), '>', 0),
      ),
    )
    .$if(due === 'none', (query) => query.where('dueDay', 'is', null))
    .$if(due === 'overdue', (query) => query.where('dueDay', '<', today))
    .$if(due !== undefined && due !== 'none' && due !== 'overdue', (query) => query.where('dueDay', '<=', due ?? ''))
    .$if(service !== undefined, (query) =>
      query.where('actionItems.postmortem', 'in', (from) =>
        from
          .selectFrom('projectedServices')
          .select('projectedServices.postmortem')
          .where('projectedServices.name', '=', service ?? ''),
      ),
    )
    .$if(after !== null, (query) =>
      query.where(({ eb, refTuple, tuple, fn }) =>
        eb(
          refTuple(fn.coalesce('dueDay', eb.val(NO_DAY)) as never, 'actionItems.postmortem', 'actionItems.id'),
          '>',
          tuple(...(after as [string, string, string])) as never,
        ),
      ),
    )
    .orderBy(({ fn, val }) => fn.coalesce('dueDay', val(NO_DAY)))
    .orderBy('actionItems.postmortem')
    .orderBy('actionItems.id')
    .limit(limit + 1)
    .execute();
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const isLast = rows.length <= limit || last === undefined;
  return {
    items: page.map((row) => actionItemOf(row, today)),
    next: isLast ? null : encodeCursor([last.dueDay ?? NO_DAY, last.postmortem, last.id], question),
  };
}

const POSITION_OF = { sqlite: 'instr', postgres: 'strpos' } as const;

/** Owners are kept as a list in JSON; a name stands in it as JSON writes it. */
function asListed(name: string): string {
  return JSON.stringify(name.toLowerCase());
}
