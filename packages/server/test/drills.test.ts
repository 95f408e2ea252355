import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diskFull } from '../drills/disk-full.ts';
import { killRounds } from '../drills/kill-rounds.ts';
import { openStore, storeKinds } from './with-store.ts';

const WHOLE = { lost: [], halves: [], breaks: [] };

test.each(storeKinds)(
  'a server that is killed under load on %s loses nothing it acknowledged',
  { timeout: 240_000 },
  async (kind) => {
    await using opened = await openStore(kind);
    await opened.store.close();
    const folder =
      kind === 'sqlite' ? path.dirname(opened.target) : fs.mkdtempSync(path.join(os.tmpdir(), 'debrief-drill-'));
    // When it is killed is tried anew each time; no seed would bring back what the clock of the machine did.
    const [moment = 0] = fc.sample(fc.double({ min: 0, max: 1, noNaN: true }), 1);
    const figures = await killRounds({
      kind,
      folder,
      url: opened.target,
      rounds: 3,
      random: () => moment,
      say: () => undefined,
    });
    expect(figures).toMatchObject({ rounds: 3, ...WHOLE });
    expect(figures.acknowledged).toBeGreaterThan(0);
    if (kind === 'postgres') fs.rmSync(folder, { recursive: true });
  },
);

test(
  'a full disk refuses writes, answers reads, and is written again once there is room',
  { timeout: 240_000 },
  async ({ skip }) => {
    const figures = await diskFull({ megabytes: 8, say: () => undefined });
    if (figures.state === 'skipped') return skip(figures.reason);
    expect(figures).toMatchObject({ readsFailed: 0, lost: 0, halves: [], breaks: [] });
    expect(Object.keys(figures.refused)).toEqual(['507 storage-full']);
    expect(figures.readsWhileFull).toBeGreaterThan(0);
    expect(figures.acknowledgedAfterwards).toBeGreaterThan(0);
    return undefined;
  },
);
