import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Change, type Place, read } from '../src/index.ts';
import { applySplices } from '../src/write/index.ts';
import {
  above,
  below,
  isApart,
  lineStart,
  lineStop,
  nextLine,
  type Page,
  pageOf,
  standingOf,
  withoutLines,
} from '../src/write/page.ts';
import { readsAlike, windowFor } from '../src/write/window.ts';
import { fixtures } from './texts.ts';

function whole(text: string): Page {
  return pageOf(read(text), [{ from: 0, to: text.length }], {});
}

describe('lines', () => {
  test.each([
    ['ab\ncd', 4, 3, 5, 5],
    ['ab\r\ncd', 1, 0, 2, 4],
    ['ab\rcd', 1, 0, 2, 3],
    ['ab', 2, 0, 2, 2],
    ['\uFEFFab\n', 2, 1, 3, 4],
    ['\uFEFFab\n', 0, 0, 3, 4],
    ['', 0, 0, 0, 0],
    ['\n\n', 1, 1, 1, 2],
  ])('of %j at %j: from %j to %j, the next at %j', (text, at, start, stop, next) => {
    expect([lineStart(text, at), lineStop(text, at), nextLine(text, at)]).toEqual([start, stop, next]);
  });

  test('every offset is on the line that it begins and ends', () => {
    const texts = fc
      .array(fc.constantFrom('a', 'bc', '\n', '\r\n', '\r'), { maxLength: 12 })
      .map((parts) => parts.join(''));
    const holds = fc.property(texts, fc.nat(12), (text, nat) => {
      const at = Math.min(nat, text.length);
      expect(lineStart(text, at)).toBeLessThanOrEqual(at);
      expect(lineStop(text, at)).toBeGreaterThanOrEqual(at);
      expect(text.slice(at, lineStop(text, at))).not.toMatch(/[\r\n]/);
      expect(nextLine(text, at)).toBeGreaterThanOrEqual(lineStop(text, at));
    });
    fc.assert(holds, { seed: 20260301, numRuns: 300 });
  });

  test.each([
    ['below', below, 'a\nx\nb\n'],
    ['above', above, 'x\na\nb\n'],
  ])('new ones stand %s', (_where, put, expected) => {
    expect(applySplices('a\nb\n', [put(whole('a\nb\n'), 0, 'x')])).toBe(expected);
  });

  test.each<readonly [string, string, string, string]>([
    ['one of many', 'a\nb\nc\n', 'b', 'a\nc\n'],
    ['the first', 'a\nb\n', 'a', 'b\n'],
    ['the last', 'a\nb\n', 'b', 'a\n'],
    ['the last without a line end', 'a\nb', 'b', 'a'],
    ['the last without a line end, CRLF', 'a\r\nb', 'b', 'a'],
    ['the only one', 'a', 'a', ''],
    ['one between blank lines, with one of them', 'a\n\nb\n\nc\n', 'b', 'a\n\nc\n'],
    ['one below text, the blank line stays', 'a\nb\n\nc\n', 'b', 'a\n\nc\n'],
  ])('%s is taken away', (_which, text, line, expected) => {
    const from = text.indexOf(line);
    expect(applySplices(text, [withoutLines(whole(text), { from, to: from + 1 })])).toBe(expected);
  });

  test.each<readonly [string, boolean]>([
    ['a\nb', false],
    ['a\n\nb', true],
    ['a\r\n\r\nb', true],
    ['a\r\nb', false],
    ['a\r\rb', true],
    ['a\n \t>\nb', true],
  ])('whether a and b stand apart in %j: %j', (text, expected) => {
    const [a, b]: readonly Place[] = [
      { from: 0, to: 1 },
      { from: text.length - 1, to: text.length },
    ];
    expect(isApart(whole(text), a, b)).toBe(expected);
    expect(isApart(whole(text), b, a)).toBe(expected);
    expect(isApart(whole(text), undefined, b)).toBe(false);
  });
});

describe('what a place stands in', () => {
  const text = '# K\n\n## Timeline\n\n> | Time | Event |\n> |---|---|\n> | 14:05 | Fell |\n\n- one\n  - two\n\nwords\n';
  test.each([
    ['Fell', { section: 2, column: 1 }, 'table'],
    ['Event', { section: 2, column: 1, row: null }, 'table'],
    ['two', { section: 2, column: -1 }, 'paragraph'],
    ['words', { section: 2, item: null, table: null }, 'paragraph'],
  ])('%s', (words, expected, kind) => {
    const from = text.indexOf(words);
    const standing = standingOf(whole(text), { from, to: from + words.length });
    expect(standing).toMatchObject(expected);
    expect(standing.block?.kind).toBe(kind);
  });
});

