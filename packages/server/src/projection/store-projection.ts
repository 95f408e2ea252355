import { carry } from '@debrief/core/write';
import { levelOf, type Splice, valueOf } from '@debrief/core';
import type { Transaction } from 'kysely';
import { sha256 } from '../hash.ts';
import type { House } from '../settings/house.ts';
import type { Tables } from '../store/tables.ts';
import { actionIdentities, type KnownAction } from './action-identities.ts';
import type { Projection } from './projection.ts';
import { readerVersion } from './reader-version.ts';

export interface Projected {
  readonly postmortem: string;
  readonly revision: number;
  /** When the revision was made. */
  readonly at: string;
  /** From the text that was projected before to this one; null where nothing was. */
  readonly splices: readonly Splice[] | null;
  readonly newId: () => string;
}

/** Puts what was read from a revision in the place of what was read before. Action items keep who they are. */
export async function storeProjection(
  transaction: Transaction<Tables>,
  house: House,
  projection: Projection,
  { postmortem, revision, at, splices, newId }: Projected,
): Promise<void> {
  const known = splices === null ? [] : await knownActions(transaction, postmortem, splices);
  const counting = await countingByLife(transaction, postmortem);
  const counted = counting === null ? projection : { ...projection, record: { ...projection.record, counting } };
  const row = rowOf(house, counted, revision);
  await transaction
    .insertInto('projections')
    .values({ postmortem, ...row })
    .onConflict((conflict) => conflict.column('postmortem').doUpdateSet(row))
    .execute();
  for (const [table, names] of [
    ['projectedServices', projection.record.services],
    ['projectedFactors', projection.record.factors.map(({ name }) => name)],
  ] as const) {
    await transaction.deleteFrom(table).where('postmortem', '=', postmortem).execute();
    const unique = [...new Set(names)];
    if (unique.length > 0)
      await transaction
        .insertInto(table)
        .values(unique.map((name) => ({ postmortem, name })))
        .execute();
  }
  await transaction.deleteFrom('actionItems').where('postmortem', '=', postmortem).execute();
  const actions = actionIdentities(projection.actions, known, { at, newId });
  if (actions.length > 0)
    await transaction
      .insertInto('actionItems')
      .values(actions.map((action) => ({ postmortem, ...action })))
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
  const places = carry(
    rows.map(({ placeFrom, placeTo }) => ({ from: placeFrom, to: placeTo })),
    splices,
  );
  return rows.map((row, index) => ({ ...row, place: places[index] ?? null }));
}
