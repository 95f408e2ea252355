import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Splice } from '../src/index.ts';
import { applySplices, lineView } from '../src/write/index.ts';
import { splicesFor } from './splices-for.ts';

describe('the view', () => {
  test.each([
    ['', ''],
    ['a\nb\n', 'a\nb\n'],
    ['a\r\nb\r\n', 'a\nb\n'],
    ['a\rb\r', 'a\nb\n'],
    ['a\n\rb', 'a\n\nb'],
    ['\r\n\r\r\n', '\n\n\n'],
    ['\uFEFFa\r\n', '\uFEFFa\n'],
  ])('of %j is %j', (stored, text) => {
    expect(lineView(stored).text).toBe(text);
  });

  test('an offset goes there and back; between CR and LF it is the end of the line', () => {
    const { toView, toStored } = lineView('a\r\nb\r\n');
    expect([0, 1, 2, 3, 4, 5, 6].map(toView)).toEqual([0, 1, 1, 2, 3, 3, 4]);
    expect([0, 1, 2, 3, 4].map(toStored)).toEqual([0, 1, 3, 4, 6]);
  });
});

describe('splices of the view', () => {
  test.each<readonly [string, string, Splice, string]>([
    ['a new line takes the end of its own line', 'a\r\nb', { from: 1, to: 1, insert: '\nx' }, 'a\r\nx\r\nb'],
    ['on the last line that of the one before', 'a\r\nb', { from: 3, to: 3, insert: '\nx' }, 'a\r\nb\r\nx'],
    ['in CR texts a CR', 'a\rb', { from: 1, to: 1, insert: '\nx' }, 'a\rx\rb'],
    ['in a text of one line LF', 'a', { from: 1, to: 1, insert: '\nx' }, 'a\nx'],
    ['each in its own neighbourhood', 'a\nb\r\nc', { from: 3, to: 3, insert: '\nx' }, 'a\nb\r\nx\r\nc'],
    ['a deleted line end goes whole', 'a\r\nb', { from: 1, to: 2, insert: '' }, 'ab'],
    ['CRLF in what is inserted is one line end', 'a\nb', { from: 1, to: 1, insert: '\r\nx' }, 'a\nx\nb'],
    ['an LF never joins a CR before it', 'a\rb\nc', { from: 2, to: 2, insert: '\n' }, 'a\r\r\nb\nc'],
    ['nor when what parted them goes', 'a\rb\nc', { from: 2, to: 3, insert: '' }, 'a\r\r\nc'],
  ])('%s', (_what, stored, splice, expected) => {
    const view = lineView(stored);
    const edited = applySplices(stored, view.splices([splice]));
    expect(edited).toBe(expected);
    expect(lineView(edited).text).toBe(applySplices(view.text, [splice]).replaceAll('\r\n', '\n'));
  });
});

const ends = fc.constantFrom('\n', '\r\n', '\r');
const uniform = fc
  .tuple(fc.array(fc.string({ unit: fc.constantFrom('a', '|', ' ', '🚨'), maxLength: 6 }), { maxLength: 8 }), ends)
  .map(([lines, end]) => lines.join(end));
const mixed = fc
  .array(fc.oneof(ends, fc.constantFrom('a', 'bc', '\uFEFF')), { maxLength: 16 })
  .map((parts) => parts.join(''));

describe('laws', () => {
  test('offsets of the view go there and back', () => {
    const holds = fc.property(mixed, (stored) => {
      const { text, toView, toStored } = lineView(stored);
      const offsets = Array.from({ length: text.length + 1 }, (_each, index) => index);
      expect(offsets.map((offset) => toView(toStored(offset)))).toEqual(offsets);
      expect(toStored(text.length)).toBe(stored.length);
      const stays = offsets.filter((offset) => text[offset] !== undefined && text[offset] !== '\n');
      expect(stays.map((offset) => stored[toStored(offset)])).toEqual(stays.map((offset) => text[offset]));
    });
    fc.assert(holds, { seed: 20260301, numRuns: 500 });
    fc.assert(holds, { numRuns: 100 });
  });

  test('a splice of the view is the same splice of the text, and the line ends of others stay', () => {
    const holds = fc.property(uniform, splicesFor, (stored, make) => {
      const view = lineView(stored);
      const splices = make(view.text);
      const edited = applySplices(stored, view.splices(splices));
      expect(lineView(edited).text).toBe(
        applySplices(view.text, splices).replaceAll('\r\n', '\n').replaceAll('\r', '\n'),
      );
    });
    fc.assert(holds, { seed: 20260301, numRuns: 500 });
    fc.assert(holds, { numRuns: 100 });
  });

  test('so it is for one splice in a text of mixed line ends', () => {
    const splice = fc.tuple(fc.nat(20), fc.nat(4), fc.constantFrom('', 'x', '\n', '\nx', 'x\n', '\n\n'));
    const holds = fc.property(mixed, splice, (stored, [at, length, insert]) => {
      const view = lineView(stored);
      const from = Math.min(at, view.text.length);
      const own = { from, to: Math.min(from + length, view.text.length), insert };
      expect(lineView(applySplices(stored, view.splices([own]))).text).toBe(applySplices(view.text, [own]));
    });
    fc.assert(holds, { seed: 20260301, numRuns: 1_000 });
    fc.assert(holds, { numRuns: 200 });
  });
});
