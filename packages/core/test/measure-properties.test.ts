import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anchorsOf, contradictions, type InstantName, instantNames, isAnchor, measure, read } from '../src/index.ts';
import { context, measured, now, pinned, shortly } from './measured.ts';
import { anyText, changedFixtures, fixtures, markdownLike } from './texts.ts';

const SEED = 20260414;

/** The same examples on each run, and a few that no run had before. */
function always<T>(arbitrary: fc.Arbitrary<T>, holds: (value: T) => void, numRuns = 200): void {
  const property = fc.property(arbitrary, holds);
  fc.assert(property, { seed: SEED, numRuns });
  fc.assert(property, { numRuns: Math.ceil(numRuns / 5) });
}

function promise(text: string): void {
  const reading = read(text);
  const measurements = measure(reading, context);
  const found = contradictions(reading, measurements, context);
  for (const { result, definition, notes, stated, places } of measurements) {
    if (result.state === 'known') expect(Number.isFinite(result.value), definition).toBe(true);
    else if (result.state === 'open')
      expect(Number.isFinite(result.atLeast) && result.atLeast >= 0, definition).toBe(true);
    else expect([/^[a-z][A-Za-z]+$/.test(result.reason), result.message.length > 10], definition).toEqual([true, true]);
    expect(notes.filter((note) => /NaN|undefined|Infinity/.test(note))).toEqual([]);
    if (stated !== undefined) expect(Number.isFinite(stated.tolerance) && stated.tolerance > 0).toBe(true);
    expect(places.filter(({ from, to }) => !(from >= 0 && from <= to && to <= text.length))).toEqual([]);
  }
  for (const { message, places } of found) {
    expect(message).not.toMatch(/NaN|undefined|Infinity/);
    expect(places.filter(({ from, to }) => !(from >= 0 && from <= to && to <= text.length))).toEqual([]);
  }
  const everything = { anchors: anchorsOf(reading, context), measurements, found };
  expect(JSON.parse(JSON.stringify(everything))).toEqual(everything);
  expect(measure(read(text), context)).toEqual(measurements);
}

describe('any text gives numbers or reasons, never a crash', () => {
  test.each(fixtures)('%s', (_name, text) => promise(text));

  test.each([
    ['changed fixtures', changedFixtures, 100],
    ['texts like Markdown', markdownLike, 200],
    ['any text', anyText, 100],
  ] as const)('%s', (_name, texts, numRuns) => always(texts, promise, numRuns));
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
      for (const { from, to, result, metric } of measured(document(minutes, inUtc)).values()) {
        if (from === undefined || to === undefined || result.state !== 'known') continue;
        expect(result.value, metric).toBe(Math.max(0, (to.at - from.at) / 60_000));
        expect(to.instant).not.toBe('closed');
      }
    });
  });

  test('what is open grows with now, and nothing else does', () => {
    const text =
      '# Kites\n\n**Status:** Ongoing\n**Date:** 2026-03-01\n\n## Timeline (UTC)\n\n- 10:00 Outage started\n- 10:05 Alert fired\n';
    always(
      fc.integer({ min: 0, max: 1_000_000 }),
      (later) => {
        const [before, after] = [now, now + later * 60_000].map((at) => measured(text, { now: at }));
        for (const [id, { result }] of before ?? []) {
          const then = after?.get(id)?.result;
          if (result.state === 'open') expect(then).toEqual({ state: 'open', atLeast: result.atLeast + later });
          else expect(then).toEqual(result);
        }
      },
      30,
    );
  });
});
