import { describe, expect, test } from 'vitest';
import { read } from '../src/index.ts';
import { cutNesting, deepestNesting } from '../src/read/nesting.ts';
import { pointedAt } from './reading.ts';

const levels = 10_000;

describe('nesting that no person wrote is read as plain text, with a message', () => {
  test.each<[string, string]>([
    ['quotes', `${'>'.repeat(levels)} deep`],
    ['quotes with spaces', `${'> '.repeat(levels)}deep`],
    ['bullets on one line', `${'- '.repeat(levels)}deep`],
    ['stars on one line', `${'* '.repeat(levels)}deep`],
    ['plus signs on one line', `${'+ '.repeat(levels)}deep`],
    ['numbers on one line', `${'1. '.repeat(levels)}deep`],
    ['numbers with brackets on one line', `${'1) '.repeat(levels)}deep`],
    ['quotes and bullets', `${'> - '.repeat(levels / 2)}deep`],
    [
      'indentation',
      Array.from({ length: 1_000 }, (_line, depth) => `${'  '.repeat(depth)}- level ${depth}`).join('\n'),
    ],
    ['tabs', Array.from({ length: 1_000 }, (_line, depth) => `${'\t'.repeat(depth)}- level ${depth}`).join('\n')],
    [
      'indented numbers',
      Array.from({ length: 1_000 }, (_line, depth) => `${'   '.repeat(depth)}1. level ${depth}`).join('\n'),
    ],
  ])('%s', (_form, deep) => {
    const text = `# Deep\n\n${deep}\n\n## Impact\n\nNone of it mattered.\n`;
    const start = performance.now();
    const { sections, messages, postmortem } = read(text);
    expect(performance.now() - start).toBeLessThan(2_000);
    expect(messages.map(({ code }) => code)).toContain('deep-nesting');
    expect(sections.filter(({ kind }) => kind === 'heading').map(({ heading }) => heading)).toEqual(['Deep', 'Impact']);
    expect(postmortem.impact.text).toMatchObject({ value: 'None of it mattered.' });
  });

  test('the message points at the first line that was cut', () => {
    const reading = read(`- fine\n${'>'.repeat(300)} deep\n${'>'.repeat(300)} deep too\n`);
    expect(pointedAt(reading, 'deep-nesting')).toEqual(['>']);
    expect(reading.messages.find(({ code }) => code === 'deep-nesting')?.place.from).toBe(7);
  });
});

const nested = (depth: number): string =>
  Array.from({ length: depth }, (_line, level) => `${'  '.repeat(level)}- level ${level}`).join('\n');

describe('what people write stays as it is', () => {
  test.each<[string, string]>([
    ['a few levels', nested(5)],
    ['many levels', nested(50)],
    ['a long rule', '-'.repeat(500)],
    ['a long rule of stars', '*'.repeat(500)],
    ['a long underline', `Title\n${'='.repeat(500)}`],
    ['spaces before a word', `${' '.repeat(80)}word`],
    ['a long line of dashes inside words', `a ${'-'.repeat(500)} b`],
    ['a wide table delimiter', `| a | b |\n|${'-'.repeat(400)}|${'-'.repeat(400)}|\n| 1 | 2 |`],
    ['a table delimiter without outer pipes', `a | b\n${'-'.repeat(400)}|${'-'.repeat(400)}\n1 | 2`],
    ['', ''],
  ])('%s', (_form, text) => {
    expect(cutNesting(text)).toEqual({ flat: text, messages: [] });
  });
});

test('no character moves', () => {
  const text = `a\n${'> '.repeat(deepestNesting + 50)}deep\nb\n`;
  const { flat } = cutNesting(text);
  expect(flat).toHaveLength(text.length);
  expect(flat.endsWith('deep\nb\n')).toBe(true);
});
