import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const fixtureFolder = path.join(import.meta.dirname, 'fixtures');

/** The payloads of all fixtures, by `<product>/<name>`. */
export const fixtures: readonly (readonly [name: string, text: string])[] = globSync('*/*.json', { cwd: fixtureFolder })
  .map((file) => file.split(path.sep).join('/'))
  .filter((file) => !file.endsWith('.expected.json'))
  .toSorted()
  .map((file) => [file.replace(/\.json$/, ''), readFileSync(path.join(fixtureFolder, file), 'utf8')]);
