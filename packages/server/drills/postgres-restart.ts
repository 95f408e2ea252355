import { openPostgres } from '../src/store/postgres/open-postgres.ts';
import type { Acknowledged } from './acknowledged.ts';
import { addWriter } from './add-writer.ts';
import { breaksOf, halvesOf, lostOf } from './check-kept.ts';
import type { DrillPostgres } from './drill-postgres.ts';
import { serveIn } from './served.ts';
import { startWriters } from './writers.ts';

export interface RestartFigures {
  readonly rounds: number;
  readonly acknowledged: number;
  /** By status and code. */
  readonly refused: Readonly<Record<string, number>>;
  /** From when the database takes connections again to the first write that is acknowledged, in each round. */
  readonly healedAfterMilliseconds: readonly number[];
  readonly lost: number;
  readonly halves: readonly string[];
  readonly breaks: readonly string[];
}

/** Stops and starts the database under a server that goes on. */
export async function postgresRestart({
  postgres,
  folder,
  rounds,
  say,
}: {
  readonly postgres: DrillPostgres;
  readonly folder: string;
  readonly rounds: number;
  readonly say: (line: string) => void;
}): Promise<RestartFigures> {
  const made = await openPostgres(postgres.url, () => undefined);
  const token = await addWriter(made, 'drill');
  await made.close();
  const served = await serveIn(['--data', folder, '--database-url', postgres.url]);
  const acknowledged: Acknowledged[] = [];
  const refused: Record<string, number> = {};
  const healedAfterMilliseconds: number[] = [];
  const writers = startWriters({
    url: () => served.url,
    token,
    count: 8,
    onAcknowledged: (each) => void acknowledged.push(each),
    onRefused: (status, code) => void (refused[`${status} ${code}`] = (refused[`${status} ${code}`] ?? 0) + 1),
  });
  try {
    for (let round = 1; round <= rounds; round += 1) {
      await pause(1_500);
      await postgres.stop();
      await pause(300);
      await postgres.start();
      healedAfterMilliseconds.push(await healed(acknowledged));
      say(
        `restart ${round}: writes again after ${healedAfterMilliseconds.at(-1)} ms, ${acknowledged.length} acknowledged`,
      );
    }
  } finally {
    await writers.stop();
    await served.stop();
  }
  const store = await openPostgres(postgres.url, () => undefined);
  const lost = await lostOf(store, acknowledged);
  const halves = await halvesOf(store);
  const breaks = await breaksOf(store);
  await store.close();
  return {
    rounds,
    acknowledged: acknowledged.length,
    refused,
    healedAfterMilliseconds,
    lost: lost.length,
    halves,
    breaks,
  };
}

async function healed(acknowledged: readonly Acknowledged[]): Promise<number> {
  const start = performance.now();
  const before = acknowledged.length;
  while (acknowledged.length === before) {
    if (performance.now() - start > 60_000) throw new Error('writes did not come back within a minute');
    await pause(5);
  }
  return Math.round(performance.now() - start);
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
