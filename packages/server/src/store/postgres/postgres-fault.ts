import pg from 'pg';
import { StoreFault, type StoreFaultCode } from '../store-fault.ts';

/** By SQLSTATE, or its first two characters, which are the class. */
const FAULTS: readonly (readonly [prefix: string, code: StoreFaultCode, message: string])[] = [
  ['53100', 'full', 'The disk of the database is full. Nothing was written; free some space and try again.'],
  ['25006', 'readOnly', 'The database can only be read. Nothing was written.'],
  ['23505', 'taken', 'It is there already.'],
  ['55P03', 'busy', 'Another process holds the database. Try again in a moment.'],
  ['22021', 'unstorable', 'It holds the character NUL, which the database does not keep. Take it out and try again.'],
  ['40', 'busy', 'Another change came between. Try again in a moment.'],
  ['53', 'unavailable', 'The database has no room for another connection. Try again in a moment.'],
  ['57P', 'unavailable', 'The database is stopping or starting. Try again in a moment.'],
  ['08', 'unavailable', 'The connection to the database broke. Try again in a moment.'],
  ['28', 'unavailable', 'The database refused the user or the password of the database address.'],
  ['3D000', 'unavailable', 'There is no database of that name.'],
];

const NETWORK = /ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|terminated|timeout|not queryable|closed/i;

/** An error of PostgreSQL or of the way to it in our words; every other one as it is. */
export function postgresFault(error: unknown): unknown {
  if (error instanceof pg.DatabaseError) {
    const found = FAULTS.find(([prefix]) => error.code?.startsWith(prefix));
    return found === undefined ? error : new StoreFault(found[1], found[2], { cause: error });
  }
  if (!(error instanceof Error) || error instanceof StoreFault) return error;
  if (!NETWORK.test(`${(error as NodeJS.ErrnoException).code ?? ''} ${error.message}`)) return error;
  return new StoreFault('unavailable', 'The database cannot be reached. Try again in a moment.', { cause: error });
}
