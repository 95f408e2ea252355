import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';

const LAUNCHER = path.join(import.meta.dirname, '../../../bin/debrief.js');

export interface Served {
  readonly url: string;
  /** The last lines that it wrote. */
  readonly said: () => string;
  /** Ends it as the power would, and waits until it is gone. */
  readonly kill: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Starts the server as people do, in a process of its own, and waits until it answers. */
export async function serveIn(flags: readonly string[]): Promise<Served> {
  const child = spawn(process.execPath, [LAUNCHER, 'serve', '--port', '0', '--log-level', 'warn', ...flags], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
  });
  let said = '';
  const url = new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (bytes: Buffer) => {
        said = (said + bytes.toString()).slice(-8_000);
        const found = /Debrief is at (\S+)/.exec(said)?.[1];
        if (found !== undefined) resolve(found);
      });
    void gone.then(() => reject(new Error(`the server did not start: ${said}`)));
  });
  return {
    url: await url,
    said: () => said,
    kill: () => end(child, 'SIGKILL', gone),
    stop: () => end(child, 'SIGTERM', gone),
  };
}

async function end(child: ChildProcess, signal: NodeJS.Signals, gone: Promise<void>): Promise<void> {
  child.kill(signal);
  await gone;
}
