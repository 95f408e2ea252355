import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openSqlite } from '../src/store/sqlite/open-sqlite.ts';
import type { Acknowledged } from './acknowledged.ts';
import { addWriter } from './add-writer.ts';
import { breaksOf, halvesOf, lostOf } from './check-kept.ts';
import { serveIn } from './served.ts';
import { startWriters } from './writers.ts';

export type DiskFigures =
  | { readonly state: 'skipped'; readonly reason: string }
  | {
      readonly state: 'done';
      readonly megabytes: number;
      readonly acknowledgedUntilFull: number;
      /** By status and code, while no space was left. */
      readonly refused: Readonly<Record<string, number>>;
      readonly readsWhileFull: number;
      readonly readsFailed: number;
      readonly acknowledgedAfterwards: number;
      readonly lost: number;
      readonly halves: readonly string[];
      readonly breaks: readonly string[];
    };

const FULL_FOR = 1_500;
const MOST_MILLISECONDS = 300_000;

/** Fills a small disk through the API, looks what still works, makes room, and goes on without a restart. */
export async function diskFull({
  megabytes,
  say,
}: {
  readonly megabytes: number;
  readonly say: (line: string) => void;
}): Promise<DiskFigures> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'debrief-drill-disk-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder]);
  if (mounted.status !== 0) {
    fs.rmSync(folder, { recursive: true });
    return {
      state: 'skipped',
      reason: `a small disk cannot be mounted here: ${String(mounted.stderr ?? mounted.error).trim()}`,
    };
  }
  try {
    return await fill(folder, megabytes, say);
  } finally {
    spawnSync('umount', ['-l', folder]);
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

async function fill(folder: string, megabytes: number, say: (line: string) => void): Promise<DiskFigures> {
  const ballast = path.join(folder, 'ballast');
  fs.writeFileSync(ballast, Buffer.alloc((megabytes * 1_000_000) / 4));
  const file = path.join(folder, 'debrief.db');
  const made = await openSqlite(file);
  const token = await addWriter(made, 'drill');
  await made.close();
  const served = await serveIn(['--data', folder]);
  const acknowledged: Acknowledged[] = [];
  const refused: Record<string, number> = {};
  const writers = startWriters({
    url: () => served.url,
    token,
    count: 4,
    length: 30_000,
    onAcknowledged: (each) => void acknowledged.push(each),
    onRefused: (status, code) => void (refused[`${status} ${code}`] = (refused[`${status} ${code}`] ?? 0) + 1),
  });
  try {
    await until(() => Object.keys(refused).length > 0);
    const acknowledgedUntilFull = acknowledged.length;
    say(`full after ${acknowledgedUntilFull} writes: ${JSON.stringify(refused)}`);
    const reads = await readFor(FULL_FOR, served.url, token, acknowledged);
    const whileFull = { ...refused };
    const before = acknowledged.length;
    fs.rmSync(ballast);
    await until(() => acknowledged.length > before + 20);
    say(`room was made: ${acknowledged.length - before} writes since`);
    await writers.stop();
    await served.stop();
    const store = await openSqlite(file);
    const lost = await lostOf(store, acknowledged);
    const figures = {
      megabytes,
      acknowledgedUntilFull,
      refused: whileFull,
      ...reads,
      acknowledgedAfterwards: acknowledged.length - before,
    };
    const halves = await halvesOf(store);
    const breaks = await breaksOf(store);
    await store.close();
    return { state: 'done', ...figures, lost: lost.length, halves, breaks };
  } finally {
    await writers.stop();
    await served.kill();
  }
}

async function readFor(milliseconds: number, url: string, token: string, known: readonly Acknowledged[]) {
  const end = performance.now() + milliseconds;
  let readsWhileFull = 0;
  let readsFailed = 0;
  for (let turn = 0; performance.now() < end; turn += 1) {
    const id = known[turn % known.length]?.id ?? '';
    for (const asked of [
      `/api/v1/postmortems/${id}`,
      '/api/v1/postmortems?text=heron&facets=true',
      '/api/v1/postmortems',
    ]) {
      const answer = await fetch(`${url}${asked}`, { headers: { authorization: `Bearer ${token}` } });
      await answer.arrayBuffer();
      if (answer.ok) readsWhileFull += 1;
      else readsFailed += 1;
    }
  }
  return { readsWhileFull, readsFailed };
}

async function until(isSo: () => boolean): Promise<void> {
  const end = performance.now() + MOST_MILLISECONDS;
  while (!isSo()) {
    if (performance.now() > end) throw new Error('the drill waited for too long');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
