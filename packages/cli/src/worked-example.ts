import type { Reading } from '@debrief/core';

const EXAMPLE = /^[^\p{L}]{0,4}(?:example|beispiel|ejemplo|exemple|exemplo|eksempel)\s*[:：—–-]\s*/iu;

/**
 * The worked example below a form, as a text of its own with every line where it was: what stands before it is blank.
 * Null where there is none.
 */
export function workedExample({ text, sections }: Pick<Reading, 'text' | 'sections'>): string | null {
  const example = sections.find(
    ({ from, level, heading }) => from > 0 && level > 0 && level <= 2 && EXAMPLE.test(heading),
  );
  if (example === undefined) return null;
  const { from, to } = example.headingPlace;
  const heading = text.slice(from, to);
  const word = EXAMPLE.exec(heading.replace(/^[#\s]+/, (marks) => ' '.repeat(marks.length)).trimStart())?.[0] ?? '';
  const at = heading.indexOf(word);
  const own = `${heading.slice(0, at)}${' '.repeat(word.length)}${heading.slice(at + word.length)}`;
  return `${text.slice(0, from).replaceAll(/[^\r\n]/g, ' ')}${own}${text.slice(to)}`;
}
