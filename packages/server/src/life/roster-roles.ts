import { personNamed } from '@debrief/core';
import type { Kysely } from 'kysely';
import type { House } from '../settings/house.ts';
import type { Tables } from '../store/tables.ts';

/**
 * The roles that the roster of `debrief.yaml` gives a person, who is found by the address they sign in with. A name would
 * not do: people choose their own.
 */
export async function rosterRoles(
  database: Kysely<Tables>,
  { settings }: House,
  person: string,
): Promise<readonly string[]> {
  const row = await database.selectFrom('people').select('email').where('id', '=', person).executeTakeFirst();
  const entry = row === undefined ? null : personNamed(settings, row.email);
  if (entry?.kind !== 'person') return [];
  const address = row?.email.toLowerCase();
  return entry.person.addresses.some((each) => each.toLowerCase() === address) ? entry.person.roles : [];
}
