import type { Compilable, CompiledQuery, Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/**
 * A question with one parameter that is asked with each request. It is put into words once for each database, which is
 * two thirds of the work of asking it.
 *
 * @param build given a text to stand for the parameter
 * @example const nameOf = question((people, id) => people.selectFrom('people').select('name').where('id', '=', id)); await nameOf(store.read, 'p1') // [{ name: 'Kim' }]
 */
export function question<Row>(
  build: (database: Kysely<Tables>, parameter: string) => Compilable<Row>,
): (database: Kysely<Tables>, parameter: string) => Promise<readonly Row[]> {
  const known = new WeakMap<Kysely<Tables>, CompiledQuery<Row>>();
  return async (database, parameter) => {
    let compiled = known.get(database);
    if (compiled === undefined) {
      compiled = build(database, '').compile();
      if (compiled.parameters.length !== 1) throw new RangeError('A question has one parameter.');
      known.set(database, compiled);
    }
    const { rows } = await database.executeQuery<Row>({ ...compiled, parameters: [parameter] });
    return rows;
  };
}
