import { openPostgres } from '../src/store/postgres/open-postgres.ts';
import { openSqlite } from '../src/store/sqlite/open-sqlite.ts';
import type { Store } from '../src/store/store.ts';
import type { Acknowledged } from './acknowledged.ts';
import { addWriter } from './add-writer.ts';
import { breaksOf, halvesOf, lostOf } from './check-kept.ts';
import { type Served, serveIn } from './served.ts';
import { startWriters } from './writers.ts';

export interface KillOptions {
  readonly kind: Store['kind'];
  /** The data folder; that of the cookies' secret where the database is elsewhere. */
  readonly folder: string;
  /** The address of a PostgreSQL database. */
  readonly url?: string;
  readonly rounds: number;
  /** From 0 to below 1, for the moment of each kill. */
  readonly random: () => number;
  readonly say: (line: string) => void;
}

export interface KillFigures {
  readonly rounds: number;
  readonly acknowledged: number;
  /** Requests that were under way when the server was killed. */
  readonly unanswered: number;
  readonly refused: Readonly<Record<string, number>>;
  readonly lost: readonly Acknowledged[];
  readonly halves: readonly string[];
  readonly breaks: readonly string[];
}

const WRITERS = 8;
const LONGEST_ROUND = 700;
const LONGEST_WAIT = 20_000;
const CHAINS_EVERY = 20;

/**
 * Kills a server under write load again and again. After each time all that was acknowledged has to be there, and
 * nothing by half.
 */
export async function killRounds({ kind, folder, url = '', rounds, random, say }: KillOptions): Promise<KillFigures> {
  const open = () => (kind === 'sqlite' ? openSqlite(`${folder}/debrief.db`) : openPostgres(url, () => undefined));
  const store = await open();
  const token = await addWriter(store, 'drill');
  const flags = ['--data', folder, ...(kind === 'postgres' ? ['--database-url', url] : [])];
  const figures = { acknowledged: 0, unanswered: 0, refused: {} as Record<string, number> };
  const lost: Acknowledged[] = [];
  const halves: string[] = [];
  const breaks: string[] = [];
  const all: Acknowledged[] = [];
  try {
    for (let round = 1; round <= rounds; round += 1) {
      const fresh = await killOnce(await serveIn(flags), { token, after: random() * LONGEST_ROUND, figures });
      all.push(...fresh);
      lost.push(...(await lostOf(store, fresh)));
      halves.push(...(await halvesOf(store)));
      if (round % CHAINS_EVERY === 0) breaks.push(...(await breaksOf(store)));
      if (round % 10 === 0 || lost.length + halves.length + breaks.length > 0)
        say(
          `round ${round}: ${all.length} acknowledged, ${lost.length} lost, ${halves.length} by half, ${breaks.length} breaks`,
        );
    }
    // Once more at the end: what was there after its own round has to be there for good.
    lost.push(...(await lostOf(store, all)));
    breaks.push(...(await breaksOf(store)));
    return { rounds, ...figures, lost, halves, breaks };
  } finally {
    await store.close();
  }
}

async function killOnce(
  served: Served,
  {
    token,
    after,
    figures,
  }: {
    readonly token: string;
    readonly after: number;
    readonly figures: { acknowledged: number; unanswered: number; refused: Record<string, number> };
  },
): Promise<readonly Acknowledged[]> {
  const fresh: Acknowledged[] = [];
  let isOver = false;
  const writers = startWriters({
    url: () => served.url,
    token,
    count: WRITERS,
    onAcknowledged: (acknowledged) => {
      fresh.push(acknowledged);
      figures.acknowledged += 1;
    },
    onRefused: (status, code) => {
      if (status === 0) {
        if (!isOver) figures.unanswered += 1;
      } else figures.refused[`${status} ${code}`] = (figures.refused[`${status} ${code}`] ?? 0) + 1;
    },
  });
  // The first answers of a fresh server take their time; a kill before them would try nothing.
  const latest = performance.now() + LONGEST_WAIT;
  while (fresh.length === 0 && performance.now() < latest) await new Promise((resolve) => setTimeout(resolve, 5));
  await new Promise((resolve) => setTimeout(resolve, after));
  const killed = served.kill();
  const stopped = writers.stop();
  await killed;
  await stopped;
  isOver = true;
  return fresh;
}
