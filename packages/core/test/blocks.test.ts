import { describe, expect, test } from 'vitest';
import type { Block } from '../src/read/block.ts';
import { blocksOf } from '../src/read/blocks.ts';

/** The block tree in short: `h2 Impact`, `p words`, `ul[a b[ul[c]]]`, `code(sh) make`, `hr`, `quote[…]`. */
function tree(text: string): readonly string[] {
  const slice = ({ from, to }: { from: number; to: number }): string => text.slice(from, to);
  const told = (block: Block): string => {
    if (block.kind === 'heading') return `h${block.level} ${slice(block.content)}`;
    if (block.kind === 'paragraph') return `p ${slice(block)}`;
    if (block.kind === 'table') return `table ${block.header.length}×${block.rows.length}`;
    if (block.kind === 'code') return `code(${block.info}) ${slice(block.content)}`;
    if (block.kind === 'quote') return `quote[${block.children.map(told).join(', ')}]`;
    if (block.kind === 'html') return block.comment ? 'comment' : 'html';
    if (block.kind === 'rule') return 'hr';
    const items = block.items.map(({ ticked, children }) => `${box(ticked)}${children.map(told).join(', ')}`);
    return `${block.ordered ? 'ol' : 'ul'}[${items.join(' | ')}]`;
  };
  return blocksOf(text, 0).blocks.map(told);
}

function box(ticked: boolean | undefined): string {
  if (ticked === undefined) return '';
  return ticked ? '☑' : '☐';
}

describe('headings', () => {
  test.each<[string, readonly string[]]>([
    ['# Title', ['h1 Title']],
    ['## Impact ##', ['h2 Impact']],
    ['### Impact\n', ['h3 Impact']],
    ['###### Deep', ['h6 Deep']],
    ['####### too deep', ['p ####### too deep']],
    ['#NoSpace', ['p #NoSpace']],
    ['##', ['h2 ']],
    ['## C#', ['h2 C#']],
    ['  ## Indented', ['h2 Indented']],
    ['Title\n=====\n', ['h1 Title']],
    ['Impact\n------\n', ['h2 Impact']],
    ['Text\n## Impact', ['p Text', 'h2 Impact']],
    ['## Impact\nText', ['h2 Impact', 'p Text']],
    ['## **Impact** 🎯', ['h2 **Impact** 🎯']],
    ['\\# no heading', ['p \\# no heading']],
  ])('%j', (text, expected) => {
    expect(tree(text)).toEqual(expected);
  });
});

describe('a line of dashes below a label is a rule, not a heading', () => {
  test.each<[string, readonly string[]]>([
    ['**Date:** 2026-03-01\n---\n', ['p **Date:** 2026-03-01', 'hr']],
    ['**Date:** 2026-03-01\n**Severity:** SEV2\n---\n', ['p **Date:** 2026-03-01\n**Severity:** SEV2', 'hr']],
    ['One line of text\nand another\n---\n', ['p One line of text\nand another', 'hr']],
    ['__Owner:__ Ana\n---\n', ['p __Owner:__ Ana', 'hr']],
    ['Text\n\n---\n', ['p Text', 'hr']],
    ['***\n', ['hr']],
    ['- - -\n', ['hr']],
  ])('%j', (text, expected) => {
    expect(tree(text)).toEqual(expected);
  });
});

describe('lists', () => {
  test.each<[string, readonly string[]]>([
    ['- a\n- b\n', ['ul[p a | p b]']],
    ['* a\n* b\n', ['ul[p a | p b]']],
    ['+ a\n+ b\n', ['ul[p a | p b]']],
    ['1. a\n2. b\n', ['ol[p a | p b]']],
    ['1) a\n2) b\n', ['ol[p a | p b]']],
    ['- a\n\n- b\n', ['ul[p a | p b]']],
    ['- a\n  - b\n    - c\n- d\n', ['ul[p a, ul[p b, ul[p c]] | p d]']],
    ['1. a\n   - b\n2. c\n', ['ol[p a, ul[p b] | p c]']],
    ['- a\n  b\n', ['ul[p a\n  b]']],
    ['- a\nb\n', ['ul[p a\nb]']],
    ['- a\n\n  b\n', ['ul[p a, p b]']],
    ['- a\n* b\n', ['ul[p a]', 'ul[p b]']],
    ['Text\n- a\n', ['p Text', 'ul[p a]']],
    ['-\n- b\n', ['ul[ | p b]']],
    ['-a\n', ['p -a']],
  ])('%j', (text, expected) => {
    expect(tree(text)).toEqual(expected);
  });
});

