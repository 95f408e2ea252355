import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  anchorsOf,
  contradictions,
  type InstantName,
  instantNames,
  isAnchor,
  measure,
  read,
  type Result,
} from '../src/index.ts';
import { context, measured, now, pinned, shortly } from './measured.ts';
import { anyText, changedFixtures, fixtures, markdownLike } from './texts.ts';

const SEED = 20260414;

/** The same examples on each run, and a few that no run had before. */
function always<T>(arbitrary: fc.Arbitrary<T>, holds: (value: T) => void, numRuns = 200): void {
  const property = fc.property(arbitrary, (value) => {
    holds(value);
  });
  fc.assert(property, { seed: SEED, numRuns });
  fc.assert(property, { numRuns: Math.ceil(numRuns / 5) });
}

/** What is wrong with the measurements of a text, in words; nothing, whatever the text is. */
function faultsIn(text: string): readonly string[] {
  const reading = read(text);
  const measurements = measure(reading, context);
  const found = contradictions(reading, measurements, context);
  const all = { anchors: anchorsOf(reading, context), measurements, found };
  const places = [...measurements, ...found].flatMap((each) => each.places);
  const words = [...measurements.flatMap(({ notes }) => notes), ...found.map(({ message }) => message)];
  return [
    ...measurements.flatMap(({ result, definition }) => (isSound(result) ? [] : [definition])),
    ...measurements.flatMap(({ stated, definition }) =>
      stated === undefined || (Number.isFinite(stated.tolerance) && stated.tolerance > 0)
        ? []
        : [`${definition} stated`],
    ),
    ...words.filter((word) => /NaN|undefined|Infinity/.test(word)),
    ...places
      .filter(({ from, to }) => !(from >= 0 && from <= to && to <= text.length))
      .map(({ from, to }) => `${from}–${to} is outside`),
    ...(JSON.stringify(JSON.parse(JSON.stringify(all))) === JSON.stringify(all) ? [] : ['does not survive JSON']),
    ...(JSON.stringify(measure(read(text), context)) === JSON.stringify(measurements)
      ? []
      : ['differs when measured again']),
  ];
}

function isSound(result: Result): boolean {
  if (result.state === 'known') return Number.isFinite(result.value);
  if (result.state === 'open') return Number.isFinite(result.atLeast) && result.atLeast >= 0;
  return /^[a-z][A-Za-z]+$/.test(result.reason) && result.message.length > 10;
}

describe('any text gives numbers or reasons, never a crash', () => {
  test.each(fixtures)('%s', (_name, text) => {
    expect(faultsIn(text)).toEqual([]);
  });

  test.each([
    ['changed fixtures', changedFixtures, 100],
    ['texts like Markdown', markdownLike, 200],
    ['any text', anyText, 100],
  ] as const)('%s', (_name, texts, numRuns) => {
    always(texts, (text) => expect(faultsIn(text)).toEqual([]), numRuns);
  });
});

/** Minutes after the start of 2026 for some of the instants; `closed` is never the end of anything. */
const times = fc.dictionary(fc.constantFrom(...instantNames), fc.integer({ min: 0, max: 500_000 }), { maxKeys: 14 });
const START = Date.UTC(2026, 0, 1);

function document(minutes: Readonly<Record<string, number>>, write: (at: number) => string): string {
  const written = Object.entries(minutes).map(([name, minute]) => [name, write(START + minute * 60_000)] as const);
  return pinned(Object.fromEntries(written) as Partial<Record<InstantName, string>>);
}

const inUtc = (at: number): string => new Date(at).toISOString().replace(/:00\.000Z$/, 'Z');

function atOffset(offset: number): (at: number) => string {
  const sign = offset < 0 ? '-' : '+';
  const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60].map((part) =>
    String(part).padStart(2, '0'),
  );
  return (at) => inUtc(at + offset * 60_000).replace('Z', `${sign}${hours}:${minutes}`);
}

/** The clock of a place, which a document writes without its distance from UTC. */
function localIn(zone: string): (at: number) => string {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  return (at) => format.format(at);
}

function numbers(text: string, zone: string | null = null): readonly (readonly [string, number | string])[] {
  return [...measured(text, { zone, now: START + 10 ** 12 })].map(([id, measurement]) => [id, shortly(measurement)]);
}

describe('elapsed time is elapsed time', () => {
  test('shifting all clocks by the same amount changes nothing', () => {
    always(fc.tuple(times, fc.integer({ min: -1_000_000, max: 1_000_000 })), ([minutes, shift]) => {
      expect(numbers(document(minutes, (at) => inUtc(at + shift * 60_000)))).toEqual(numbers(document(minutes, inUtc)));
    });
  });

  test('so does writing each clock with another distance from UTC', () => {
    const offset = fc.integer({ min: -11, max: 13 }).map((hours) => hours * 60 + 30);
    always(fc.tuple(times, fc.array(offset, { minLength: 1, maxLength: 14 })), ([minutes, offsets]) => {
      let at = 0;
      const mixed = document(minutes, (instant) => {
        at += 1;
        return atOffset(offsets[at % offsets.length] ?? 0)(instant);
      });
      expect(numbers(mixed)).toEqual(numbers(document(minutes, inUtc)));
    });
  });

  test.each(['America/New_York', 'Europe/Berlin', 'Australia/Sydney', 'Asia/Kolkata', 'America/St_Johns'])(
    'and writing them as the clocks of %s, but for the hour that comes twice',
    (zone) => {
      always(times, (minutes) => {
        const text = document(minutes, localIn(zone));
        const anchors = Object.values(anchorsOf(read(text), { zone })).filter(isAnchor);
        fc.pre(anchors.every(({ notes }) => notes.length === 0));
        expect(numbers(text, zone)).toEqual(numbers(document(minutes, inUtc)));
      });
    },
  );

  test('a duration is the difference of its anchors, and never negative', () => {
    always(times, (minutes) => {
      const wrong = [...measured(document(minutes, inUtc)).values()].filter(({ from, to, result }) => {
        if (from === undefined || to === undefined || result.state !== 'known') return false;
        return result.value !== Math.max(0, (to.at - from.at) / 60_000) || to.instant === 'closed';
      });
      expect(wrong).toEqual([]);
    });
  });

  test('what is open grows with now, and nothing else does', () => {
    const text =
      '# Kites\n\n**Status:** Ongoing\n**Date:** 2026-03-01\n\n## Timeline (UTC)\n\n- 10:00 Outage started\n- 10:05 Alert fired\n';
    always(
      fc.integer({ min: 0, max: 1_000_000 }),
      (later) => {
        const [before, after] = [now, now + later * 60_000].map((at) => measured(text, { now: at }));
        const expected = [...(before ?? [])].map(([id, { result }]) => [
          id,
          result.state === 'open' ? { state: 'open', atLeast: result.atLeast + later } : result,
        ]);
        expect([...(after ?? [])].map(([id, { result }]) => [id, result])).toEqual(expected);
      },
      30,
    );
  });
});
