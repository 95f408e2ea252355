import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Finding, Splice } from '@debrief/core';
import { fixedText, fixFile } from '../src/fix-file.ts';
import { folderWith } from './command.ts';

function finding(fix: readonly Splice[], rule = 'structure/try'): Finding {
  const [{ from, to } = { from: 0, to: 0 }] = fix;
  return { rule, level: 'warning', place: { from, to }, message: 'm', question: 'q', reason: 'r', fix };
}

/** Finds each lower-case a and would have it upper case. */
function smallLetters(text: string): readonly Finding[] {
  return [...text.matchAll(/a/g)].map(({ index }) => finding([{ from: index, to: index + 1, insert: 'A' }]));
}

test('every fix is done, those that touch in a later round', () => {
  expect(fixedText('aXaaXa', smallLetters)).toEqual({ text: 'AXAAXA', fixed: Array(4).fill('structure/try') });
});

test('a fix is done as a whole or not at all', () => {
  const both = [
    finding([{ from: 0, to: 2, insert: 'x' }], 'structure/first'),
    finding(
      [
        { from: 1, to: 3, insert: 'y' },
        { from: 5, to: 6, insert: 'z' },
      ],
      'structure/second',
    ),
  ];
  expect(fixedText('abcdef', (text) => (text === 'abcdef' ? both : []))).toEqual({
    text: 'xcdef',
    fixed: ['structure/first'],
  });
});

/** Never content with the first letter. */
function flip(text: string): readonly Finding[] {
  return [finding([{ from: 0, to: 1, insert: text.startsWith('a') ? 'b' : 'a' }])];
}

test('rules that never agree come to an end', () => {
  expect(fixedText('a', flip).text).toMatch(/^[ab]$/);
  expect(fixedText('a', () => [finding([{ from: 0, to: 1, insert: 'a' }])])).toEqual({ text: 'a', fixed: [] });
});

test('places outside of the text are left alone, and what no fix touches stays', () => {
  const splice = fc.record({
    from: fc.integer({ min: -2, max: 14 }),
    to: fc.integer({ min: -2, max: 14 }),
    insert: fc.constantFrom('', '+', '++'),
  });
  fc.assert(
    fc.property(fc.array(fc.array(splice, { maxLength: 3 }), { maxLength: 4 }), (fixes) => {
      const text = 'abcdefghijkl';
      const { text: done } = fixedText(text, (given) => (given === text ? fixes.map((fix) => finding(fix)) : []));
      expect(done.replaceAll('+', '')).toMatch(/^a?b?c?d?e?f?g?h?i?j?k?l?$/);
    }),
  );
});

test('a file is written only where something was fixed, with its mark of byte order and its line ends', () => {
  const folder = folderWith({ 'a.md': '\uFEFFa\r\nb\r\n', 'b.md': 'b\n', 'c.md': new Uint8Array([97, 0xff, 97]) });
  const [a, b, c] = ['a.md', 'b.md', 'c.md'].map((name) => path.join(folder, name)) as [string, string, string];
  expect(fixFile(a, smallLetters)).toEqual({ text: '\uFEFFA\r\nb\r\n', fixed: ['structure/try'] });
  expect(fs.readFileSync(a, 'utf8')).toBe('\uFEFFA\r\nb\r\n');
  const { mtimeMs, ino } = fs.statSync(b);
  expect(fixFile(b, smallLetters)).toEqual({ text: 'b\n', fixed: [] });
  expect(fs.statSync(b)).toMatchObject({ mtimeMs, ino });
  expect(fixFile(c, smallLetters).problem).toContain('not UTF-8');
  expect([...fs.readFileSync(c)]).toEqual([97, 0xff, 97]);
});
