import type { Context } from '../context.ts';
import { personPolicy } from '../policies/person.ts';
import { authorize, refusalOf } from '../policies/policy.ts';
import { type Person, PERSON_COLUMNS } from './find-person.ts';

/** With the email only for those who invite. */
export type ListedPerson = Omit<Person, 'email'> & { readonly email: string | null };

/**
 * Everybody with an account, also those who were deactivated, by name.
 *
 * @throws Problem `not-allowed`
 */
export async function listPeople({ store, actor }: Pick<Context, 'store' | 'actor'>): Promise<readonly ListedPerson[]> {
  authorize(actor, personPolicy.list);
  const people = await store.read.selectFrom('people').select(PERSON_COLUMNS).orderBy('name').orderBy('id').execute();
  if (refusalOf(actor, personPolicy.seeEmails) === null) return people;
  return people.map((person) => ({ ...person, email: null }));
}
