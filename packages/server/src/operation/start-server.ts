import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { Logger } from 'pino';
import { accessFor } from '../accounts/access-for.ts';
import { firstLink } from '../accounts/first-link.ts';
import type { Config } from '../config.ts';
import { createApp } from '../http/create-app.ts';
import { currentHouse } from '../settings/current-house.ts';
import { openPostgres } from '../store/postgres/open-postgres.ts';
import { openSqlite } from '../store/sqlite/open-sqlite.ts';
import type { Store } from '../store/store.ts';
import { listen, type Listening } from './listen.ts';
import { logTo } from './logger.ts';
import { collectMetrics } from './metrics.ts';
import type { Operation } from './operation.ts';

export interface RunningServer {
  /** Where people find it. */
  readonly url: string;
  /** Where the first person makes the account of an admin, once and within a day; null once there is one. */
  readonly firstUrl: string | null;
  readonly store: Store;
  /** Says that it is not ready any more, lets requests end that are under way, then closes everything. */
  readonly stop: () => Promise<void>;
}

/** Requests that are under way when the server is stopped may go on for so long. */
const STOP_MILLISECONDS = 25_000;

/**
 * Opens the store and answers requests until it is stopped.
 *
 * @throws StoreFault where the database cannot be opened; an error of Node where the port is taken
 */
export async function startServer(config: Config, log: Logger = logTo(config.logLevel)): Promise<RunningServer> {
  const store = await openStoreFor(config, (error) => log.warn({ err: error }, 'a connection to the database broke'));
  let isStopping = false;
  try {
    const operation = operationOf(config, store, log, () => isStopping);
    const surroundings = surroundingsOf(store);
    const first = await firstLink({ ...surroundings, actor: { kind: 'machine', id: 'server' } });
    const app = createApp({
      ...surroundings,
      access: accessFor(config),
      report: (error) => log.error({ err: error }, 'a request failed'),
      operation,
    });
    const { basePath } = operation;
    const { host, port, requestSeconds } = config;
    const listening = await listen({ fetch: app.fetch, host, port, basePath, requestSeconds });
    const url = config.url ?? `http://${host.includes(':') ? `[${host}]` : host}:${listening.port}`;
    log.info({ url, store: store.kind }, 'listening');
    return {
      url,
      firstUrl: first === null ? null : `${url.replace(/\/$/, '')}${first.path}`,
      store,
      stop: () => {
        isStopping = true;
        return stop(listening, store, log);
      },
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** What verbs are handed beside who asks: the real clock and real chance. */
export function surroundingsOf(store: Store) {
  return {
    store,
    now: () => new Date(),
    newId: () => crypto.randomBytes(15).toString('base64url'),
    house: currentHouse(store),
  };
}

/** The database that the settings name; the one in the data folder where they name none. */
export function openStoreFor(
  { data, databaseUrl }: Pick<Config, 'data' | 'databaseUrl'>,
  complain: (error: Error) => void,
): Promise<Store> {
  return databaseUrl === undefined ? openSqlite(databaseFileIn(data)) : openPostgres(databaseUrl, complain);
}

/** The one file of a data folder that has to be kept. */
export function databaseFileIn(data: string): string {
  return path.join(data, 'debrief.db');
}

function operationOf(config: Config, store: Store, log: Logger, isStopping: () => boolean): Operation {
  const metrics = collectMetrics(store);
  return {
    basePath: basePathOf(config.url),
    isSecure: config.url?.startsWith('https:') ?? false,
    largestRequest: config.largestRequest,
    largestImport: config.largestImport,
    metrics,
    metricsToken: config.metricsToken ?? null,
    answered: (request) => {
      metrics.answered(request);
      const { milliseconds, ...line } = request;
      log[request.status < 500 ? 'info' : 'error']({ ...line, ms: milliseconds }, 'answered');
    },
    isStopping,
    freeBytes: async () => {
      if (config.databaseUrl !== undefined) return null;
      const { bavail, bsize } = await fs.promises.statfs(config.data);
      return bavail * bsize;
    },
  };
}

/** @example basePathOf('https://example.com/debrief/') // '/debrief' */
function basePathOf(url: string | undefined): string {
  if (url === undefined) return '';
  const { pathname } = new URL(url);
  return pathname.endsWith('/') ? pathname.slice(0, -1) : pathname;
}

async function stop(listening: Listening, store: Store, log: Logger): Promise<void> {
  log.info({ atWork: listening.atWork() }, 'stopping');
  await listening.close(STOP_MILLISECONDS);
  await store.close();
  log.info('stopped');
}
