import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { decodeAlerts, productNames } from '../src/index.ts';

const page = readFileSync(path.join(import.meta.dirname, '../../../docs/alerts.md'), 'utf8');
const examples = Array.from(page.matchAll(/^```json\n([^]*?)^```$/gm), ([, example = '']) => example);

test('the page on alerts names every product', () => {
  const named = Array.from(page.matchAll(/^\| `(\w+)` \|/gm), ([, name]) => name);
  expect(named).toEqual(expect.arrayContaining([...productNames]));
  expect(named).toHaveLength(productNames.length);
});

test('its examples are decoded without a note', () => {
  expect(examples.length).toBeGreaterThanOrEqual(2);
  for (const example of examples)
    expect(decodeAlerts(example)).toMatchObject({ ok: true, product: 'plain', notes: [] });
});

test('its first example has every key', () => {
  const keys = Object.keys(JSON.parse(examples[0] ?? '{}') as object);
  const answer = decodeAlerts('{"title": "a", "kites": 1}');
  expect(answer).toMatchObject({ problem: { message: expect.stringContaining(`Use one of: ${keys.join(', ')}.`) } });
});
