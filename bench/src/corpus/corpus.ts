import fs from 'node:fs';
import path from 'node:path';
import { generate } from './generate.ts';

export interface Corpus {
  readonly folder: string;
  readonly texts: readonly string[];
  readonly megabytes: number;
}

export function corpusIn(folder: string): Corpus {
  const files = fs
    .globSync('**/*.{md,markdown}', { cwd: folder, exclude: ['**/node_modules/**', '**/.*/**'] })
    .toSorted();
  const contents = files.map((file) => fs.readFileSync(path.join(folder, file)));
  const bytes = contents.reduce((sum, { length }) => sum + length, 0);
  return { folder, texts: contents.map((content) => content.toString()), megabytes: bytes / 1e6 };
}

export function writeCorpus(count: number, folder: string): Corpus {
  for (const { file, text } of generate(count)) {
    const target = path.join(folder, file);
    fs.mkdirSync(path.dirname(target), { recursive: true });
    fs.writeFileSync(target, text);
  }
  return corpusIn(folder);
}

/** About `count` documents from all over a corpus. */
export function sampleOf({ folder, texts }: Corpus, count: number): Corpus {
  const step = Math.max(1, Math.floor(texts.length / count));
  const sample = texts.filter((_, index) => index % step === 0).slice(0, count);
  return { folder, texts: sample, megabytes: sample.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e6 };
}
