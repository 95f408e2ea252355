import path from 'node:path';
import type { Corpus } from '../corpus/corpus.ts';
import { table } from '../corpus/markdown.ts';
import { interleave, type Lap, median, medianTime, timeRatio } from '../interleave.ts';
import { debriefCommand, type Finished, hasWorked, peakNote, runProcess } from '../run-process.ts';
import { rumdl } from '../rumdl.ts';

const ROUNDS = 5;

/** All rules over a corpus, findings printed: each document read anew, again without a change, and what a peer takes. */
export function check(corpus: Corpus, scratch: string): string {
  const program = rumdl();
  if (program === undefined) return 'Left out: there is no rumdl for this system.';
  const own = (...more: readonly string[]): Finished =>
    runProcess(process.execPath, [debriefCommand, 'check', corpus.folder, '--quiet', ...more], scratch, {
      XDG_CACHE_HOME: path.join(scratch, 'cache'),
    });
  const sides = {
    'debrief check --no-cache': () => own('--no-cache'),
    'debrief check, nothing changed': () => own(),
    'rumdl check --no-cache': () => runProcess(program, ['check', '--no-cache', corpus.folder], scratch),
  };
  for (const [name, run] of Object.entries(sides)) {
    const trial = run();
    if (!hasWorked(trial)) return `Left out: \`${name}\` ended with status ${trial.status}: ${trial.complaint}`;
  }
  const laps = interleave<keyof typeof sides, Finished>(sides, ROUNDS);
  const [anew, peer] = [laps['debrief check --no-cache'], laps['rumdl check --no-cache']];
  const rows = Object.entries(laps).map(([name, side]) => [name, (medianTime(side) / 1_000).toFixed(2), peakOf(side)]);
  const ratio = ['**Debrief, read anew ÷ rumdl**', timeRatio(anew, peer).toFixed(2), ''];
  const header = [`${corpus.texts.length} documents, ${corpus.megabytes.toFixed(1)} MB`, 'seconds', 'peak memory, MB'];
  return [table(header, [...rows, ratio]), peakNote].join('\n\n').trimEnd();
}

function peakOf(laps: readonly Lap<Finished>[]): string {
  const peak = median(laps.map(({ result }) => result.peak ?? Number.NaN));
  return Number.isNaN(peak) ? '' : peak.toFixed(0);
}