describe('tasks', () => {
  test.each<[string, readonly string[]]>([
    ['- [ ] open\n- [x] done\n- [X] done too\n', ['ul[☐p [ ] open | ☑p [x] done | ☑p [X] done too]']],
    ['1. [x] done\n', ['ol[☑p [x] done]']],
    ['- [ ]\n', ['ul[☐p [ ]]']],
    ['- [x]done\n', ['ul[p [x]done]']],
    ['- [link](x)\n', ['ul[p [link](x)]']],
    ['- a\n  - [x] b\n', ['ul[p a, ul[☑p [x] b]]']],
    ['[x] not in a list\n', ['p [x] not in a list']],
  ])('%j', (text, expected) => {
    expect(tree(text)).toEqual(expected);
  });

  test('the words begin behind the box', () => {
    const text = '- [x]  **Add** an alert\n';
    const [list] = blocksOf(text, 0).blocks;
    expect(list?.kind === 'list' ? text.slice(list.items[0]?.content) : '').toBe('**Add** an alert\n');
  });
});

describe('code', () => {
  test.each<[string, readonly string[]]>([
    ['```sh\nmake\n```\n', ['code(sh) make']],
    ['```\n# no heading\n```\n', ['code() # no heading']],
    ['~~~\n- no list\n~~~\n', ['code() - no list']],
    ['````\n```\ninner\n```\n````\n', ['code() ```\ninner\n```']],
    ['```json title="x"\n{}\n```\n', ['code(json title="x") {}']],
    ['```\n```\n', ['code() ']],
    ['    indented\n', ['code() indented']],
    ['```one line```\n\n## Impact\n', ['p ```one line```', 'h2 Impact']],
    ['- a\n  ```\n  code\n  ```\n', ['ul[p a, code() code]']],
    ['```\nnever closed\n\n## Impact\n', ['code() never closed\n\n## Impact']],
  ])('%j', (text, expected) => {
    expect(tree(text)).toEqual(expected);
  });

  test('a fence that is never closed is reported where it opens', () => {
    const text = 'Text\n\n```\nnever closed\n';
    expect(blocksOf(text, 0).messages).toMatchObject([{ code: 'unclosed-fence', place: { from: 6, to: 9 } }]);
  });

  test.each(['```\nclosed\n```\n', '```closed```\n', '> ```\n> in a quote\n\nText\n'])(
    '%j needs no message',
    (text) => {
      expect(blocksOf(text, 0).messages).toEqual([]);
    },
  );
});

describe('the rest', () => {
  test.each<[string, readonly string[]]>([
    ['> a\n> b\n', ['quote[p a\n> b]']],
    ['> - a\n', ['quote[ul[p a]]']],
    ['<!-- a note -->\n', ['comment']],
    ['<!--\n# no heading\n-->\n', ['comment']],
    ['<details>\n<summary>Logs</summary>\n</details>\n', ['html']],
    ['a\n\nb\n', ['p a', 'p b']],
    ['', []],
    ['\n\n\n', []],
    ['words', ['p words']],
    ['| a | b |\n|---|---|\n| 1 | 2 |\n', ['table 2×1']],
  ])('%j', (text, expected) => {
    expect(tree(text)).toEqual(expected);
  });

  test('link reference definitions are known by name and show nowhere', () => {
    const { blocks, references } = blocksOf(
      'See [the log][log].\n\n[log]: https://x.example/log "Title"\n[Note One]: <https://x.example/one>\n',
      0,
    );
    expect(blocks.map(({ kind }) => kind)).toEqual(['paragraph']);
    expect([...references]).toEqual([
      ['log', 'https://x.example/log'],
      ['note one', 'https://x.example/one'],
    ]);
  });

  test('of two definitions of one name the first counts', () => {
    expect(blocksOf('[a]: https://x.example/1\n\n[a]: https://x.example/2\n', 0).references.get('a')).toBe(
      'https://x.example/1',
    );
  });

  test('places count from the start of the text, also behind front matter', () => {
    const text = '---\na: b\n---\n## Impact\n';
    const [heading] = blocksOf(text, 13).blocks;
    expect(heading).toMatchObject({ kind: 'heading', from: 13, content: { from: 16, to: 22 } });
  });
});
