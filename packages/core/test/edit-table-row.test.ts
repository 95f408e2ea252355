import { describe, expect, test } from 'vitest';
import { read } from '../src/index.ts';
import { applySplices } from '../src/write/index.ts';
import type { Table } from '../src/read/block.ts';
import { type Page, pageOf } from '../src/write/page.ts';
import { headEnd, newRow, writeCell } from '../src/write/table-row.ts';

function tableIn(text: string): { readonly page: Page; readonly table: Table } {
  const page = pageOf(read(text), [{ from: 0, to: text.length }], {});
  const table = page.examined.outline.bodies
    .flat()
    .flatMap((block) => (block.kind === 'quote' ? block.children : [block]))
    .find((block) => block.kind === 'table');
  if (table === undefined) throw new Error('there should be a table');
  return { page, table };
}

/** The first row of a table after one cell was written. */
function written(text: string, column: number, words: string): string {
  const { page, table } = tableIn(text);
  const [row] = table.rows;
  if (row === undefined) throw new Error('there should be a row');
  const lines = applySplices(text, [writeCell(page, table, row, column, words)]).split('\n');
  return lines[2] ?? '';
}

describe('a cell is written', () => {
  test.each<readonly [string, string, number, string, string]>([
    ['with its padding', '| a    | b    |\n|------|------|\n| one  | two  |', 0, 'x', '| x    | two  |'],
    ['over its padding', '| a    | b    |\n|------|------|\n| one  | two  |', 0, 'ones', '| ones | two  |'],
    ['longer than its padding', '| a    | b    |\n|------|------|\n| one  | two  |', 0, 'longer', '| longer | two  |'],
    ['without padding', '|a|b|\n|---|---|\n|one|two|', 1, 'x', '|one|x|'],
    ['without pipes at the ends', 'a | b\n--- | ---\none | two', 1, 'x', 'one | x'],
    ['at the start without a pipe', 'a | b\n--- | ---\none | two', 0, 'x', 'x   | two'],
    ['where it was empty', '| a | b |\n|---|---|\n|  | two |', 0, 'x', '| x | two |'],
    ['where it was empty and wide', '| a    | b   |\n|------|-----|\n|      | two |', 0, 'x', '| x    | two |'],
    ['where there was not even a space', '|a|b|\n|---|---|\n||two|', 0, 'x', '|x|two|'],
    ['where the row was too short', '| a | b | c |\n|---|---|---|\n| one |', 2, 'x', '| one |  | x |'],
    ['where it was too short without a pipe', 'a | b | c\n--- | --- | ---\none | two', 2, 'x', 'one | two | x'],
    ['empty', '| a    | b    |\n|------|------|\n| one  | two  |', 1, '', '| one  |      |'],
    ['empty without padding', '| a | b |\n|---|---|\n| one | two |', 1, '', '| one |  |'],
    ['beside code with a pipe', '| a | b |\n|---|---|\n| `x|y` | two |', 1, 'z', '| `x|y` | z |'],
    ['beside an escaped pipe', '| a | b |\n|---|---|\n| x\\|y | two |', 1, 'z', '| x\\|y | z |'],
  ])('%s', (_how, text, column, words, expected) => {
    expect(written(text, column, words)).toBe(expected);
  });

  test.each(['\r\n', '\r'])('before line ends %j', (end) => {
    const text = ['| a    | b    |', '|------|------|', '| one  | two  |', ''].join(end);
    const { page, table } = tableIn(text);
    const [row] = table.rows;
    if (row === undefined) throw new Error('there should be a row');
    expect(applySplices(text, [writeCell(page, table, row, 1, 'x')])).toBe(text.replace('two  ', 'x    '));
  });
});

describe('a new row is like the others', () => {
  test.each<readonly [string, string, readonly string[], string]>([
    ['padded to the columns', '| a    | b     |\n|------|-------|\n| one  | two   |', ['x', 'y'], '| x    | y     |'],
    [
      'wider than a column',
      '| a    | b     |\n|------|-------|\n| one  | two   |',
      ['longer', 'y'],
      '| longer | y     |',
    ],
    ['not padded where the others are not', '| a | b |\n|---|---|\n| one | two |', ['x', ''], '| x | |'],
    ['close', '|a|b|\n|---|---|\n|four|two|', ['x', 'y'], '|x|y|'],
    ['open', 'a | b\n--- | ---\none | two', ['x', 'y'], 'x   | y'],
    ['in a quote', '> | a | b |\n> |---|---|\n> | one | two |', ['x', 'y'], '> | x | y |'],
  ])('%s', (_how, text, cells, expected) => {
    const { page, table } = tableIn(text);
    expect(newRow(page, table, table.rows[0] ?? null, cells)).toBe(expected);
  });

  test('where there is none, like the head', () => {
    const { page, table } = tableIn('| a    | b     |\n|------|-------|\n');
    expect(newRow(page, table, null, ['x', 'y'])).toBe('| x    | y     |');
    expect(page.text.slice(0, headEnd(page, table))).toBe('| a    | b     |\n|------|-------|');
  });
});
