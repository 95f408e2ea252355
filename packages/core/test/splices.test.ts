import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Splice } from '../src/index.ts';
import { applySplices, invert } from '../src/write/index.ts';
import { splicesFor } from './splices-for.ts';

describe('applying splices', () => {
  test.each<readonly [string, readonly Splice[], string]>([
    ['SEV2', [], 'SEV2'],
    ['SEV2', [{ from: 3, to: 4, insert: '1' }], 'SEV1'],
    ['abc', [{ from: 0, to: 0, insert: '> ' }], '> abc'],
    ['abc', [{ from: 3, to: 3, insert: '\n' }], 'abc\n'],
    ['abc', [{ from: 0, to: 3, insert: '' }], ''],
    ['', [{ from: 0, to: 0, insert: 'x' }], 'x'],
    [
      'abcdef',
      [
        { from: 4, to: 5, insert: 'E' },
        { from: 0, to: 1, insert: 'A' },
      ],
      'AbcdEf',
    ],
    [
      'ab',
      [
        { from: 1, to: 1, insert: '1' },
        { from: 1, to: 1, insert: '2' },
      ],
      'a12b',
    ],
    [
      'ab',
      [
        { from: 1, to: 2, insert: 'B' },
        { from: 1, to: 1, insert: '+' },
      ],
      'a+B',
    ],
    ['🚨x', [{ from: 2, to: 3, insert: 'y' }], '🚨y'],
  ])('%j with %j is %j', (text, splices, expected) => {
    expect(applySplices(text, splices)).toBe(expected);
  });

  test.each<readonly [string, readonly Splice[]]>([
    [
      'two on the same character',
      [
        { from: 0, to: 2, insert: '' },
        { from: 1, to: 3, insert: '' },
      ],
    ],
    [
      'one within another',
      [
        { from: 0, to: 3, insert: '' },
        { from: 1, to: 1, insert: 'x' },
      ],
    ],
    ['behind the end', [{ from: 2, to: 4, insert: '' }]],
    ['before the start', [{ from: -1, to: 1, insert: '' }]],
    ['from behind to', [{ from: 2, to: 1, insert: '' }]],
    ['half a place', [{ from: 0.5, to: 1, insert: '' }]],
    ['no number', [{ from: Number.NaN, to: 1, insert: '' }]],
  ])('%s is wrong use', (_what, splices) => {
    expect(() => applySplices('abc', splices)).toThrow(RangeError);
    expect(() => invert('abc', splices)).toThrow(RangeError);
  });
});

test('undone splices give the text back, in whatever order they were given', () => {
  const holds = fc.property(fc.string({ unit: 'binary', maxLength: 60 }), splicesFor, (text, make) => {
    const splices = make(text);
    const edited = applySplices(text, splices);
    expect(applySplices(edited, invert(text, splices))).toBe(text);
    expect(applySplices(text, splices.toReversed()).length).toBe(edited.length);
    expect(applySplices(text, invert(edited, invert(text, splices)))).toBe(edited);
  });
  fc.assert(holds, { seed: 20260301, numRuns: 500 });
  fc.assert(holds, { numRuns: 100 });
});

test('what is outside of the splices stays', () => {
  const holds = fc.property(fc.string({ maxLength: 60 }), splicesFor, (text, make) => {
    const splices = make(text).toSorted((a, b) => a.from - b.from);
    const edited = applySplices(text, splices);
    const first = splices[0]?.from ?? text.length;
    const last = splices.at(-1)?.to ?? 0;
    expect(edited.startsWith(text.slice(0, first))).toBe(true);
    expect(edited.endsWith(text.slice(last))).toBe(true);
    const grown = splices.reduce((sum, { from, to, insert }) => sum + insert.length - (to - from), 0);
    expect(edited.length).toBe(text.length + grown);
  });
  fc.assert(holds, { seed: 20260301, numRuns: 300 });
});
