import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Blocks, blocksOf } from '../src/read/blocks.ts';
import { cutNesting } from '../src/read/nesting.ts';
import { sourceOf } from '../src/read/source.ts';
import { lezerBlocksOf } from './lezer-blocks.ts';
import { longTexts } from './long-texts.ts';
import { anyText, changedFixtures, fixtures, markdownLike } from './texts.ts';

/** Blocks, references and messages by both parsers, place by place. No difference between them is excused. */
function bothOf(text: string, share = 0): readonly [found: Blocks, expected: Blocks] {
  const { flat } = cutNesting(sourceOf(text).flat);
  const start = Math.floor(share * flat.length);
  return [blocksOf(flat, start), lezerBlocksOf(flat, start)];
}

const root = path.join(import.meta.dirname, '../../..');
const documents = globSync(['docs/**/*.md', '*.md', 'bench/*.md'], { cwd: root });

/** What blocks are made of: marks, their fragments, and the spaces and line ends that decide. */
// oxfmt-ignore
const PIECES = [
  '\n', '\n', '\n', '\n\n', ' ', '  ', '    ', '     ', '\t', '\u00a0',
  '> ', '>', '>\t', '- ', '-', '* ', '+ ', '1. ', '1) ', '2. ', '10. ', '123456789. ', '1234567890. ',
  '# ', '#', '## x ##', '######', '####### ', '---', '===', '***', '___', '- - -',
  '```', '~~~', '```sh', '````', '`', '    code', '|', '| a | b |', '|---|---|', '| 1 | 2 |', 'a|b',
  '<!-- ', '-->', '<!--x-->', '<div>', '</div>', '<details>', '<a href="x">', '<b>', '</b>', '<br/>',
  "<x y=z w 'v'>", '<x y = "z" _w>', '<?php', '?>', '<!DOCTYPE', '<!doctype', '<![CDATA[', ']]>', '>',
  '<pre>', '</pre>', '<Script', '</SCRIPT>', '<h1', '<p/>',
  '[a]: /u', '[a]:', '[b]: <u> "t"', '[a]: /u "t', '[b c]: /u (t)', "'t'", '"t"', '"', '[', ']', '[a\\]', '\\',
  '[x] ', '[ ] ', '(', ')', '/u', 'a', 'word', '**Label:** v', '__x__', 'é', '障害',
];
const assembled = fc.array(fc.constantFrom(...PIECES), { maxLength: 24 }).map((pieces) => pieces.join(''));

const documentTexts = documents.map((file) => [file, readFileSync(path.join(root, file), 'utf8')] as const);
const shortTexts = Object.entries(longTexts).map(([kind, textOf]) => [kind, textOf(2_000)] as const);

describe('the blocks are those that another parser finds', () => {
  test.each([...fixtures, ...documentTexts, ...shortTexts])('in %s', (_name, text) => {
    const [found, expected] = bothOf(text);
    expect(found).toEqual(expected);
  });

  test.each(Object.entries({ assembled, changedFixtures, markdownLike, anyText }))('in %s', (_kind, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        const [found, expected] = bothOf(text);
        expect(found).toEqual(expected);
      }),
      { numRuns: 2_000 },
    );
  });

  test('from any start', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(assembled, share, (text, from) => {
        const [found, expected] = bothOf(text, from);
        expect(found).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });
});