describe('a page of parts', () => {
  const text = Array.from(
    { length: 6 },
    (_each, index) => `## Part ${index}\n\n${`Words of part ${index}. `.repeat(20)}\n\n`,
  ).join('');
  const sections = read(text).sections.filter(({ kind }) => kind === 'heading');
  const parts = [sections[0], sections[3], sections[5]].map((section) => ({
    from: section?.from ?? 0,
    to: section?.to ?? 0,
  }));
  const page = pageOf(read(text), parts, {});

  test('holds them one behind the other', () => {
    expect(page.text).toBe(parts.map(({ from, to }) => text.slice(from, to)).join(''));
    expect(page.examined.reading.sections.map(({ heading }) => heading)).toEqual(['', 'Part 0', 'Part 3', 'Part 5']);
  });

  test('knows where a place of the document is on it, or that it is not', () => {
    for (const { from, headingPlace } of [sections[0], sections[3], sections[5]].filter((each) => each !== undefined)) {
      const own = page.toPage(headingPlace);
      expect(page.text.slice(own?.from, own?.to)).toBe(text.slice(headingPlace.from, headingPlace.to));
      expect(page.toPage({ from, to: from + 1 })).not.toBeNull();
    }
    expect(page.toPage(sections[1]?.headingPlace ?? { from: 0, to: 0 })).toBeNull();
  });

  test('brings a splice back to the document', () => {
    const from = page.text.indexOf('Part 3');
    const splice = page.toDocument({ from, to: from + 6, insert: 'Part three' });
    expect(splice).not.toBeNull();
    expect(applySplices(text, splice === null ? [] : [splice])).toBe(text.replace('Part 3', 'Part three'));
  });

  test('takes no splice that reaches over what was left out', () => {
    const from = page.text.indexOf('Part 3') - 5;
    expect(page.toDocument({ from, to: from + 12, insert: '' })).toBeNull();
  });

  test('puts what comes behind a part before the heading of the next', () => {
    const at = page.text.indexOf('## Part 3');
    expect(page.toDocument({ from: at, to: at, insert: '## New\n\n' })).toEqual({
      from: sections[3]?.from,
      to: sections[3]?.from,
      insert: '## New\n\n',
    });
  });

  test('takes no splice on the last line of a part that was cut', () => {
    const [first] = sections;
    const cut = pageOf(
      read(text),
      [
        { from: 0, to: 12 },
        { from: sections[5]?.from ?? 0, to: text.length },
      ],
      {},
    );
    expect(first?.to).toBeGreaterThan(12);
    expect(cut.toDocument({ from: 11, to: 11, insert: 'x' })).toBeNull();
    expect(cut.toDocument({ from: 3, to: 5, insert: 'x' })).not.toBeNull();
  });
});

describe('the window of a change', () => {
  const [, compact = ''] = fixtures.find(([name]) => name === 'seed-compact-filled.md') ?? [];
  const filler = Array.from(
    { length: 300 },
    (_each, index) => `## Note ${index}\n\n${`The kite of note ${index} was seen. `.repeat(8)}\n`,
  ).join('\n');
  const long = `${compact.trimEnd()}\n\n${filler}`;
  const reading = read(long);
  const changes: Readonly<Record<string, Change>> = {
    header: { kind: 'setField', field: 'severity', value: 'SEV1' },
    event: { kind: 'changeEvent', event: { index: 2 }, values: { text: 'x' } },
    newEvent: { kind: 'addEvent', event: { at: '06:00', text: 'x' } },
    action: { kind: 'tickAction', action: { index: 0 } },
    newAction: { kind: 'addAction', action: { text: 'x' } },
    lesson: { kind: 'addLesson', lesson: 'wentWell', text: 'x' },
    pin: { kind: 'pinInstant', instant: 'detected', time: null },
  };

  test.each(Object.entries(changes))('for %s is small and reads as the document does', (_name, change) => {
    const kept = windowFor(reading, change);
    if (kept === null) throw new Error('there should be a window');
    const page = pageOf(reading, kept, {});
    expect(page.text.length).toBeLessThan(long.length / 3);
    expect(readsAlike(page)).toBe(true);
  });

  test('parts lie in the text, in order and apart', () => {
    for (const change of Object.values(changes)) {
      const kept = windowFor(reading, change) ?? [];
      const ends = kept.flatMap(({ from, to }) => [from, to]);
      expect(ends).toEqual(ends.toSorted((a, b) => a - b));
      expect(new Set(ends).size).toBe(ends.length);
      expect(ends.at(-1)).toBeLessThanOrEqual(long.length);
    }
  });

  test('is the whole text where that is short', () => {
    expect(windowFor(read(compact), { kind: 'pinInstant', instant: 'detected', time: null })).toBeNull();
  });

  test('is not trusted where it reads otherwise', () => {
    const page = pageOf(reading, [{ from: 0, to: long.indexOf('\n') + 1 }], {});
    expect(readsAlike(page)).toBe(true);
    const timeline = reading.postmortem.timeline[2]?.place ?? { from: 0, to: 0 };
    expect(readsAlike(pageOf(reading, [timeline], {}))).toBe(false);
  });
});
