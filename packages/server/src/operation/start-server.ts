import crypto from 'node:crypto';
import path from 'node:path';
import { serve } from '@hono/node-server';
import { type Logger, pino } from 'pino';
import type { Config } from '../config.ts';
import { createApp } from '../http/create-app.ts';
import { remakeProjections } from '../projection/remake-projections.ts';
import { currentHouse } from '../settings/current-house.ts';
import { openPostgres } from '../store/postgres/open-postgres.ts';
import { openSqlite } from '../store/sqlite/open-sqlite.ts';
import type { Store } from '../store/store.ts';

export interface RunningServer {
  /** Where it answers. */
  readonly url: string;
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
  const app = createApp({
    store,
    now: () => new Date(),
    newId: () => crypto.randomBytes(15).toString('base64url'),
    house: currentHouse(store),
    report: (error) => log.error({ err: error }, 'a request failed'),
  });
  const stopping = new AbortController();
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: config.host, port: config.port }, ({ port }) => {
      const url = config.url ?? `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`;
      log.info({ url, store: store.kind }, 'listening');
      const remaking = remakeStale(store, log, stopping.signal);
      resolve({
        url,
        store,
        stop: async () => {
          stopping.abort();
          await remaking;
          await stop(server, store, log);
        },
      });
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

/** After an update of the program, or where settings were changed by another process, what was read is read again. */
async function remakeStale(store: Store, log: Logger, signal: AbortSignal): Promise<void> {
  try {
    const { remade, failed } = await remakeProjections({
      store,
      house: currentHouse(store),
      which: 'stale',
      signal,
      complain: (id, error) => log.warn({ err: error, postmortem: id }, 'a post-mortem could not be read again'),
    });
    if (remade + failed > 0) log.info({ remade, failed }, 'read again what was out of date');
  } catch (error) {
    log.warn({ err: error }, 'what is out of date is read again at the next start');
  }
}

async function stop(server: ReturnType<typeof serve>, store: Store, log: Logger): Promise<void> {
  log.info('stopping');
  await new Promise<void>((resolve) => server.close(() => resolve()));
  await store.close();
  log.info('stopped');
}
