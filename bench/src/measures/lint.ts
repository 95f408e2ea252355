import path from 'node:path';
import type { Corpus } from '../corpus/corpus.ts';
import { table } from '../corpus/markdown.ts';
import { interleave, medianTime, timeRatio } from '../interleave.ts';
import { debriefCommand, type Finished, hasWorked, runProcess } from '../run-process.ts';

const ROUNDS = 3;
/** Beyond this many documents the peer takes minutes a round, and the ratio stays what it is. */
const MOST = 1_000;

/** All rules over a corpus, read anew, against what most people run over Markdown today. */
export function lint({ folder, texts, megabytes }: Corpus, scratch: string): string {
  if (texts.length > MOST) return `Left out: measured with up to ${MOST} documents.`;
  const peer = path.join(import.meta.dirname, '../../node_modules/markdownlint-cli2/markdownlint-cli2-bin.mjs');
  const run = (...args: readonly string[]): Finished => runProcess(process.execPath, args, scratch);
  const sides = {
    'debrief check --no-cache': () => run(debriefCommand, 'check', folder, '--quiet', '--no-cache'),
    'markdownlint-cli2': () => run(peer, `${path.relative(scratch, folder)}/**/*.md`),
  };
  for (const [name, side] of Object.entries(sides)) {
    const trial = side();
    if (!hasWorked(trial)) return `Left out: \`${name}\` ended with status ${trial.status}: ${trial.complaint}`;
  }
  const laps = interleave<keyof typeof sides, Finished>(sides, ROUNDS);
  const rows = Object.entries(laps).map(([name, side]) => [name, (medianTime(side) / 1_000).toFixed(2)]);
  const ratio = timeRatio(laps['markdownlint-cli2'], laps['debrief check --no-cache']);
  return table(
    [`${texts.length} documents, ${megabytes.toFixed(1)} MB`, 'seconds'],
    [...rows, ['**markdownlint-cli2 ÷ Debrief**', ratio.toFixed(1)]],
  );
}
