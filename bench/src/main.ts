import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import manifest from '../package.json' with { type: 'json' };
import { type Corpus, corpusIn, writeCorpus } from './corpus/corpus.ts';
import { blockPass } from './measures/block-pass.ts';
import { check } from './measures/check.ts';
import { folder } from './measures/folder.ts';
import { fullReading } from './measures/full-reading.ts';
import { growth } from './measures/growth.ts';
import { insights } from './measures/insights.ts';
import { lint } from './measures/lint.ts';
import { recheck } from './measures/recheck.ts';
import { startUp } from './measures/start-up.ts';
import { watch } from './measures/watch.ts';
import { writing } from './measures/writing.ts';

/** Those that read a corpus, and those that need none. */
const onCorpus = { 'block-pass': blockPass, 'full-reading': fullReading, folder, check, lint, insights } as const;
const alone = { 'start-up': startUp, growth, writing, recheck, watch } as const;
const counts = [1_000, 10_000] as const;

const names = [...Object.keys(onCorpus), ...Object.keys(alone)];
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string', multiple: true } },
});
const unknown = values.only?.find((name) => !names.includes(name));
if (unknown !== undefined) {
  process.stderr.write(`bench: there is no measure "${unknown}"; there are ${names.join(', ')}\n`);
  process.exit(2);
}

const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'debrief-bench-'));
try {
  await measure();
} finally {
  fs.rmSync(scratch, { recursive: true });
}

async function measure(): Promise<void> {
  print(`Node ${process.versions.node}, ${os.availableParallelism()} cores, ${process.platform} ${process.arch}`);
  print(
    Object.entries(manifest.dependencies)
      .map((entry) => entry.join(' '))
      .join(', '),
  );
  const isWanted = (name: string): boolean => values.only?.includes(name) ?? true;
  const corpusMeasures = Object.entries(onCorpus).filter(([name]) => isWanted(name));
  for (const open of corpusMeasures.length === 0 ? [] : corpora()) {
    const corpus = open();
    if (corpus.texts.length === 0) {
      print(`There are no Markdown files in ${corpus.folder}.`);
      continue;
    }
    for (const [name, run] of corpusMeasures) print(`## ${name}`, run(corpus, scratch));
  }
  if (positionals.length > 0 && values.only === undefined) return;
  for (const [name, run] of Object.entries(alone)) if (isWanted(name)) print(`## ${name}`, await run(scratch));
}

/** Opened one after the other, so that no more than one is in memory. */
function corpora(): readonly (() => Corpus)[] {
  if (positionals.length === 0)
    return counts.map((count) => () => writeCorpus(count, path.join(scratch, String(count))));
  // npm runs scripts in the root of the repository, wherever it was called.
  const from = process.env.INIT_CWD ?? process.cwd();
  return positionals.map((given) => () => corpusIn(path.resolve(from, given)));
}

function print(...blocks: readonly string[]): void {
  for (const block of blocks) process.stdout.write(`${block}\n\n`);
}
