import fs from 'node:fs';
import path from 'node:path';
import { longDocument } from '../corpus/long-document.ts';
import { table } from '../corpus/markdown.ts';
import { bestTime, interleave } from '../interleave.ts';
import { debriefRead } from '../parsers.ts';
import { debriefCommand, hasWorked, peakNote, runProcess } from '../run-process.ts';

const sizes = [1, 2, 4, 8, 16, 32, 50] as const;

export function growth(scratch: string): string {
  const texts = sizes.map((size) => [`${size} MB`, longDocument(size)] as const);
  const laps = interleave(Object.fromEntries(texts.map(([name, text]) => [name, () => debriefRead(text)])), 3);
  const perMegabyte = sizes.map((size) => bestTime(laps[`${size} MB`] ?? []) / size);
  const rows = sizes.map((size, index) => {
    const [time = Number.NaN, before] = [perMegabyte[index], perMegabyte[index - 1]];
    return [
      `${size} MB`,
      ((time * size) / 1_000).toFixed(2),
      time.toFixed(0),
      before ? (time / before).toFixed(2) : '',
    ];
  });
  const header = ['one document', 'seconds', 'milliseconds per MB', 'per MB ÷ the size before'];
  return [table(header, rows), peak(scratch)].join('\n\n');
}

function peak(scratch: string): string {
  const size = sizes[sizes.length - 1] ?? 0;
  const file = path.join(scratch, 'long.md');
  fs.writeFileSync(file, longDocument(size));
  const finished = runProcess(process.execPath, [debriefCommand, 'read', file], scratch);
  if (!hasWorked(finished))
    return `Memory was left out: \`debrief read\` ended with status ${finished.status}: ${finished.complaint}`;
  return finished.peak === undefined
    ? peakNote
    : `Peak memory of \`debrief read\` on ${size} MB: ${finished.peak.toFixed(0)} MB.`;
}
