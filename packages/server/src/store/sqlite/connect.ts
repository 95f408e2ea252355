import Database from 'better-sqlite3';

const BUSY_MILLISECONDS = 5_000;

/** A connection to the database file that keeps what it has acknowledged, also when the power fails. */
export function connect(file: string, options: Database.Options = {}): Database.Database {
  const database = new Database(file, options);
  try {
    database.pragma(`busy_timeout = ${BUSY_MILLISECONDS}`);
    if (options.readonly === true) return database;
    database.pragma('journal_mode = WAL');
    // The library is compiled with NORMAL, with which the last commits can be lost when the power fails.
    database.pragma('synchronous = FULL');
    database.pragma('foreign_keys = ON');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}
