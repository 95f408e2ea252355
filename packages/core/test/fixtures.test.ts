import { globSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { plainValues, read } from '../src/index.ts';
import { misplaced } from './reading.ts';

/**
 * Each `<name>.md` beside its `<name>.json` is a test: the plain values of the text are those of the JSON. Dropping in
 * a pair adds one; `DEBRIEF_UPDATE_FIXTURES=1` writes what is read now into the JSON, to be looked at before it is kept.
 */
const folder = path.join(import.meta.dirname, 'fixtures');
const names = globSync('*.md', { cwd: folder })
  .map((file) => file.replace(/\.md$/, ''))
  .toSorted();
const updates = process.env['DEBRIEF_UPDATE_FIXTURES'] === '1';

test('there are fixtures', () => {
  expect(names.length).toBeGreaterThanOrEqual(40);
});

test('every expected reading has its text', () => {
  const expected = globSync('*.json', { cwd: folder }).map((file) => file.replace(/\.json$/, ''));
  expect(expected.filter((name) => !names.includes(name))).toEqual([]);
});

describe.each(names)('%s', (name) => {
  const text = readFileSync(path.join(folder, `${name}.md`), 'utf8');
  const file = path.join(folder, `${name}.json`);

  test('is read as expected', () => {
    const values: unknown = JSON.parse(JSON.stringify(plainValues(read(text))));
    if (updates) writeFileSync(file, `${JSON.stringify(values, null, 2)}\n`);
    expect(values).toEqual(JSON.parse(readFileSync(file, 'utf8')));
  });

  test('every field is written where its first place says', () => {
    expect(misplaced(text)).toEqual([]);
  });

  test('the sections tile the text', () => {
    const { sections } = read(text);
    expect(sections[0]?.from).toBe(0);
    expect(sections.at(-1)?.to).toBe(text.length);
    expect(sections.slice(1).map(({ from }) => from)).toEqual(sections.slice(0, -1).map(({ to }) => to));
  });
});
