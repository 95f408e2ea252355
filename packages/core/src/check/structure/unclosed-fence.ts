import type { Splice } from '../../model/index.ts';
import type { Checked, Hit, Rule } from '../rule.ts';
import { reported } from './reported.ts';

/**
 * Looks for a block of code that is never closed.
 *
 * @finds document: # Lift stuck\n\n```\nlift --status\n\n## Summary\n\nIt stood.\n
 * @finds document: # Lift stuck\n\n~~~ sh\nlift --status\n
 * @passes document: # Lift stuck\n\n```\nlift --status\n```\n\n## Summary\n\nIt stood.\n
 * @passes document: # Lift stuck\n\nRun ```lift --status``` to see it.\n
 */
export const unclosedFence: Rule = {
  id: 'structure/unclosed-fence',
  about: 'A block of code that is never closed.',
  reason: 'Everything below it shows as code and is not read.',
  question: 'Where does the code end?',
  levels: { draft: 'warning', review: 'error', published: 'error' },
  find: unclosedFences,
};

const unclosed = reported('unclosed-fence');

function unclosedFences(document: Checked): readonly Hit[] {
  return unclosed(document).map((hit) => {
    const closing = closingOf(document.reading.text, hit.place.from);
    return closing === null ? hit : { ...hit, fix: [closing] };
  });
}

/** Code at the end of a document that is longer than this may well hold prose. */
const LONGEST = 4_000;

/**
 * The fence that is missing, where it can only stand at the end: the document ends with the code, without an empty line or
 * a heading that might begin something else.
 */
function closingOf(text: string, from: number): Splice | null {
  const fence = /^(?:`{3,40}|~{3,40})(?![`~])/.exec(text.slice(from, from + 50))?.[0];
  if (fence === undefined || text.length - from > LONGEST) return null;
  const rest = text.slice(from);
  const [end] = /\r\n|\n|\r/.exec(rest) ?? [];
  const code = /[\r\n]$/.test(rest) ? rest.replace(/(?<![ \t\r\n])[ \t\r\n]+$/, '') : rest;
  const lines = code.split(/\r\n|\n|\r/).slice(1);
  const isCode = lines.length > 0 && lines.every((line) => line.trim() !== '' && !/^ {0,3}#{2,6}[ \t]/.test(line));
  return end === undefined || !isCode
    ? null
    : { from: from + code.length, to: from + code.length, insert: end + fence };
}
