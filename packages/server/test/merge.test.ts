import { applySplices, lineView } from '@debrief/core/write';
import type { Splice } from '@debrief/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editedText } from '../src/postmortem/edited-text.ts';
import { Problem } from '../src/problem.ts';
import { diffSplices } from '../src/revision/diff-splices.ts';
import { lineDiff } from '../src/revision/line-diff.ts';
import { mergeSplices } from '../src/revision/merge-splices.ts';
import { textSplices } from '../src/revision/text-splices.ts';
import { anyText, fieldText, holds, splicesFor } from './any-text.ts';

describe('the difference of two texts', () => {
  test('makes one of the other, and touches nothing that both have at front and end', () => {
    holds(
      fc.property(anyText, anyText, (before, after) => {
        const splices = diffSplices(before, after);
        expect(applySplices(before, splices)).toBe(after);
        if (before === after) expect(splices).toEqual([]);
      }),
    );
  });

  test('of a text with itself edited is about the places of the edit', () => {
    const before = 'One line.\nThe queue was full.\nAnother line.\n';
    const after = before.replace('full', 'nearly full');
    expect(diffSplices(before, after)).toEqual([{ from: 24, to: 24, insert: 'nearly ' }]);
  });

  test('never parts CRLF', () => {
    expect(diffSplices('a\r\nb', 'a\nb')).toEqual([{ from: 1, to: 3, insert: '\n' }]);
  });

  test('takes bounded time for large texts that have nothing in common', () => {
    const before = Array.from({ length: 60_000 }, (_, at) => `line ${at} of the old text\n`).join('');
    const after = Array.from({ length: 60_000 }, (_, at) => `row ${at * 7} in the new one\n`).join('');
    const start = performance.now();
    expect(applySplices(before, diffSplices(before, after))).toBe(after);
    expect(performance.now() - start).toBeLessThan(20_000);
  });
});

describe('merging', () => {
  test('keeps both edits where they touch different places, in either order, and no other byte changes', () => {
    let merged = 0;
    holds(
      fc.property(anyText, splicesFor, splicesFor, (base, one, other) => {
        const [ours, theirs] = [one(base), other(base)];
        const first = outcome(base, ours, theirs);
        const second = outcome(base, theirs, ours);
        expect(first).toBe(second);
        if (first === 'conflict') return;
        merged += 1;
        expect(first).toBe(applySplices(base, union(ours, theirs)));
      }),
    );
    expect(merged).toBeGreaterThan(50);
  });

  test('of whole texts gives the same text whoever comes first', () => {
    holds(
      fc.property(anyText, splicesFor, splicesFor, (base, one, other) => {
        const [a, b] = [applySplices(base, one(base)), applySplices(base, other(base))];
        expect(outcome(base, diffSplices(base, a), diffSplices(base, b))).toBe(
          outcome(base, diffSplices(base, b), diffSplices(base, a)),
        );
      }),
    );
  });

  test('of the same edit on both sides does it once', () => {
    holds(
      fc.property(anyText, splicesFor, (base, make) => {
        const text = applySplices(base, make(base));
        expect(outcome(base, diffSplices(base, text), diffSplices(base, text))).toBe(text);
      }),
    );
  });

  test('a conflict loses nothing: both texts are in the answer', () => {
    let conflicts = 0;
    holds(
      fc.property(anyText, splicesFor, splicesFor, (base, one, other) => {
        const [yours, theirs] = [applySplices(base, one(base)), applySplices(base, other(base))];
        try {
          editedText(
            { kind: 'text', text: yours, isExact: true },
            { number: 1, text: base },
            { number: 2, text: theirs },
            {},
          );
        } catch (error) {
          conflicts += 1;
          expect(error).toBeInstanceOf(Problem);
          expect(error).toMatchObject({ code: 'conflict', more: { revision: 2, theirs, yours } });
        }
      }),
    );
    expect(conflicts).toBeGreaterThan(20);
  });

  test.each([
    ['behind the text', [{ from: 90, to: 91, insert: '' }]],
    ['backwards', [{ from: 3, to: 2, insert: '' }]],
    [
      'on one another',
      [
        { from: 0, to: 3, insert: '' },
        { from: 2, to: 4, insert: '' },
      ],
    ],
    ['before the text', [{ from: -1, to: 0, insert: '' }]],
    ['half a place', [{ from: 0.5, to: 1, insert: '' }]],
  ] as const)('splices %s are refused', (_, splices) => {
    const base = { number: 1, text: 'A text' };
    expect(() => editedText({ kind: 'splices', splices }, base, base, {})).toThrow(
      expect.objectContaining({ code: 'invalid-request' }),
    );
    expect(() => editedText({ kind: 'splices', splices }, base, { number: 2, text: 'A new text' }, {})).toThrow(
      expect.objectContaining({ code: 'invalid-request' }),
    );
  });
});

