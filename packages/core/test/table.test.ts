import { describe, expect, test } from 'vitest';
import { read } from '../src/index.ts';
import { blocksOf } from '../src/read/blocks.ts';
import { cellsOf } from '../src/read/table.ts';
import { pointedAt, short } from './reading.ts';

function cells(line: string): readonly string[] {
  return cellsOf(line, { from: 0, to: line.length }).map(({ from, to }) => line.slice(from, to));
}

/** The tables of a text: header first, then each row. */
function tables(text: string): readonly (readonly (readonly string[])[])[] {
  const words = (places: readonly { from: number; to: number }[]): readonly string[] =>
    places.map(({ from, to }) => text.slice(from, to));
  return blocksOf(text, 0).blocks.flatMap((block) =>
    block.kind === 'table' ? [[words(block.header), ...block.rows.map((row) => words(row.cells))]] : [],
  );
}

describe('the cells of a row', () => {
  test.each<[string, readonly string[]]>([
    ['| a | b |', ['a', 'b']],
    ['a | b', ['a', 'b']],
    ['| a | b', ['a', 'b']],
    ['a | b |', ['a', 'b']],
    ['|a|b|', ['a', 'b']],
    ['| a |  | c |', ['a', '', 'c']],
    ['|  | b |', ['', 'b']],
    ['| a | |', ['a', '']],
    ['| a |', ['a']],
    ['||', ['']],
    ['|  a  |  b  |', ['a', 'b']],
    ['| a \\| b | c |', ['a \\| b', 'c']],
    ['| a \\|', ['a \\|']],
    ['| `a | b` | c |', ['`a | b`', 'c']],
    ['| ``a ` | b`` | c |', ['``a ` | b``', 'c']],
    ['| `a \\| b` | c |', ['`a \\| b`', 'c']],
    ['| ` | c |', ['`', 'c']],
    ['| one<br>two | c |', ['one<br>two', 'c']],
    ['| **14:05** | [log](https://x.example/a_b) |', ['**14:05**', '[log](https://x.example/a_b)']],
    ['| 時刻 | 内容 |', ['時刻', '内容']],
  ])('%j', (line, expected) => {
    expect(cells(line)).toEqual(expected);
  });
});

