import { carry } from '@debrief/core/write';
import { levelOf, type Splice, valueOf } from '@debrief/core';
import type { Transaction } from 'kysely';
import { sha256 } from '../hash.ts';
import type { House } from '../settings/house.ts';
import { indexDocument } from '../store/search/index-document.ts';
import type { Tables } from '../store/tables.ts';
import { actionIdentities, type ActionRow, type KnownAction } from './action-identities.ts';
import type { Projection } from './projection.ts';
import { readerVersion } from './reader-version.ts';

export interface Projected {
  readonly postmortem: string;
  readonly revision: number;
  /** When the revision was made. */
  readonly at: string;
  /** From the text that was projected before to this one; null where nothing was. */
  readonly splices: readonly Splice[] | null;
}

/** Puts what was read from a revision in the place of what was read before. Action items keep who they are. */
export async function storeProjection(
  transaction: Transaction<Tables>,
  house: House,
  projection: Projection,
  { splices, ...projected }: Projected,
): Promise<void> {
  const known = splices === null ? [] : await knownActions(transaction, projected.postmortem, splices);
  await keepProjection(transaction, house, projection, {
    ...projected,
    actions: actionsAt(projection, known, projected),
  });
}

/** Who the action items of a revision are. New ones are named after the revision, so that reading it again names them alike. */
export function actionsAt(
  { actions }: Pick<Projection, 'actions'>,
  known: readonly KnownAction[],
  { postmortem, revision, at }: Omit<Projected, 'splices'>,
): readonly ActionRow[] {
  const idAt = (position: number) => sha256(JSON.stringify([postmortem, revision, position])).slice(0, 20);
  return actionIdentities(actions, known, { at, idAt });
}

/** The known action items with their places moved to where a text has them after an edit. */
export function carriedActions(rows: readonly ActionRow[], splices: readonly Splice[]): readonly KnownAction[] {
  const places = carry(
    rows.map(({ placeFrom, placeTo }) => ({ from: placeFrom, to: placeTo })),
    splices,
  );
  return rows.map((row, index) => ({ ...row, place: places[index] ?? null }));
}

/** Writes all rows that are read from a text, and the words it is found by. */
export async function keepProjection(
  transaction: Transaction<Tables>,
  house: House,
  projection: Projection,
  { postmortem, revision, actions }: Omit<Projected, 'splices'> & { readonly actions: readonly ActionRow[] },
): Promise<void> {
  const counting = await countingByLife(transaction, postmortem);
  const counted = counting === null ? projection : { ...projection, record: { ...projection.record, counting } };
  const row = rowOf(house, counted, revision);
  await transaction
    .insertInto('projections')
    .values({ postmortem, ...row })
    .onConflict((conflict) => conflict.column('postmortem').doUpdateSet(row))
    .execute();
  await keepNames(transaction, 'projectedServices', postmortem, projection.record.services);
  await keepNames(
    transaction,
    'projectedFactors',
    postmortem,
    projection.record.factors.map(({ name }) => name),
  );
  await transaction.deleteFrom('actionItems').where('postmortem', '=', postmortem).execute();
  for (let from = 0; from < actions.length; from += MOST_ROWS_AT_ONCE)
    await transaction
      .insertInto('actionItems')
      .values(actions.slice(from, from + MOST_ROWS_AT_ONCE).map((action) => ({ postmortem, ...action })))
      .execute();
  const { createdAt } = await transaction
    .selectFrom('postmortems')
    .select('createdAt')
    .where('id', '=', postmortem)
    .executeTakeFirstOrThrow();
  await indexDocument(transaction, { postmortem, at: row.startedAt ?? createdAt, words: projection.words });
}

/** A statement takes some thirty thousand values at most. */
const MOST_ROWS_AT_ONCE = 1_000;

async function keepNames(
  transaction: Transaction<Tables>,
  table: 'projectedServices' | 'projectedFactors',
  postmortem: string,
  names: readonly string[],
): Promise<void> {
  await transaction.deleteFrom(table).where('postmortem', '=', postmortem).execute();
  const rows = [...new Set(names)].map((name) => ({ postmortem, name }));
  for (let from = 0; from < rows.length; from += MOST_ROWS_AT_ONCE)
    await transaction
      .insertInto(table)
      .values(rows.slice(from, from + MOST_ROWS_AT_ONCE))
      .execute();
}

/** What was dismissed or merged enters no figure, whatever its text says; null where the text decides. */
async function countingByLife(
  transaction: Transaction<Tables>,
  postmortem: string,
): Promise<'dismissed' | 'merged' | null> {
  const row = await transaction
    .selectFrom('postmortems')
    .select('state')
    .where('id', '=', postmortem)
    .executeTakeFirst();
  return row?.state === 'dismissed' || row?.state === 'merged' ? row.state : null;
}

function rowOf(house: House, { reading, record, findings, summary }: Projection, revision: number) {
  const { postmortem, text } = reading;
  const severity = record.severity?.written ?? null;
  return {
    revision,
    textHash: sha256(text),
    settingsHash: house.hash,
    readerVersion,
    title: record.title ?? 'Untitled post-mortem',
    incidentId: record.incidentId,
    severity,
    severityLevel:
      record.severity?.level ?? (severity === null ? null : levelOf(house.settings.severity.scale, severity)),
    status: valueOf(postmortem.status.incident) ?? valueOf(postmortem.status.document),
    startedAt: record.start === null ? null : new Date(record.start.at).toISOString(),
    summary,
    template: record.template,
    openActions: record.actions.filter(({ state }) => state === 'open' || state === 'unknown').length,
    unknowns: findings.filter(({ rule }) => rule.startsWith('complete/')).length,
    errors: findings.filter(({ level }) => level === 'error').length,
    warnings: findings.filter(({ level }) => level === 'warning').length,
    record: JSON.stringify(record),
  };
}

async function knownActions(
  transaction: Transaction<Tables>,
  postmortem: string,
  splices: readonly Splice[],
): Promise<readonly KnownAction[]> {
  const rows = await transaction
    .selectFrom('actionItems')
    .selectAll()
    .where('postmortem', '=', postmortem)
    .orderBy('position')
    .execute();
  return carriedActions(rows, splices);
}
