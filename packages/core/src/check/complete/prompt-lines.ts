import type { Place } from '../../model/index.ts';
import { covering } from '../covering.ts';
import { textLines } from '../text-lines.ts';

/**
 * Lines on which nothing stands but a prompt in square brackets, behind a bullet, a number or a label. Links, boxes,
 * code and comments are none.
 *
 * In a template (`isOwn`) a line of several prompts and masks is one, too: `[Start] to [End]`, `HH:MM UTC`.
 *
 * @example promptLines('- [What we watch now]\n') // [{ from: 2, to: 21 }]
 */
export function promptLines(text: string, isOwn = false): readonly Place[] {
  if (!isOwn && !ENDS_IN_BRACKET.test(text)) return [];
  const isComment = covering(commentsIn(text));
  const defined = definedIn(text);
  return textLines(text).flatMap(({ from, to }) => {
    if (to - from > LONGEST || to - from < SHORTEST) return [];
    const line = text.slice(from, to);
    // Most lines hold nothing of the kind, and a look costs less than a pattern.
    if (!line.includes('[') && !(isOwn && (line.includes('HH:MM') || line.includes('YYYY')))) return [];
    const match = (line.includes('[') ? PROMPT.exec(line) : null) ?? (isOwn ? MASKS.exec(line) : null);
    if (match === null) return [];
    const [, before = '', prompt = ''] = match;
    if (isComment({ from: from + before.length, to: from + before.length + 1 })) return [];
    if (defined.has(prompt.toLowerCase())) return [];
    const start = from + before.length;
    return [{ from: start, to: start + prompt.length }];
  });
}

const LONGEST = 400;
const SHORTEST = 5;

/** Where no line ends so, none is a prompt, and the lines need not be looked at one by one. */
const ENDS_IN_BRACKET = /\][ \t]{0,4}(?:[\r\n]|$)/;

/** `[The dashboard]: https://…` makes a link of `[The dashboard]` anywhere. */
function definedIn(text: string): ReadonlySet<string> {
  return new Set(Array.from(text.matchAll(DEFINITION), ([, label = '']) => label.toLowerCase()));
}

const DEFINITION = /^ {0,3}(\[[^[\]\n]{1,300}\]):/gm;

function commentsIn(text: string): readonly Place[] {
  const comments: Place[] = [];
  for (let from = text.indexOf('<!--'); from >= 0; from = text.indexOf('<!--', from)) {
    const end = text.indexOf('-->', from);
    const to = end < 0 ? text.length : end + 3;
    comments.push({ from, to });
    from = to;
  }
  return comments;
}

/** A prompt has at least two words and begins with a letter: `[08:47]`, `[x]` and `[#12]` are something else. */
const PROMPT =
  /^([ \t>]{0,20}(?:[-*+] |\d{1,3}[.)] )?(?:\[ \] )?(?:\*\*[^*[\]]{1,60}\*\*:? ?|[^*[\]|:]{1,60}: )?)(\[\p{L}[^[\]]{0,30} [^[\]]{1,280}\])[ \t]{0,4}$/u;

/** Nothing but prompts, masked times and what stands between them, behind a bullet or a label. */
const MASKS =
  /^([ \t>]{0,20}(?:[-*+] |\d{1,3}[.)] )?(?:\*\*[^*[\]]{1,60}\*\*:? ?|\p{L}{1,20}: )?)((?:\[[^[\]]{4,280}\]|YYYY-MM-DD(?: HH:MM)?|HH:MM)(?:[ \t]?(?:to|UTC|by|[-–—=,/])?[ \t]?(?:\[[^[\]]{4,280}\]|YYYY-MM-DD|HH:MM|@username|\([^()[\]]{1,40}\)|UTC))*)[ \t]{0,4}$/u;
