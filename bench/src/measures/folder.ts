import type { Corpus } from '../corpus/corpus.ts';
import { table } from '../corpus/markdown.ts';
import { interleave, type Lap, median, medianTime, timeRatio } from '../interleave.ts';
import { debriefCommand, type Finished, hasWorked, peakNote, runProcess } from '../run-process.ts';
import { rumdl } from '../rumdl.ts';

export function folder(corpus: Corpus, scratch: string): string {
  const program = rumdl();
  if (program === undefined) return 'Left out: there is no rumdl for this system.';
  const sides = {
    'debrief read': () => runProcess(process.execPath, [debriefCommand, 'read', corpus.folder], scratch),
    'rumdl check --no-cache': () => runProcess(program, ['check', '--no-cache', corpus.folder], scratch),
  };
  for (const [name, run] of Object.entries(sides)) {
    const trial = run();
    if (!hasWorked(trial)) return `Left out: \`${name}\` ended with status ${trial.status}: ${trial.complaint}`;
  }
  const laps = interleave<keyof typeof sides, Finished>(sides);
  const own = laps['debrief read'];
  const peer = laps['rumdl check --no-cache'];
  const rows = Object.entries(laps).map(([name, side]) => [
    name,
    (medianTime(side) / 1_000).toFixed(2),
    written(peakOf(side), 0),
  ]);
  const ratios = ['**Debrief ÷ rumdl**', timeRatio(own, peer).toFixed(2), written(peakOf(own) / peakOf(peer), 2)];
  const header = [`${corpus.texts.length} documents, ${corpus.megabytes.toFixed(1)} MB`, 'seconds', 'peak memory, MB'];
  return [table(header, [...rows, ratios]), peakNote].join('\n\n').trimEnd();
}

function peakOf(laps: readonly Lap<Finished>[]): number {
  return median(laps.map(({ result }) => result.peak ?? Number.NaN));
}

function written(value: number, digits: number): string {
  return Number.isNaN(value) ? '' : value.toFixed(digits);
}
