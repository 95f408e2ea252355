import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { longDocument } from '../corpus/long-document.ts';
import { table } from '../corpus/markdown.ts';
import { median } from '../interleave.ts';
import { debriefCommand } from '../run-process.ts';

const SAVES = 40;
const MEGABYTES = 0.02;
/** A person saves no faster; a save right after another would be told together with it. */
const PAUSE_MILLISECONDS = 150;

/** `debrief check --watch`: from a save of a document of 20 kB to its findings printed. */
export async function watch(scratch: string): Promise<string> {
  const folder = path.join(scratch, 'watched');
  const file = path.join(folder, 'document.md');
  const text = longDocument(MEGABYTES);
  fs.mkdirSync(folder);
  fs.writeFileSync(file, text);
  const child = spawn(process.execPath, [debriefCommand, 'check', '--watch', '--no-cache', '.'], { cwd: folder });
  let said = '';
  let heard: (() => void) | null = null;
  child.stderr.setEncoding('utf8').on('data', (data: string) => {
    said += data;
    heard?.();
  });
  child.stdout.resume();
  const hears = async (words: string): Promise<void> => {
    while (!said.includes(words)) await new Promise<void>((resolve) => (heard = resolve));
    said = '';
  };
  try {
    await hears('Watching');
    const times: number[] = [];
    for (let save = 0; save < SAVES; save += 1) {
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLISECONDS));
      const start = performance.now();
      fs.writeFileSync(file, `${text}\nSaved ${save} times.\n`);
      await hears('document.md: ');
      times.push(performance.now() - start);
    }
    const later = times.slice(SAVES / 2).toSorted((a, b) => a - b);
    const cells = [times[0], median(times.slice(1, SAVES / 2)), median(later), later[0]];
    return table(
      [`${(Buffer.byteLength(text) / 1e3).toFixed(0)} kB, saved ${SAVES} times`, 'milliseconds to its findings'],
      ['first save', 'median of the next', 'median of the last half', 'best of the last half'].map((name, at) => [
        name,
        cells[at]?.toFixed(1) ?? '',
      ]),
    );
  } finally {
    child.kill('SIGKILL');
  }
}
