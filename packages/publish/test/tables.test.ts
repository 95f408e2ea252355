import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvOf, figureIds, figurePicture, figureTable } from '../src/index.ts';
import { believableInsights } from './any-insights.ts';

const insights = believableInsights();

test('a table is read as CSV with whole numbers and empty cells for what is unknown', () => {
  const table = figureTable(insights, 'frequency');
  if (table === null) throw new Error('there is no such figure');
  const [head, ...lines] = csvOf(table).trimEnd().split('\r\n');
  expect(head).toBe('Month,Days,Count,Per 30 days,Low,High');
  expect(lines).toHaveLength(12);
  expect(lines[0]).toMatch(/^2025-12,30,\d+,/);
});

test('a text that a spreadsheet would run is inert in CSV, and comes back whole', () => {
  expect(csv('=HYPERLINK("x")')).toBe('a\r\n"\'=HYPERLINK(""x"")"\r\n');
  expect(csv(' @SUM(A1)')).toBe("a\r\n' @SUM(A1)\r\n");
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const written = csv(text).slice(3, -2);
      const read = written.startsWith('"') ? written.slice(1, -1).replaceAll('""', '"') : written;
      expect(read).not.toMatch(/^\s*[=+\-@]/);
      expect(read.replace(/^'/, '')).toHaveLength(text.replace(/^'/, '').length);
    }),
  );
});

test('every figure has a table, and a picture or none, by an id of its own', () => {
  const ids = figureIds(insights);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toEqual(
    expect.arrayContaining(['frequency', 'duration/time-to-resolve', 'duration/time-to-resolve/ecdf', 'budgets']),
  );
  for (const id of ids) {
    const table = figureTable(insights, id);
    expect(table?.rows.every((row) => row.length === table.columns.length)).toBe(true);
  }
  expect(figureTable(insights, 'no such figure')).toBeNull();
  expect(figurePicture(insights, 'no such figure', { scheme: 'light', width: 640 })).toBeNull();
  expect(figurePicture(insights, 'actions', { scheme: 'light', width: 640 })).toBeNull();
});

test('S15: whatever a text holds, no cell begins as a formula does', () => {
  const start = fc.constantFrom(
    '=',
    '+',
    '-',
    '@',
    '\t=',
    '\r=',
    '\n@',
    '\0=',
    ' =',
    '\u00a0+',
    '\uff1d',
    '\uff0b',
    '\uff0d',
    '\uff20',
    '\ufeff=',
  );
  const anyCell = fc.oneof(
    fc.tuple(start, fc.string()).map((parts) => parts.join('')),
    fc.string({ unit: 'binary' }),
  );
  fc.assert(
    fc.property(anyCell, (cell) => {
      const [, written = ''] = csv(cell).split('a\r\n');
      const read = written.startsWith('"') ? written.slice(1, -3).replaceAll('""', '"') : written.slice(0, -2);
      expect(read.trimStart()).not.toMatch(/^[=+\-@\uff1d\uff0b\uff0d\uff20]/);
    }),
    { seed: 20_260_501, numRuns: 500 },
  );
});

function csv(cell: string): string {
  return csvOf({ columns: [{ name: 'a', kind: 'text' }], rows: [[cell]], range: null });
}
