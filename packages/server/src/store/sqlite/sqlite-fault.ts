import Database from 'better-sqlite3';
import { StoreFault, type StoreFaultCode } from '../store-fault.ts';

const FAULTS: readonly (readonly [prefix: string, code: StoreFaultCode, message: string])[] = [
  ['SQLITE_FULL', 'full', 'The disk is full. Nothing was written; free some space and try again.'],
  ['SQLITE_IOERR_WRITE', 'full', 'The disk did not take it. Nothing was written; look at its free space and health.'],
  ['SQLITE_READONLY', 'readOnly', 'The database file cannot be written to. Look at its permissions.'],
  ['SQLITE_BUSY', 'busy', 'Another process holds the database. Try again in a moment.'],
  ['SQLITE_CONSTRAINT_PRIMARYKEY', 'taken', 'It is there already.'],
  ['SQLITE_CONSTRAINT_UNIQUE', 'taken', 'It is there already.'],
  ['SQLITE_CANTOPEN', 'unavailable', 'The database file cannot be opened. Look at its folder and permissions.'],
  ['SQLITE_IOERR', 'unavailable', 'The disk did not answer. Look at its health.'],
  ['SQLITE_NOTADB', 'unavailable', 'The database file is no database. Look whether it is the right one.'],
  ['SQLITE_CORRUPT', 'unavailable', 'The database file is damaged. Restore the newest backup.'],
];

/** An error of SQLite in our words; every other one as it is. */
export function sqliteFault(error: unknown): unknown {
  if (!(error instanceof Database.SqliteError)) return error;
  const found = FAULTS.find(([prefix]) => error.code.startsWith(prefix));
  return found === undefined ? error : new StoreFault(found[1], found[2], { cause: error });
}
