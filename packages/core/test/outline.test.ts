import { describe, expect, test } from 'vitest';
import { read, type Section } from '../src/index.ts';

function outline(text: string): readonly Section[] {
  return read(text).sections;
}

/** Each heading with its canonical names. */
function headings(text: string): readonly (readonly [string, ...string[]])[] {
  return outline(text)
    .filter(({ kind }) => kind === 'heading')
    .map(({ heading, names }) => [heading, ...names]);
}

describe('headings and what they name', () => {
  test.each<[string, string, readonly (readonly string[])[]]>([
    [
      'below a title',
      '# Lift stuck\n\n## Summary\n\n## Timeline\n',
      [['Lift stuck'], ['Summary', 'summary'], ['Timeline', 'timeline']],
    ],
    [
      'all of level 1',
      '# Lift stuck\n\n# Summary\n\n# Timeline\n',
      [['Lift stuck'], ['Summary', 'summary'], ['Timeline', 'timeline']],
    ],
    [
      'all of level 1, without a title',
      '# Summary\n\n# Timeline\n',
      [
        ['Summary', 'summary'],
        ['Timeline', 'timeline'],
      ],
    ],
    [
      'a title with the words of a section in it',
      '# Incident summary: Lift stuck on the third floor\n\n## Impact\n',
      [['Incident summary: Lift stuck on the third floor'], ['Impact', 'impact']],
    ],
    [
      'without a title',
      '## Summary\n\n## Impact\n',
      [
        ['Summary', 'summary'],
        ['Impact', 'impact'],
      ],
    ],
    [
      'marks in headings',
      '# Lift\n\n## **Impact** of `lift`\n\n## [Timeline](#t)\n',
      [['Lift'], ['Impact of lift', 'impact'], ['Timeline', 'timeline']],
    ],
    ['closing marks', '# Lift #\n\n## Impact ##\n', [['Lift'], ['Impact', 'impact']]],
    [
      'underlined headings',
      'Lift stuck\n==========\n\nImpact\n------\n\nBad.\n',
      [['Lift stuck'], ['Impact', 'impact']],
    ],
    [
      'duplicated headings',
      '# Lift\n\n## Impact\n\n## Impact\n',
      [['Lift'], ['Impact', 'impact'], ['Impact', 'impact']],
    ],
    ['an unknown heading', '# Lift\n\n## The smell of oil\n', [['Lift'], ['The smell of oil']]],
    ['empty stubs', '# Lift\n\n##\n\n## Impact\n', [['Lift'], [''], ['Impact', 'impact']]],
    ['headings in code are code', '# Lift\n\n```\n## Impact\n```\n\n    ## Timeline\n', [['Lift']]],
    [
      'headings in comments are comments',
      '# Lift\n\n<!--\n## Impact\n-->\n\n## Timeline\n',
      [['Lift'], ['Timeline', 'timeline']],
    ],
    [
      'a line that opens and closes three backticks is no fence',
      '# Lift\n\n```reset```\n\n## Impact\n',
      [['Lift'], ['Impact', 'impact']],
    ],
  ])('%s', (_form, text, expected) => {
    expect(headings(text)).toEqual(expected);
  });

  test.each<[string, string, readonly (readonly string[])[]]>([
    [
      'bold lines',
      '# Lift stuck\n\n**Summary**\n\nIt stood.\n\n**Root cause**\n\nRust.\n',
      [['Lift stuck'], ['Summary', 'summary'], ['Root cause', 'rootCause']],
    ],
    [
      'bold lines with colons',
      '# Lift stuck\n\n**Summary:**\n\nIt stood.\n\n**Root cause:**\n\nRust.\n',
      [['Lift stuck'], ['Summary:', 'summary'], ['Root cause:', 'rootCause']],
    ],
    [
      'plain lines with colons',
      'Summary:\n\nIt stood.\n\nRoot cause:\n\nRust.\n',
      [
        ['Summary:', 'summary'],
        ['Root cause:', 'rootCause'],
      ],
    ],
    [
      'plain lines',
      'Summary\n\nIt stood.\n\nRoot cause\n\nRust.\n',
      [
        ['Summary', 'summary'],
        ['Root cause', 'rootCause'],
      ],
    ],
  ])('where a document has no headings, lines that act as such count: %s', (_form, text, expected) => {
    expect(headings(text)).toEqual(expected);
  });

  test.each([
    '**Resolution:** We restarted it.',
    'Resolution: We restarted it.',
    'Impact: none',
    '**Trigger:** a deploy',
    'The impact was small.',
  ])('a label with its value is no heading: %j', (line) => {
    expect(headings(`# Lift stuck\n\n${line}\n`)).toEqual([['Lift stuck']]);
  });

  test('where there are headings, bold lines are none', () => {
    expect(headings('# Lift\n\n## Impact\n\n**Summary**\n\nText.\n')).toEqual([['Lift'], ['Impact', 'impact']]);
  });
});

describe('sections', () => {
  test.each<[string, string]>([
    ['front matter, preamble, headings', '---\na: b\n---\n\nWords.\n\n# Lift\n\nText.\n\n## Impact\n\nBad.\n'],
    ['a preamble only', 'Words.\n'],
    ['headings only', '# Lift\n## Impact\n### Users'],
    ['nothing', ''],
    ['white space', ' \n\n '],
    ['no final newline', '# Lift\n\n## Impact\n\nBad.'],
    ['CRLF', '# Lift\r\n\r\n## Impact\r\n\r\nBad.\r\n'],
    ['CR', '# Lift\r\r## Impact\r\rBad.\r'],
    ['a byte order mark', '\uFEFF# Lift\n\n## Impact\n'],
    ['front matter only', '---\na: b\n---\n'],
  ])('tile the text: %s', (_form, text) => {
    const sections = outline(text);
    expect(sections[0]?.from).toBe(0);
    expect(sections.at(-1)?.to).toBe(text.length);
    for (const [index, section] of sections.entries())
      expect(section.to).toBe(sections[index + 1]?.from ?? text.length);
  });

  test('a heading holds its own body without the sections below it', () => {
    const text = '# Lift\n\nText.\n\n## Impact\n\nBad.\n\n### Users\n\n40.\n';
    expect(
      outline(text)
        .filter(({ kind }) => kind === 'heading')
        .map(({ from, to }) => text.slice(from, to)),
    ).toEqual(['# Lift\n\nText.\n\n', '## Impact\n\nBad.\n\n', '### Users\n\n40.\n']);
  });

  test('know what they stand under', () => {
    const sections = outline('# Lift\n\n## Impact\n\n### Users\n\n## Timeline\n');
    expect(sections.map(({ heading, parent }) => [heading, sections[parent]?.heading])).toEqual(
      [
        ['', undefined],
        ['Lift', undefined],
        ['Impact', 'Lift'],
        ['Users', 'Impact'],
        ['Timeline', 'Lift'],
      ].slice(sections[0]?.kind === 'heading' ? 1 : 0),
    );
  });

  test('know where their heading’s words stand', () => {
    const text = '# Lift\n\n## **Impact** ##\n';
    expect(
      outline(text)
        .filter(({ level }) => level === 2)
        .map(({ headingPlace: { from, to } }) => text.slice(from, to)),
    ).toEqual(['**Impact**']);
  });

  test('100,000 headings are read', () => {
    expect(headings('# h\n'.repeat(100_000))).toHaveLength(100_000);
  });
});
