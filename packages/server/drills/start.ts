// Long trials of what the server promises: `npm run drill -- [NAME] [--rounds N]`. Without a name, all of them.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { diskFull } from './disk-full.ts';
import { startDrillPostgres } from './drill-postgres.ts';
import { killRounds } from './kill-rounds.ts';
import { postgresRestart } from './postgres-restart.ts';

const say = (line: string): void => void process.stderr.write(`${line}\n`);
const scratch = (): string => fs.mkdtempSync(path.join(os.tmpdir(), 'debrief-drill-'));

const DRILLS: Readonly<Record<string, (rounds: number | null) => Promise<unknown>>> = {
  'kill-sqlite': (rounds) =>
    killRounds({ kind: 'sqlite', folder: scratch(), rounds: rounds ?? 200, random: Math.random, say }),
  'kill-postgres': async (rounds) => {
    await using postgres = await startDrillPostgres();
    return await killRounds({
      kind: 'postgres',
      folder: scratch(),
      url: postgres.url,
      rounds: rounds ?? 200,
      random: Math.random,
      say,
    });
  },
  'disk-full': async (rounds) => {
    const figures = [];
    for (let round = 0; round < (rounds ?? 3); round += 1)
      figures.push(await diskFull({ megabytes: 8 * 2 ** round, say }));
    return figures;
  },
  'postgres-restart': async (rounds) => {
    await using postgres = await startDrillPostgres();
    return await postgresRestart({ postgres, folder: scratch(), rounds: rounds ?? 20, say });
  },
};

const { values, positionals } = parseArgs({ allowPositionals: true, options: { rounds: { type: 'string' } } });
const rounds = values.rounds === undefined ? null : Number(values.rounds);
const unknown = positionals.filter((name) => !Object.hasOwn(DRILLS, name));
if (unknown.length > 0 || (rounds !== null && !(Number.isInteger(rounds) && rounds > 0))) {
  say(`Usage: npm run drill -- [NAME …] [--rounds N]\nThere are: ${Object.keys(DRILLS).join(', ')}.`);
  process.exitCode = 2;
} else {
  for (const name of positionals.length > 0 ? positionals : Object.keys(DRILLS)) {
    const start = performance.now();
    const figures = await DRILLS[name]?.(rounds);
    process.stdout.write(
      `${JSON.stringify({ drill: name, seconds: Math.round((performance.now() - start) / 1000), figures })}\n`,
    );
  }
}
