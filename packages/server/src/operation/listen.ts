import type { IncomingMessage, Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import { LARGE_BODIES } from '../http/limit-body.ts';

export interface Listening {
  readonly port: number;
  /** Requests that are being answered. */
  readonly atWork: () => number;
  /** Waits until none is at work, at most so long, and ends what is left. */
  readonly close: (milliseconds: number) => Promise<void>;
}

export interface ListenOptions {
  readonly fetch: Parameters<typeof createAdaptorServer>[0]['fetch'];
  readonly host: string;
  readonly port: number;
  readonly basePath: string;
  /** Until a request that does not arrive, or an answer that is not taken, is ended. */
  readonly requestSeconds: number;
}

const HEADER_SECONDS = 15;
/** For an import, whose bytes may come by a slow line. */
const IMPORT_SECONDS = 1_800;
const MOST_CONNECTIONS = 4_000;
const CHECK_MILLISECONDS = 1_000;

/**
 * Listens, and gives nobody more time than they need: a client that sends or takes its bytes one by one is ended, so
 * that it cannot keep others out.
 *
 * @throws an error of Node where the port is taken or the address is not ours
 */
export async function listen({ fetch, host, port, basePath, requestSeconds }: ListenOptions): Promise<Listening> {
  const server = createAdaptorServer({
    fetch,
    serverOptions: {
      headersTimeout: Math.min(HEADER_SECONDS, requestSeconds) * 1_000,
      requestTimeout: Math.max(IMPORT_SECONDS, requestSeconds) * 1_000,
      connectionsCheckingInterval: CHECK_MILLISECONDS,
      keepAliveTimeout: 10_000,
    },
  }) as Server;
  server.maxConnections = MOST_CONNECTIONS;
  server.timeout = requestSeconds * 1_000;
  let atWork = 0;
  server.on('request', (request, response) => {
    atWork += 1;
    response.once('close', () => {
      atWork -= 1;
    });
    watchBody(request, { basePath, requestSeconds });
  });
  const taken = await new Promise<number>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
  return { port: taken, atWork: () => atWork, close: (milliseconds) => close(server, () => atWork, milliseconds) };
}

/** The bytes of a request have to be there in time; the work on an import may then take as long as it takes. */
function watchBody(
  request: IncomingMessage,
  { basePath, requestSeconds }: Pick<ListenOptions, 'basePath' | 'requestSeconds'>,
): void {
  const path = (request.url ?? '').split('?', 1)[0] ?? '';
  const own = path.startsWith(`${basePath}/`) ? path.slice(basePath.length) : path;
  if (LARGE_BODIES.has(own)) {
    request.once('end', () => request.socket.setTimeout(0));
    return;
  }
  const timer = setTimeout(() => request.socket.destroy(), requestSeconds * 1_000);
  const clear = () => clearTimeout(timer);
  request.once('end', clear);
  request.once('close', clear);
}

async function close(server: Server, atWork: () => number, milliseconds: number): Promise<void> {
  const end = performance.now() + milliseconds;
  while (atWork() > 0 && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, 20));
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeAllConnections();
  await closed;
}
