import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeAlerts } from '../src/index.ts';
import { findJsonFault } from '../src/json-fault.ts';

const SEED = 20_260_501;

describe('text that is no JSON is told of with its place', () => {
  test.each([
    ['{"a": 1', 'ends too early, at line 1, column 8, where “,” or the closing bracket should follow'],
    ['{"a": 1,\n', 'ends too early, at line 2, column 1, where a key in double quotes should follow'],
    ['{"a"', 'ends too early, at line 1, column 5, where “:” should follow'],
    ['{"a":\n  "b', 'ends too early, at line 2, column 5, where the closing quote'],
    ['{"a": tru', 'ends too early, at line 1, column 10, where the rest of a value'],
    ['{"a": -', 'ends too early, at line 1, column 8'],
    ['{"a": 1.', 'ends too early, at line 1, column 9'],
    ['{"a": "\\', 'ends too early, at line 1, column 9'],
    ['{"a": "\\u00', 'ends too early, at line 1, column 12'],
    ['[', 'ends too early, at line 1, column 2, where a value or “]”'],
    ['{"a": x}', 'at line 1, column 7 there should be a value, but "x" stands there'],
    ["{'a': 1}", 'at line 1, column 2 there should be a key in double quotes or “}”, but "\'" stands there'],
    ['{"a": 1,}', 'at line 1, column 9 there should be a key in double quotes, but "}" stands there'],
    ['{"a": 1}\n\nHello', 'at line 3, column 1 there should be nothing more, but "H" stands there'],
    ['{"a": 01}', 'at line 1, column 8'],
    ['[1 2]', 'at line 1, column 4'],
    ['[1}', 'at line 1, column 3'],
    ['{"a": "b\nc"}', 'at line 1, column 9'],
    ['{"a": "\\x"}', 'at line 1, column 9'],
    ['{"a": 🚨}', 'at line 1, column 7 there should be a value, but "🚨" stands there'],
    ['title: Mail is slow', 'at line 1, column 1 there should be a value, but "t" stands there'],
    ['<html>', 'at line 1, column 1'],
  ])('%j', (text, told) => {
    const answer = decodeAlerts(text);
    expect(answer).toMatchObject({ ok: false, problem: { code: 'not-json' } });
    expect(JSON.stringify(answer)).toContain(JSON.stringify(told).slice(1, -1));
  });

  test.each(['', ' \n\t ', '\ufeff', '\ufeff  \n'])('%j is empty', (text) => {
    expect(decodeAlerts(text)).toMatchObject({ ok: false, problem: { code: 'empty' } });
  });

  test('a byte order mark in front is no fault', () => {
    expect(decodeAlerts('\ufeff{"title": "Mail is slow"}')).toMatchObject({ ok: true, product: 'plain' });
  });

  test('nesting is never too deep', () => {
    expect(findJsonFault('['.repeat(1_000_000))).toMatchObject({ ends: true, offset: 1_000_000 });
    expect(findJsonFault(`${'['.repeat(500_000)}${']'.repeat(500_000)}`)).toBeUndefined();
    expect(findJsonFault('{"a":'.repeat(500_000))).toMatchObject({ ends: true });
  });
});

describe('a fault is found where there is one, and only there', () => {
  const marks = ['{', '}', '[', ']', ',', ':', '"', '\\', '-', '1', '.', 'e', 'true', 'nul', ' ', '\n', '\u0001', 'é'];
  const changed = fc
    .tuple(fc.json(), fc.nat(), fc.nat(3), fc.constantFrom(...marks, ''))
    .map(([text, at, length, insert]) => {
      const from = at % (text.length + 1);
      return text.slice(0, from) + insert + text.slice(from + length);
    });
  const jsonLike = fc.array(fc.constantFrom(...marks, '"a"', '"a":'), { maxLength: 12 }).map((parts) => parts.join(''));

  test('as the parser says', () => {
    const holds = fc.property(fc.oneof(changed, jsonLike, fc.json()), (text) => {
      expect(findJsonFault(text) === undefined).toBe(parses(text));
    });
    fc.assert(holds, { seed: SEED, numRuns: 3000 });
    fc.assert(holds, { numRuns: 500 });
  });
});

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
