import type { Kysely } from 'kysely';
import { Problem } from '../problem.ts';
import type { PersonRole, Tables } from '../store/tables.ts';
import { emailOf } from './email.ts';

export type PersonKey = { readonly id: string } | { readonly email: string };

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: PersonRole;
  readonly deactivatedAt: string | null;
  readonly createdAt: string;
}

export const PERSON_COLUMNS = ['id', 'name', 'email', 'role', 'deactivatedAt', 'createdAt'] as const;

/** @throws Problem `not-found` */
export async function findPerson(database: Kysely<Tables>, key: PersonKey): Promise<Person> {
  const people = database.selectFrom('people').select(PERSON_COLUMNS);
  const found = await (
    'id' in key ? people.where('id', '=', key.id) : people.where('email', '=', emailOf(key.email) ?? '')
  ).executeTakeFirst();
  if (found === undefined) throw new Problem('not-found', 'There is no such person.');
  return found;
}
