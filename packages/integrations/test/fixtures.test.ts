import { globSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { decodeAlerts, productNames } from '../src/index.ts';
import { fixtureFolder, fixtures } from './fixtures.ts';

/**
 * Each `<product>/<name>.json` beside its `<name>.expected.json` is a test: what the payload is decoded to. Dropping in a
 * pair adds one; `DEBRIEF_UPDATE_FIXTURES=1` writes what is decoded now, to be looked at before it is kept.
 */
const updates = process.env['DEBRIEF_UPDATE_FIXTURES'] === '1';

test('every product has fixtures, and every fixture a product', () => {
  const folders = new Set(fixtures.map(([name]) => path.dirname(name)));
  expect([...folders].toSorted((a, b) => a.localeCompare(b))).toEqual(
    productNames.toSorted((a, b) => a.localeCompare(b)),
  );
});

test('every expected answer has its payload', () => {
  const expected = globSync('*/*.expected.json', { cwd: fixtureFolder }).map((file) =>
    file
      .split(path.sep)
      .join('/')
      .replace(/\.expected\.json$/, ''),
  );
  expect(expected.toSorted()).toEqual(fixtures.map(([name]) => name).toSorted());
});

test.each(fixtures)('%s', (name, text) => {
  const file = path.join(fixtureFolder, `${name}.expected.json`);
  const answer = decodeAlerts(text);
  if (updates) writeFileSync(file, `${JSON.stringify(answer, null, 2)}\n`);
  expect(answer).toEqual(JSON.parse(readFileSync(file, 'utf8')));
  expect(answer).toMatchObject(answer.ok ? { product: path.dirname(name) } : {});
});
