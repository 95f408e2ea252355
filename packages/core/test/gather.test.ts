import { describe, expect, test } from 'vitest';
import { type Field, type Postmortem } from '../src/index.ts';
import { placeOf, postmortemOf, short } from './reading.ts';

const sections: readonly (readonly [string, (postmortem: Postmortem) => Field<string>])[] = [
  ['Summary', ({ summary }) => summary],
  ['Impact', ({ impact }) => impact.text],
  ['Root cause', ({ causes }) => causes.root],
  ['Resolution', ({ resolution }) => resolution.text],
  ['Detection', ({ detection }) => detection.how],
  ['Prevention', ({ prevention }) => prevention.text],
  ['Lessons learned', ({ lessons }) => lessons.text],
  ['Background', ({ background }) => background],
];

describe.each(sections)('the text of “%s”', (heading, textOf) => {
  const field = (body: string): Field<string> =>
    textOf(postmortemOf(`# Lift stuck\n\n## ${heading}\n\n${body}\n\n## Glossary\n\n- lift: a car\n`));

  test('is everything from its first block to its last', () => {
    expect(field('The **lift** stood still.\n\nFor `2` hours.')).toMatchObject({
      state: 'known',
      value: 'The lift stood still. For 2 hours.',
      source: 'text',
    });
  });

  test('knows its place', () => {
    const text = `# Lift stuck\n\n## ${heading}\n\nThe **lift** stood still.\n`;
    expect(textOf(postmortemOf(text))).toMatchObject({
      written: 'The **lift** stood still.',
      places: [placeOf(text, 'The **lift** stood still.')],
    });
  });

  test('leaves comments at its edges out', () => {
    expect(short(field('<!-- say what -->\n\nThe lift stood still.\n\n<!-- more -->'))).toBe('The lift stood still.');
  });

  test.each<[string, string]>([
    ['one placeholder', '[Describe what happened]'],
    ['placeholders in a list', '- [List things]\n- [More things]'],
    ['placeholders in paragraphs', '[One]\n\n[Two]'],
    ['labels whose values are placeholders', '- **Users**: [Number]\n- **Revenue**: $X'],
    ['TBD', 'TBD'],
    ['a comment', '<!-- fill in -->'],
    ['nothing', ''],
    ['a rule', '---'],
  ])('is unknown where it holds only %s', (_form, body) => {
    expect(field(body).state).toBe('unknown');
  });
});

test('of two sections of one name the first that says something counts', () => {
  expect(
    short(
      postmortemOf('# Lift stuck\n\n## Impact\n\n[TBD]\n\n## Customer impact\n\nNobody could go up.\n').impact.text,
    ),
  ).toBe('Nobody could go up.');
});
