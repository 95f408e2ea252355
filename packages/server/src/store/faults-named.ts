import type { DatabaseConnection } from 'kysely';

const named = new WeakSet<DatabaseConnection>();

/** Makes a connection throw our faults in place of the errors of its database, for questions as for changes. */
export function faultsNamed<Connection extends DatabaseConnection>(
  connection: Connection,
  faultOf: (error: unknown) => unknown,
): Connection {
  if (named.has(connection)) return connection;
  named.add(connection);
  const execute = connection.executeQuery.bind(connection);
  connection.executeQuery = async (query) => {
    try {
      return await execute(query);
    } catch (error) {
      throw faultOf(error);
    }
  };
  return connection;
}