describe('a table is found in every state of repair', () => {
  test.each<[string, string, readonly (readonly string[])[]]>([
    [
      'whole',
      '| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n',
      [
        ['a', 'b'],
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    [
      'aligned',
      '| a | b |\n|:--|--:|\n| 1 | 2 |\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'without outer pipes',
      'a | b\n--|--\n1 | 2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'without closing pipes',
      '| a | b\n|---|---\n| 1 | 2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'with rows of both kinds',
      '| a | b |\n|---|---|\n1 | 2\n| 3 | 4 |\n',
      [
        ['a', 'b'],
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    ['with a short row', '| a | b | c |\n|---|---|---|\n| 1 | 2 |\n| 3 |\n', [['a', 'b', 'c'], ['1', '2'], ['3']]],
    [
      'with a short delimiter',
      '| a | b | c |\n|---|---|\n| 1 | 2 | 3 |\n',
      [
        ['a', 'b', 'c'],
        ['1', '2', '3'],
      ],
    ],
    [
      'with a row above the delimiter',
      '| a | b |\n| 1 | 2 |\n|---|---|\n| 3 | 4 |\n',
      [
        ['a', 'b'],
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    [
      'with a second delimiter',
      '| a | b |\n|---|---|\n| 1 | 2 |\n|---|---|\n| 3 | 4 |\n',
      [
        ['a', 'b'],
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    ['with a header only', '| a | b |\n|---|---|\n', [['a', 'b']]],
    [
      'with an empty header',
      '| | |\n|---|---|\n| 1 | 2 |\n',
      [
        ['', ''],
        ['1', '2'],
      ],
    ],
    [
      'one dash a column',
      '| a | b |\n|-|-|\n| 1 | 2 |\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'indented',
      '  | a | b |\n  |---|---|\n  | 1 | 2 |\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'below a line of text',
      'Times in UTC\n| a | b |\n|---|---|\n| 1 | 2 |\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ].slice(0, 2),
    ],
    [
      'parted by a blank line',
      '| a | b |\n|---|---|\n| 1 | 2 |\n\n| 3 | 4 |\n',
      [
        ['a', 'b'],
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    [
      'with a pipe in code',
      '| a | b |\n|---|---|\n| `x | y` | 2 |\n',
      [
        ['a', 'b'],
        ['`x | y`', '2'],
      ],
    ],
    ['with one column', '| a |\n|---|\n| 1 |\n', [['a'], ['1']]],
  ])('%s', (_state, text, expected) => {
    expect(tables(text)[0]).toEqual(expected);
  });

  test('two tables with a line of text between them are two', () => {
    expect(tables('| a | b |\n|---|---|\n| 1 | 2 |\n\nand\n\n| c | d |\n|---|---|\n| 3 | 4 |\n')).toHaveLength(2);
  });

  test('two tables with a blank line between them are two', () => {
    expect(tables('| a | b |\n|---|---|\n| 1 | 2 |\n\n| c | d |\n|---|---|\n| 3 | 4 |\n')).toEqual([
      [
        ['a', 'b'],
        ['1', '2'],
      ],
      [
        ['c', 'd'],
        ['3', '4'],
      ],
    ]);
  });

  test.each(['a | b\n', 'a\n---\n', '`a | b`\n', 'x || y\n\n---\n', '| a | b |\n'])('%j is no table', (text) => {
    expect(tables(text)).toEqual([]);
  });

  test('the rule below a paragraph without pipes is no delimiter', () => {
    expect(tables('Some words\n|---|\n')).toEqual([]);
  });
});

describe('what was mended is told', () => {
  test.each([
    ['| a | b |\n| 1 | 2 |\n|---|---|\n| 3 | 4 |\n', '| 1 | 2 |'],
    ['| a | b |\n|---|---|\n| 1 | 2 | 3 |\n', '| 1 | 2 | 3 |'],
    ['| a | b |\n|---|---|\n| 1 | 2 |\n\n| 3 | 4 |\n', '| 3 | 4 |'],
  ])('%j points at %j', (text, row) => {
    expect(pointedAt(read(text), 'broken-table')).toEqual([row]);
  });

  test('a table that is whole needs no message', () => {
    expect(read('| a | b |\n|---|---|\n| 1 | 2 |\n').messages).toEqual([]);
  });
});

const eventOf = (cell: string): unknown =>
  short(
    read(`# Cart lost\n\n## Timeline\n\n| Time | Event |\n|---|---|\n| 14:05 | ${cell} |\n`).postmortem.timeline[0]
      ?.text,
  );

describe('the words of a cell', () => {
  test.each([
    ['one<br>two', 'one two'],
    ['one<br/>two', 'one two'],
    ['a \\| b', 'a | b'],
    ['`a \\| b`', 'a | b'],
    ['`a | b` fails', 'a | b fails'],
    ['**Deploy** of [api](https://x.example)', 'Deploy of api'],
    ['deploy &amp; restart', 'deploy & restart'],
  ])('%j → %j', (cell, text) => {
    expect(eventOf(cell)).toBe(text);
  });
});

test('a table of 10,000 rows is read in full', () => {
  const rows = Array.from({ length: 10_000 }, (_row, index) => `| 2026-03-01 14:05 | Event number ${index} |`);
  const { timeline } = read(`# Storm\n\n## Timeline\n\n| Time | Event |\n|---|---|\n${rows.join('\n')}\n`).postmortem;
  expect(timeline).toHaveLength(10_000);
  expect(short(timeline.at(-1)?.text)).toBe('Event number 9999');
});
