import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer as createHttpServer } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';

/** The programs on this machine, or the reason why there are none. */
export function findPrograms():
  | { readonly prometheus: string; readonly alertmanager: string }
  | { readonly missing: string } {
  const prometheus = ['prometheus'].find(runs);
  // Debian calls it otherwise than its makers do.
  const alertmanager = ['prometheus-alertmanager', 'alertmanager'].find(runs);
  if (prometheus === undefined) return { missing: 'prometheus is not installed' };
  if (alertmanager === undefined) return { missing: 'prometheus-alertmanager is not installed' };
  return { prometheus, alertmanager };
}

function runs(program: string): boolean {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0;
}

export interface Monitoring {
  /** The body of the first webhook that Alertmanager sent, as it came. */
  readonly firstDelivery: Promise<string>;
  /** The answer of Alertmanager's API to a path such as `/api/v2/alerts`, as it came. */
  readonly ask: (apiPath: string) => Promise<string>;
  readonly stop: () => Promise<void>;
}

/**
 * Starts a real Prometheus with the rules of one group, written as YAML, and a real Alertmanager that tells a receiver
 * of that name here. All listen on 127.0.0.1 alone and keep their data in a new folder, which `stop` removes.
 */
export async function startMonitoring(rules: string, receiver: string): Promise<Monitoring> {
  const programs = findPrograms();
  if ('missing' in programs) throw new Error(programs.missing);
  const folder = await mkdtemp(path.join(os.tmpdir(), 'debrief-monitoring-'));
  const hook = await startHook();
  const [prometheusPort, alertmanagerPort] = [await freePort(), await freePort()];
  await Promise.all([
    writeFile(path.join(folder, 'rules.yml'), rules),
    writeFile(path.join(folder, 'prometheus.yml'), prometheusSettings(alertmanagerPort)),
    writeFile(path.join(folder, 'alertmanager.yml'), alertmanagerSettings(receiver, hook.url)),
  ]);
  const alertmanager = start(folder, programs.alertmanager, [
    '--config.file=alertmanager.yml',
    '--storage.path=alertmanager',
    `--web.listen-address=127.0.0.1:${alertmanagerPort}`,
    '--cluster.listen-address=',
  ]);
  const prometheus = start(folder, programs.prometheus, [
    '--config.file=prometheus.yml',
    '--storage.tsdb.path=prometheus',
    `--web.listen-address=127.0.0.1:${prometheusPort}`,
    // The first try comes before Alertmanager is known.
    '--rules.alert.resend-delay=1s',
  ]);
  const firstDelivery = Promise.race([hook.body, endOf(alertmanager), endOf(prometheus)]);
  // Whoever asks for it is told; to stop before anyone did is no failure.
  firstDelivery.catch(() => undefined);
  return {
    firstDelivery,
    ask: async (apiPath) => (await fetch(`http://127.0.0.1:${alertmanagerPort}${apiPath}`)).text(),
    stop: async () => {
      await Promise.all([end(prometheus), end(alertmanager), hook.close()]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function prometheusSettings(alertmanagerPort: number): string {
  return `
global: { evaluation_interval: 1s, scrape_interval: 1s }
rule_files: [rules.yml]
alerting:
  alertmanagers:
    - static_configs: [{ targets: ['127.0.0.1:${alertmanagerPort}'] }]
`;
}

function alertmanagerSettings(receiver: string, url: string): string {
  return `
route: { receiver: ${JSON.stringify(receiver)}, group_by: [alertname], group_wait: 1s, group_interval: 1s }
receivers:
  - name: ${JSON.stringify(receiver)}
    webhook_configs: [{ url: '${url}' }]
`;
}

interface Server {
  readonly process: ChildProcess;
  readonly log: string[];
}

function start(folder: string, program: string, args: readonly string[]): Server {
  const server = {
    process: spawn(program, args, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] }),
    log: [] as string[],
  };
  server.process.stderr.on('data', (data: Buffer) => server.log.push(data.toString()));
  return server;
}

/** Fails with what a server wrote when it ends, so that nobody waits for one that could not start. */
async function endOf({ process: child, log }: Server): Promise<never> {
  await once(child, 'exit');
  throw new Error(`${child.spawnfile} ended:\n${log.join('').slice(-2000)}`);
}

async function end({ process: child }: Server): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  await exit;
}

/** A receiver of webhooks that keeps the first body it is sent. */
async function startHook() {
  const received = Promise.withResolvers<string>();
  const server = createHttpServer((request, response) => {
    received.resolve(text(request));
    response.writeHead(200).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/alerts`,
    body: received.promise,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
