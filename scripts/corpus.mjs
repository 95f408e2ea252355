// Scores the reader against the labelled documents that lie beside some checkouts: `npm run corpus`. A checkout without
// them has nothing to score, and says so.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..');
const shared = path.join(root, '..', 'shared');
const documents = path.join(shared, 'corpus', 'documents');
const leastMacro = 0.88;
/** @type {Readonly<Record<string, number>>} */
const leastOf = { 'timeline.text': 0.9, 'timeline.at': 0.9, 'actionItems.text': 0.9 };
const leastOfAny = 0.75;
const countedFrom = 20;

if (!fs.existsSync(documents)) {
  process.stdout.write('corpus: there are no labelled documents beside this checkout; nothing was scored.\n');
} else {
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'debrief-corpus-'));
  const readings = path.join(scratch, 'readings.json');
  fs.writeFileSync(readings, run('bin/debrief.js', ['read', documents, '--format', 'json', '--quiet']));
  const labels = path.join(shared, 'corpus', 'labels');
  const tool = path.join(shared, 'tools', 'score-reading.mjs');
  const table = run(tool, ['--labels', labels, '--documents', documents, '--readings', readings]);
  fs.rmSync(scratch, { recursive: true });
  process.stdout.write(table);
  const faults = faultsIn(table);
  for (const fault of faults) process.stdout.write(`corpus: ${fault}\n`);
  process.exitCode = faults.length === 0 ? 0 : 1;
}

/**
 * @param {string} file
 * @param {readonly string[]} args
 */
function run(file, args) {
  const ended = spawnSync(process.execPath, [path.resolve(root, file), ...args], {
    cwd: root,
    maxBuffer: 2 ** 30,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (ended.status !== 0) throw new Error(`${file} ended with status ${ended.status}`);
  return ended.stdout;
}

/** @param {Buffer} table */
function faultsIn(table) {
  const faults = [];
  for (const [, field = '', f1 = '', n = ''] of String(table).matchAll(
    /^(\S+)\s+\d\.\d+\s+\d\.\d+\s+(\d\.\d+)\s+(\d+)/gm,
  )) {
    const least = leastOf[field] ?? (Number(n) >= countedFrom ? leastOfAny : 0);
    if (Number(f1) < least) faults.push(`${field} is ${f1}, below ${least}`);
  }
  const macro = Number(/macro F1 (\d\.\d+)/.exec(String(table))?.[1] ?? 0);
  if (macro < leastMacro) faults.push(`the macro F1 is ${macro}, below ${leastMacro}`);
  return faults;
}
