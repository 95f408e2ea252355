import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { offsetIn, type ProseBlock, proseOf, read } from '../src/index.ts';
import { sameTexts, simple } from './same-text.ts';
import { anyText, changedFixtures, fixtures, markdownLike } from './texts.ts';

const SEED = 20260301;

function prose(text: string): readonly ProseBlock[] {
  return proseOf(read(text));
}

function texts(text: string): readonly string[] {
  return prose(text).map((block) => block.text);
}

/** Where a block does not say what stands in the document. */
function misplacedUnits(text: string): readonly string[] {
  return prose(text).flatMap((block) => {
    const offsets = Array.from({ length: block.text.length + 1 }, (_none, unit) => offsetIn(block, unit));
    const wrong = offsets
      .slice(0, -1)
      .findIndex((offset, at) => text[offset] !== block.text[at] && !/\s/u.test(block.text[at] ?? ''));
    const isUpward = offsets.every((offset, at) => at === 0 || offset > (offsets[at - 1] ?? -1));
    const hasStart = block.runs[0]?.at === 0 && block.runs.every(({ at }) => at < block.text.length);
    const fits = hasStart && (offsets.at(-1) ?? 0) <= text.length;
    return wrong < 0 && isUpward && fits ? [] : [`${wrong} in “${block.text}”`];
  });
}

describe('what is prose', () => {
  test.each([
    [
      'marks go, words stay',
      'The **pool** of _kites_ ~~fell~~ [down](https://x.example/a).',
      'The pool of kites fell down.',
    ],
    ['code is a word of one character', 'The `failed to fly` call and ``a`b`` stayed.', 'The ` call and ` stayed.'],
    ['an address leaves a gap', 'See https://kites.example/should/have and wait.', 'See and wait.'],
    ['a quoted sentence leaves its mark', 'Ana said “I should have called sooner” and “we wait”.', 'Ana said “ and “.'],
    ['a quoted term stays', 'The "safe mode" flag was off.', 'The "safe mode" flag was off.'],
    ['comments and tags', 'One <!-- should have --> two<br>three <code>we failed to</code> end', 'One two three < end'],
    ['pictures and notes', 'Fell ![we failed to](a.png) at noon[^1].', 'Fell at noon.'],
    ['escapes and entities', 'A\\*b &amp; c &quot;d', 'A*b & c d'],
    ['lines are joined', 'one\ntwo\nthree', 'one two three'],
    ['snake case stays', 'the max_idle_time of it', 'the max_idle_time of it'],
    ['a placeholder in a sentence', 'It fell and [Name of person] came.', 'It fell and came.'],
  ])('%s', (_name, text, expected) => {
    expect(texts(`## Notes\n\n${text}\n`)).toEqual([expected]);
  });

  test.each([
    ['headings', '# We failed to fly\n\n## Who did it\n'],
    ['code', '```\nwe failed to\n```\n\n    we failed to\n'],
    ['quotes', '> "I should have paged," she said.\n'],
    ['front matter', '---\nsummary: we failed to\n---\n'],
    ['placeholders', '[Name]\n\n- [Issue 1]\n\n| A | B |\n|---|---|\n| [x y] | TBD |\n'],
    ['HTML and comments', '<!-- we failed to -->\n\n<div>\nwe failed to\n</div>\n'],
    ['labels', '**Why didn’t we catch it earlier?**\n'],
    ['header cells', '| What we missed | Who |\n|---|---|\n'],
    [
      'lines of a log',
      '2026-03-01T10:00:01Z ERROR we failed to connect\nERROR: we failed to connect\nlevel=warn msg="failed to" at=3 by=4\n',
    ],
  ])('without %s', (_name, text) => {
    expect(texts(text)).toEqual([]);
  });

  test('kinds, sections and what they are about', () => {
    const text =
      '# Kite down\n\n**Impact:** Many fell.\n\n## Root cause\n\nThe wind.\n\n### Deeper\n\n- Rain\n\n## Lessons\n\n| a | b |\n|---|---|\n| c | d |\n';
    expect(prose(text).map(({ section, kind, names, text: words }) => [section, kind, names, words])).toEqual([
      [1, 'value', ['impact'], 'Many fell.'],
      [2, 'paragraph', ['rootCause'], 'The wind.'],
      [3, 'item', ['rootCause'], 'Rain'],
      [4, 'cell', ['lessons'], 'c'],
      [4, 'cell', ['lessons'], 'd'],
    ]);
  });

  test('a label alone on its line says what the blocks below are about', () => {
    const text = '## Analysis\n\n**Contributing factors:**\n\n- Wind\n\n**Action items:**\n\n- Fly\n';
    expect(prose(text).map(({ names }) => names)).toEqual([['contributingFactors'], ['actionItems']]);
  });
});

describe('every unit stands where it says', () => {
  test.each(fixtures)('in %s', (_name, text) => {
    expect(misplacedUnits(text)).toEqual([]);
  });

  test.each([
    '\uFEFF# 🚨\r\n\r\nThe 🪁 **fell**\r\ndown 障害の`x`根本原因 “I, we”.\r\n',
    '| a | b |\r\n|---|---|\r\n| 🚨 *x* | \\| y |\r\n',
    '- 日本 [語](x)\r  - &amp; é\u0301\r',
  ])('in %j', (text) => {
    expect(misplacedUnits(text)).toEqual([]);
    expect(texts(text).length).toBeGreaterThan(0);
  });

  test.each([
    ['changed fixtures', changedFixtures, 150],
    ['texts like Markdown', markdownLike, 250],
    ['any text', anyText, 150],
  ] as const)(`in %s, seed ${SEED}`, (_name, arbitrary, numRuns) => {
    const holds = fc.property(arbitrary, (text) => {
      expect(misplacedUnits(text)).toEqual([]);
    });
    fc.assert(holds, { seed: SEED, numRuns });
    fc.assert(holds, { numRuns: numRuns / 5 });
  });

  test.each(Object.entries(sameTexts))('with %s the words are the same', (_way, rewritten) => {
    for (const [, text] of fixtures) {
      const plain = simple(text);
      expect(texts(rewritten(plain))).toEqual(texts(plain));
    }
  });
});

test.each(['[', '“', '`', '<a ', '*', '{{', 'https://', '&', '[a](', '"a b '])('%j thirty thousand times', (part) => {
  const text = `x ${part.repeat(30_000)}`;
  const start = performance.now();
  proseOf(read(text));
  expect(performance.now() - start).toBeLessThan(2_000);
});

test('a reading that came as JSON gives the same prose', () => {
  for (const text of [
    ...fixtures.slice(0, 20).map(([, written]) => written),
    '\uFEFF---\ntitle: Kite down\n---\n\nThe kite fell.\r\n',
  ]) {
    const reading = read(text);
    expect(proseOf(JSON.parse(JSON.stringify(reading)))).toEqual(proseOf(reading));
  }
});
