import { spawnSync } from 'node:child_process';
import { table } from '../corpus/markdown.ts';
import { interleave, medianTime, timeRatio } from '../interleave.ts';
import { debriefCommand } from '../run-process.ts';

export function startUp(): string {
  const sides = { 'debrief --version': node(debriefCommand, '--version'), 'node -e 0': node('-e', '0') };
  const laps = interleave(sides, 25);
  const ratio = timeRatio(laps['debrief --version'], laps['node -e 0']);
  return table(
    ['25 starts of each', 'milliseconds'],
    [
      ...Object.entries(laps).map(([name, side]) => [name, medianTime(side).toFixed(0)]),
      ['**Debrief ÷ Node alone**', ratio.toFixed(2)],
    ],
  );
}

function node(...args: readonly string[]): () => unknown {
  return () => spawnSync(process.execPath, args, { stdio: 'ignore' });
}
