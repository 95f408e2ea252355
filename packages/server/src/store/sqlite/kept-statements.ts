import type Database from 'better-sqlite3';

/** More different questions than the program asks; only lists of unusual lengths fall out. */
const MOST = 500;

/** Prepares each statement once for a connection: preparing costs as much as many of them do. */
export function keptStatements(database: Database.Database): (text: string) => Database.Statement {
  const kept = new Map<string, Database.Statement>();
  return (text) => {
    const known = kept.get(text);
    // One whose rows are still being handed out cannot be asked again meanwhile.
    if (known !== undefined && !known.busy) return known;
    const statement = database.prepare(text);
    if (kept.size >= MOST) kept.delete(kept.keys().next().value ?? '');
    kept.set(text, statement);
    return statement;
  };
}