describe('a whole text from a text field', () => {
  test('says the words of its lines; line ends and mark of the base stay where nothing was edited', () => {
    holds(
      fc.property(anyText, splicesFor, fc.constantFrom('\n', '\r\n'), (base, make, end) => {
        const view = lineView(base).text;
        const edited = lineView(applySplices(view, make(view))).text;
        const mark = base.startsWith('\uFEFF') && !edited.startsWith('\uFEFF') ? '\uFEFF' : '';
        const stored = applySplices(base, textSplices(base, edited.replaceAll('\n', end)));
        const isOneLine = !/[\r\n]/.test(base);
        if (isOneLine && end === '\r\n') return;
        expect(lineView(stored).text).toBe(mark + edited);
      }),
    );
  });

  test('that was not edited changes no byte', () => {
    holds(
      fc.property(anyText, fc.constantFrom('\n', '\r\n'), (base, end) => {
        fc.pre(/[\r\n]/.test(base));
        const sent = lineView(base).text.replace('\uFEFF', '').replaceAll('\n', end);
        expect(textSplices(base, sent)).toEqual([]);
      }),
    );
  });

  test('of a CRLF document touches the edited line alone', () => {
    const base = '\uFEFF# Kite\r\n\r\nIt stopped.\r\n';
    const stored = applySplices(base, textSplices(base, '# Kite\n\nIt stopped.\nIt came back.\n'));
    expect(stored).toBe('\uFEFF# Kite\r\n\r\nIt stopped.\r\nIt came back.\r\n');
  });

  test('sent exactly is taken exactly', () => {
    holds(
      fc.property(anyText, fieldText, (base, text) => {
        expect(applySplices(base, textSplices(base, text, { isExact: true }))).toBe(text);
      }),
    );
  });
});

describe('a difference for people', () => {
  test('holds every line of both texts', () => {
    holds(
      fc.property(anyText, anyText, (before, after) => {
        const lines = lineDiff(before, after, 1_000);
        const words = (kinds: readonly string[]) =>
          lines.flatMap((line) =>
            line.kind !== 'left-out' && kinds.includes(line.kind) ? [line.parts.map(({ text }) => text).join('')] : [],
          );
        expect(words(['kept', 'removed'])).toEqual(linesIn(before));
        expect(words(['kept', 'added'])).toEqual(linesIn(after));
      }),
    );
  });

  test('marks the words that differ and leaves out what is far away', () => {
    const before = Array.from({ length: 20 }, (_, at) => `line ${at}\n`).join('');
    const lines = lineDiff(before, before.replace('line 10', 'row 10'));
    expect(lines.map(({ kind }) => kind)).toEqual([
      'left-out',
      ...['kept', 'kept', 'kept', 'removed', 'added', 'kept', 'kept', 'kept'],
      'left-out',
    ]);
    expect(lines[5]).toEqual({
      kind: 'added',
      after: 11,
      parts: [
        { text: 'row', isChanged: true },
        { text: ' 10', isChanged: false },
      ],
    });
    expect(lines[0]).toEqual({ kind: 'left-out', count: 7 });
  });
});

function outcome(base: string, own: readonly Splice[], others: readonly Splice[]): string {
  const newest = applySplices(base, others);
  const merged = mergeSplices(own, others);
  return merged.state === 'conflict' ? 'conflict' : applySplices(newest, merged.splices);
}

function union(ours: readonly Splice[], theirs: readonly Splice[]): readonly Splice[] {
  const key = (splice: Splice): string => JSON.stringify(splice);
  return [...new Map([...ours, ...theirs].map((splice) => [key(splice), splice])).values()];
}

function linesIn(text: string): readonly string[] {
  const lines = text.split(/\r\n|\r|\n/);
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}
