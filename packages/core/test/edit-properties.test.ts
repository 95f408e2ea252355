import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Change, read } from '../src/index.ts';
import { edit } from '../src/write/index.ts';
import { anyChange, anyValue, faultsOf, faultsOfMany } from './edit-laws.ts';
import { sameTexts, simple } from './same-text.ts';
import { anyText, changedFixtures, fixtures, markdownLike } from './texts.ts';

const SEED = 20260301;

const fixtureText = fc.constantFrom(...fixtures.map(([, text]) => text));
const otherLines = fc
  .tuple(fixtureText, fc.constantFrom(...Object.values(sameTexts)))
  .map(([text, rewritten]) => rewritten(simple(text)));

describe.each([
  ['fixtures', fixtureText, 400],
  ['fixtures with other line ends', otherLines, 200],
  ['changed fixtures', changedFixtures, 200],
  ['texts like Markdown', markdownLike, 200],
  ['any text', anyText, 60],
] as const)('in %s', (_name, texts, numRuns) => {
  test('the reading differs by exactly the change, and everything can be undone', () => {
    const holds = fc.property(texts, anyChange, (text, make) => {
      const reading = read(text);
      const change = make(reading);
      expect(faultsOf(text, change, edit(reading, change))).toEqual([]);
    });
    fc.assert(holds, { seed: SEED, numRuns });
    fc.assert(holds, { numRuns: numRuns / 4 });
  }, 120_000);
});

test('fifty edits one after the other keep all this', () => {
  const holds = fc.property(fixtureText, fc.array(anyChange, { minLength: 50, maxLength: 50 }), (text, changes) => {
    expect(faultsOfMany(text, changes)).toEqual([]);
  });
  fc.assert(holds, { seed: SEED, numRuns: 6 });
  fc.assert(holds, { numRuns: 2 });
}, 120_000);

test('setting the same again changes nothing', () => {
  const holds = fc.property(fixtureText, anyChange, (text, make) => {
    const change = make(read(text));
    if (change.kind !== 'setField' && change.kind !== 'pinInstant' && change.kind !== 'tickAction') return;
    const first = edit(text, change);
    if (!first.ok) return;
    const again = edit(first.reading, change);
    expect(again).toMatchObject({ ok: true, text: first.text, splices: [] });
  });
  fc.assert(holds, { seed: SEED, numRuns: 200 });
  fc.assert(holds, { numRuns: 50 });
}, 120_000);

test('from a text and from its reading the same comes out', () => {
  const holds = fc.property(fixtureText, anyChange, (text, make) => {
    const reading = read(text);
    const change = make(reading);
    expect(JSON.stringify(edit(text, change))).toBe(JSON.stringify(edit(reading, change)));
  });
  fc.assert(holds, { seed: SEED, numRuns: 60 });
}, 120_000);

test('a cell, an item and a front matter value hold what was given', () => {
  const texts = {
    cell: '| Field | Value |\n|---|---|\n| Severity | SEV2 |\n| Commander | Bo |\n',
    item: '- **Severity:** SEV2\n- **Commander:** `bo`\n',
    line: '**Severity**: SEV2 | **Commander**: **Bo** | **Status**: Closed\n',
    frontMatter: '---\nseverity: SEV2\ncommander: "Bo" # on call\n---\n\n# Kites\n',
  };
  const holds = fc.property(fc.constantFrom(...Object.values(texts)), anyValue, (text, value) => {
    const change: Change = { kind: 'setField', field: 'commander', value };
    expect(faultsOf(text, change, edit(text, change))).toEqual([]);
  });
  fc.assert(holds, { seed: SEED, numRuns: 400 });
  fc.assert(holds, { numRuns: 100 });
}, 60_000);
