import path from 'node:path';
import type { Corpus } from '../corpus/corpus.ts';
import { table } from '../corpus/markdown.ts';
import { interleave, type Lap, median, medianTime } from '../interleave.ts';
import { debriefCommand, type Finished, hasWorked, peakNote, runProcess } from '../run-process.ts';

const ROUNDS = 3;

/** The figures over a corpus: each document read anew, and from the cache of an earlier run. */
export function insights(corpus: Corpus, scratch: string): string {
  const run = (...more: readonly string[]): Finished =>
    runProcess(process.execPath, [debriefCommand, 'insights', corpus.folder, '--quiet', ...more], scratch, {
      XDG_CACHE_HOME: path.join(scratch, 'cache'),
    });
  const trial = run();
  if (!hasWorked(trial)) return `Left out: it ended with status ${trial.status}: ${trial.complaint}`;
  const laps = interleave({ 'read anew': () => run('--no-cache'), 'from the cache': () => run() }, ROUNDS);
  const rows = Object.entries(laps).map(([name, side]) => [name, (medianTime(side) / 1_000).toFixed(2), peakOf(side)]);
  const header = [`${corpus.texts.length} documents, ${corpus.megabytes.toFixed(1)} MB`, 'seconds', 'peak memory, MB'];
  return [table(header, rows), peakNote].join('\n\n').trimEnd();
}

function peakOf(laps: readonly Lap<Finished>[]): string {
  const peak = median(laps.map(({ result }) => result.peak ?? Number.NaN));
  return Number.isNaN(peak) ? '' : peak.toFixed(0);
}
