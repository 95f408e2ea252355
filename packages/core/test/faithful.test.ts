import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Place, plainValues, read } from '../src/index.ts';
import { fieldsIn } from './reading.ts';
import { sameTexts, simple } from './same-text.ts';
import { anyText, changedFixtures, fixtures, markdownLike } from './texts.ts';

/** Something that holds for every text: what is found in it, and what should be. */
type Promised = (text: string) => readonly [found: unknown, expected: unknown];

const promises: Readonly<Record<string, Promised>> = {
  'reading never throws and keeps the text, whatever the file is called': (text) => [
    read(text, { fileName: text.slice(0, 40) }).text,
    text,
  ],

  'reading twice is equal': (text) => [read(text), read(text)],

  'a field is written where its first place says': (text) => {
    const wrong = fieldsIn(read(text).postmortem).filter(([, { places, written }]) => {
      const [place] = places;
      return place !== undefined && written !== undefined && text.slice(place.from, place.to) !== written;
    });
    return [wrong, []];
  },

  'what is known has a place, unless only the file name tells it': (text) => {
    const placeless = fieldsIn(read(text, { fileName: 'INC-2026-007-kites.md' }).postmortem).filter(
      ([, field]) => field.state === 'known' && field.source !== 'fileName' && field.places.length === 0,
    );
    return [placeless, []];
  },

  'every place is in the text': (text) => {
    const outside = placesIn(read(text)).filter(
      ({ from, to }) =>
        !(Number.isInteger(from) && Number.isInteger(to) && from >= 0 && from <= to && to <= text.length),
    );
    return [outside, []];
  },

  'the sections tile the text': (text) => {
    const { sections } = read(text);
    const starts = sections.map(({ from }) => from);
    const ends = sections.map(({ to }) => to);
    return [
      [...starts, text.length],
      [0, ...ends],
    ];
  },

  'front matter comes first, then the preamble, then the headings': (text) => {
    const kinds = read(text).sections.map(({ kind }) => kind);
    const order = ['frontMatter', 'preamble', ...kinds.filter((kind) => kind === 'heading')];
    return [kinds, order.filter((kind) => kind === 'heading' || kinds.some((each) => each === kind))];
  },

  'a heading stands in its own section, below a section that came before': (text) => {
    const wrong = read(text).sections.filter(
      ({ kind, from, to, headingPlace, parent }, index) =>
        parent >= index || parent < -1 || (kind === 'heading' && (headingPlace.from < from || headingPlace.to > to)),
    );
    return [wrong, []];
  },

  'messages are in the order of their places': (text) => {
    const starts = read(text).messages.map(({ place }) => place.from);
    return [starts, starts.toSorted((a, b) => a - b)];
  },

  ...Object.fromEntries(
    Object.entries(sameTexts).map(([way, rewritten]): [string, Promised] => [
      `no value changes with ${way}`,
      (given) => {
        const text = simple(given);
        return [plainValues(read(rewritten(text))), plainValues(read(text))];
      },
    ]),
  ),
};

/** Texts that broke a promise once, each cut down to what it takes. */
const ONCE_BROKEN = [
  '- **Severity:** \\\nDate:SEV2',
  '   # Kite down — 2026-03-12\n',
  ' ---\ntitle: "Kite: down"\n---\n',
  '**Date:** March 1, 2026\n',
  'Started: 1 March 2026\n',
  '## Timeline (heure de Nouméa)\n\n- 14:05 - Kite down\n',
  '## Action items\n\n- [ ] **Action 1:** Mend the kite\n',
  '## Action items\n\n- [ ] Mend the kite (Ana Pérez)\n',
  '## Action items\n\n- [ ] Mend the kite.\n  No due date yet.\n',
  'Root cause\n\nThe wind turned.\n',
];

const SEED = 20260301;

describe.each(Object.entries(promises))('%s', (_promise, check) => {
  test.each(fixtures)('in %s', (_name, text) => {
    const [found, expected] = check(text);
    expect(found).toEqual(expected);
  });

  test.each(ONCE_BROKEN)('in %j', (text) => {
    const [found, expected] = check(text);
    expect(found).toEqual(expected);
  });

  // The same texts on each run, and a few that no run had before.
  test.each([
    ['changed fixtures', changedFixtures, 150],
    ['texts like Markdown', markdownLike, 250],
    ['any text', anyText, 150],
  ] as const)(`in %s, seed ${SEED}`, (_name, texts, numRuns) => {
    const holds = fc.property(texts, (text) => {
      const [found, expected] = check(text);
      expect(found).toEqual(expected);
    });
    fc.assert(holds, { seed: SEED, numRuns });
    fc.assert(holds, { numRuns: numRuns / 5 });
  });
});

function placesIn(model: unknown): readonly Place[] {
  if (typeof model !== 'object' || model === null) return [];
  const own = 'from' in model && 'to' in model ? [model as Place] : [];
  return [...own, ...Object.values(model).flatMap(placesIn)];
}
