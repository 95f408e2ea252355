import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Place, type Splice } from '../src/index.ts';
import { applySplices, carry, invert } from '../src/write/index.ts';
import { splicesFor } from './splices-for.ts';

function place(from: number, to: number): Place {
  return { from, to };
}

describe('carrying a place', () => {
  test.each<readonly [string, Place, readonly Splice[], Place | null]>([
    ['nothing happens', place(2, 5), [], place(2, 5)],
    ['something comes before', place(2, 5), [{ from: 0, to: 1, insert: 'xyz' }], place(4, 7)],
    ['something comes behind', place(2, 5), [{ from: 6, to: 7, insert: '' }], place(2, 5)],
    ['something is inserted right before', place(2, 5), [{ from: 2, to: 2, insert: 'xx' }], place(4, 7)],
    ['something is inserted right behind', place(2, 5), [{ from: 5, to: 5, insert: 'xx' }], place(2, 5)],
    ['something is inserted within', place(2, 5), [{ from: 3, to: 3, insert: 'xx' }], place(2, 7)],
    ['something within is taken away', place(2, 6), [{ from: 3, to: 5, insert: '' }], place(2, 4)],
    ['its front is replaced', place(2, 6), [{ from: 0, to: 4, insert: 'x' }], place(1, 3)],
    ['its end is replaced', place(2, 6), [{ from: 4, to: 8, insert: 'x' }], place(2, 4)],
    ['its first characters are replaced', place(2, 6), [{ from: 2, to: 4, insert: 'x' }], place(2, 5)],
    ['its last characters are replaced', place(2, 6), [{ from: 4, to: 6, insert: 'x' }], place(2, 5)],
    ['all of it is replaced', place(2, 5), [{ from: 2, to: 5, insert: 'x' }], null],
    ['more than it is replaced', place(2, 5), [{ from: 1, to: 6, insert: 'x' }], null],
    [
      'both its ends are replaced',
      place(2, 6),
      [
        { from: 0, to: 3, insert: '' },
        { from: 5, to: 8, insert: '' },
      ],
      place(0, 2),
    ],
    ['it is empty and stays', place(2, 2), [{ from: 3, to: 4, insert: '' }], place(2, 2)],
    ['it is empty and something is inserted there', place(2, 2), [{ from: 2, to: 2, insert: 'xx' }], place(4, 4)],
    ['it is empty and what was around is gone', place(2, 2), [{ from: 1, to: 4, insert: 'x' }], null],
    ['what ends at it is taken away', place(2, 5), [{ from: 0, to: 2, insert: '' }], place(0, 3)],
  ])('when %s', (_when, one, splices, expected) => {
    expect(carry([one], splices)).toEqual([expected]);
  });

  test('splices that overlap are wrong use', () => {
    expect(() =>
      carry(
        [],
        [
          { from: 0, to: 2, insert: '' },
          { from: 1, to: 3, insert: '' },
        ],
      ),
    ).toThrow(RangeError);
  });
});

const placesIn = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(8)), { maxLength: 6 });

function made(text: string, drafts: readonly (readonly [number, number])[]): readonly Place[] {
  return drafts.map(([share, length]) => {
    const from = Math.floor(share * text.length);
    return place(from, Math.min(text.length, from + length));
  });
}

/** What stays of a place, character by character: those that no splice replaces. */
function kept(text: string, { from, to }: Place, splices: readonly Splice[]): string {
  const stays = (at: number): boolean => !splices.some((splice) => splice.from <= at && at < splice.to);
  return Array.from({ length: to - from }, (_each, index) => from + index)
    .filter(stays)
    .map((at) => text[at])
    .join('');
}

/** What is wrong with some carried places; an empty list where all is well. */
function faultsOfCarried(text: string, splices: readonly Splice[], places: readonly Place[]): readonly string[] {
  const edited = applySplices(text, splices);
  const carried = carry(places, splices);
  return places.flatMap((one, index) => {
    const now = carried[index] ?? null;
    const left = kept(text, one, splices);
    if (now === null) return left === '' ? [] : [`“${left}” was left, but its place is gone`];
    const own = edited.slice(now.from, now.to);
    const isUntouched = splices.every(
      ({ from, to }) => (to <= one.from && (from < to || from <= one.from)) || from >= one.to,
    );
    const isInside = now.from >= 0 && now.from <= now.to && now.to <= edited.length;
    return [
      ...(isInside ? [] : ['it lies outside of the text']),
      ...(isUntouched && one.to > one.from && own !== text.slice(one.from, one.to)
        ? ['an untouched place says something else']
        : []),
      ...(holdsInOrder(own, left) ? [] : [`“${own}” does not hold “${left}”`]),
    ];
  });
}

/** Whether a text has all characters of another one, in their order. */
function holdsInOrder(text: string, wanted: string): boolean {
  let at = 0;
  for (const character of wanted.split('')) {
    at = text.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

describe('laws', () => {
  test('an untouched place keeps its text, a clipped one what is left, a lost one nothing', () => {
    const holds = fc.property(fc.string({ maxLength: 40 }), splicesFor, placesIn, (text, make, drafts) => {
      expect(faultsOfCarried(text, make(text), made(text, drafts))).toEqual([]);
    });
    fc.assert(holds, { seed: 20260301, numRuns: 1_000 });
    fc.assert(holds, { numRuns: 200 });
  });

  test('there and back again an untouched place is where it was', () => {
    const back = fc.property(fc.string({ maxLength: 40 }), splicesFor, placesIn, (text, make, drafts) => {
      const splices = make(text);
      for (const one of made(text, drafts)) {
        const isFar = splices.every(({ from, to }) => to < one.from || from > one.to);
        if (!isFar) continue;
        const [there] = carry([one], splices);
        expect(carry([there ?? place(0, 0)], invert(text, splices))).toEqual([one]);
      }
    });
    fc.assert(back, { seed: 20260301, numRuns: 500 });
  });

  test('places keep their order', () => {
    const ordered = fc.property(fc.string({ maxLength: 40 }), splicesFor, placesIn, (text, make, drafts) => {
      const places = made(text, drafts).toSorted((a, b) => a.from - b.from);
      const starts = carry(places, make(text)).flatMap((one) => (one === null ? [] : [one.from]));
      expect(starts).toEqual(starts.toSorted((a, b) => a - b));
    });
    fc.assert(ordered, { seed: 20260301, numRuns: 500 });
  });

  test('many places and splices take little time', () => {
    const places = Array.from({ length: 20_000 }, (_each, index) => place(index * 10, index * 10 + 5));
    const splices = Array.from({ length: 20_000 }, (_each, index) => ({
      from: index * 10 + 7,
      to: index * 10 + 8,
      insert: 'xx',
    }));
    const carried = carry(places, splices);
    expect(carried[19_999]).toEqual(place(199_990 + 19_999, 199_995 + 19_999));
  });
});
