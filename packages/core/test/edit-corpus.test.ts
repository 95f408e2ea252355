import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { read } from '../src/index.ts';
import { edit } from '../src/write/index.ts';
import { anyChange, faultsOf } from './edit-laws.ts';

/** Real documents lie beside some checkouts; without them there is nothing to try. */
const documents = path.join(import.meta.dirname, '../../../../shared/corpus/documents');
const isThere = existsSync(documents);
const names = isThere ? globSync('*.md', { cwd: documents }).toSorted() : [];

const SEED = 20260301;
const EACH = 12;

test.skipIf(!isThere)(
  'edits of real documents keep the laws, and few are refused',
  () => {
    const changes = fc.sample(anyChange, { seed: SEED, numRuns: names.length * EACH });
    const faults: string[] = [];
    let refused = 0;
    for (const [index, name] of names.entries()) {
      const text = readFileSync(path.join(documents, name), 'utf8');
      const reading = read(text);
      for (const make of changes.slice(index * EACH, (index + 1) * EACH)) {
        const change = make(reading);
        const edited = edit(reading, change);
        if (!edited.ok) refused += 1;
        faults.push(...faultsOf(text, change, edited).map((fault) => `${name}: ${JSON.stringify(change)}: ${fault}`));
      }
    }
    expect(faults).toEqual([]);
    expect(refused / changes.length).toBeLessThan(0.4);
  },
  300_000,
);
