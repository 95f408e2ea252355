import fc from 'fast-check';
import { expect, test } from 'vitest';
import { read, valueOf } from '../src/index.ts';
import { escapeLine, escapeText } from '../src/write/index.ts';

/** Marks in a crowd, between words that keep them from being a placeholder or a label. */
const marks = fc
  .array(
    fc.constantFrom(
      '*',
      '_',
      '`',
      '[',
      ']',
      '(',
      ')',
      '<',
      '>',
      '&',
      '#',
      '-',
      '+',
      '1.',
      '!',
      '~~',
      '\\',
      '|',
      '"',
      "'",
      'a',
      'b c',
      '\u0007',
      '日本',
      '🚨',
    ),
    { maxLength: 14 },
  )
  .map((parts) => `Kites${parts.join('')} fell`);

const plainly = (text: string): string => text.replaceAll('\u0007', ' ').replaceAll(/\s+/g, ' ').trim();

test('a line reads back as the same words, in a label, a heading and a cell', () => {
  const holds = fc.property(marks, (text) => {
    const line = escapeLine(text);
    expect(valueOf(read(`# K\n\n**Users affected:** ${line}\n`).postmortem.impact.users)).toBe(plainly(text));
    expect(valueOf(read(`# ${line}\n`).postmortem.title)).toBe(plainly(text));
    const cell = line.replaceAll(/\\[\s\S]|\|/g, (found) => (found === '|' ? '\\|' : found));
    const table = `# K\n\n## Timeline\n\n| Time | Event |\n|---|---|\n| 10:02 | ${cell} |\n`;
    expect(
      valueOf(read(table).postmortem.timeline[0]?.text ?? { state: 'notApplicable', written: '', places: [] }),
    ).toBe(plainly(text));
  });
  fc.assert(holds, { seed: 20260301, numRuns: 400 });
  fc.assert(holds, { numRuns: 80 });
});

test('several lines read back as the same words, whatever they begin with', () => {
  const starts = fc.constantFrom('- ', '# ', '> ', '1. ', '+ ', '* ', '| ', '```', '~~~', '===', '---', '');
  const lines = fc.array(fc.tuple(starts, marks), { minLength: 1, maxLength: 4 });
  const holds = fc.property(lines, (parts) => {
    const text = parts.map(([start, words]) => `Words ${words}\n${start}more ${words}`).join('\n');
    const { summary } = read(`# K\n\n## Summary\n\n${escapeText(text)}\n`).postmortem;
    expect(valueOf(summary)).toBe(plainly(text));
  });
  fc.assert(holds, { seed: 20260301, numRuns: 300 });
  fc.assert(holds, { numRuns: 60 });
});
