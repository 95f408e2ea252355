import crypto from 'node:crypto';
import path from 'node:path';
import { serve } from '@hono/node-server';
import { type Logger, pino } from 'pino';
import { accessFor } from '../accounts/access-for.ts';
import { firstLink } from '../accounts/first-link.ts';
import type { Config } from '../config.ts';
import { createApp } from '../http/create-app.ts';
import { currentHouse } from '../settings/current-house.ts';
import { openPostgres } from '../store/postgres/open-postgres.ts';
import { openSqlite } from '../store/sqlite/open-sqlite.ts';
import type { Store } from '../store/store.ts';

export interface RunningServer {
  /** Where it answers. */
  readonly url: string;
  /** Where the first person makes the account of an admin, once and within a day; null once there is one. */
  readonly firstUrl: string | null;
  readonly store: Store;
  /** Lets requests end that are under way, then closes everything. */
  readonly stop: () => Promise<void>;
}

/**
 * Opens the store and answers requests until it is stopped.
 *
 * @throws StoreFault where the database cannot be opened; an error of Node where the port is taken
 */
export async function startServer(config: Config, log: Logger = loggerFor(config)): Promise<RunningServer> {
  const store = await openStoreFor(config, log);
  const surroundings = {
    store,
    now: () => new Date(),
    newId: () => crypto.randomBytes(15).toString('base64url'),
    house: currentHouse(store),
  };
  const first = await firstLink({ ...surroundings, actor: { kind: 'machine', id: 'server' } });
  const app = createApp({
    ...surroundings,
    report: (error) => log.error({ err: error }, 'a request failed'),
    access: accessFor(config),
  });
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: config.host, port: config.port }, ({ port }) => {
      const url = config.url ?? `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`;
      log.info({ url, store: store.kind }, 'listening');
      const firstUrl = first === null ? null : `${url.replace(/\/$/, '')}${first.path}`;
      resolve({ url, firstUrl, store, stop: () => stop(server, store, log) });
    });
    server.on('error', (error) => {
      void store.close().finally(() => reject(error));
    });
  });
}

export function openStoreFor({ data, databaseUrl }: Config, log: Logger): Promise<Store> {
  return databaseUrl === undefined
    ? openSqlite(path.join(data, 'debrief.db'))
    : openPostgres(databaseUrl, (error) => log.warn({ err: error }, 'a connection to the database broke'));
}

export function loggerFor({ logLevel }: Pick<Config, 'logLevel'>): Logger {
  return pino({ level: logLevel }, pino.destination({ fd: 2, sync: true }));
}

async function stop(server: ReturnType<typeof serve>, store: Store, log: Logger): Promise<void> {
  log.info('stopping');
  await new Promise<void>((resolve) => server.close(() => resolve()));
  await store.close();
  log.info('stopped');
}
