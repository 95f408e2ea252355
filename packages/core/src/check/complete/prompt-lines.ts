import type { Place } from '../../model/index.ts';
import { textLines } from '../text-lines.ts';

/**
 * Lines on which nothing stands but a prompt in square brackets, behind a bullet, a number or a label. Links, boxes and
 * code are none.
 *
 * @example promptLines('- [What we watch now]\n') // [{ from: 2, to: 21 }]
 */
export function promptLines(text: string): readonly Place[] {
  if (!text.includes('[')) return [];
  return textLines(text).flatMap(({ from, to }) => {
    const open = text.indexOf('[', from);
    if (open < 0 || open >= to || to - from > LONGEST) return [];
    const match = PROMPT.exec(text.slice(from, to));
    const [, before = '', prompt = ''] = match ?? [];
    if (match === null || text.includes(`${prompt}:`)) return [];
    const start = from + before.length;
    return [{ from: start, to: start + prompt.length }];
  });
}

const LONGEST = 400;

/** A prompt has at least two words and begins with a letter: `[08:47]`, `[x]` and `[#12]` are something else. */
const PROMPT =
  /^([ \t>]{0,20}(?:[-*+] |\d{1,3}[.)] )?(?:\[ \] )?(?:\*\*[^*[\]]{1,60}\*\*:? ?|[^*[\]|:]{1,60}: )?)(\[\p{L}[^[\]]{0,30} [^[\]]{1,280}\])[ \t]{0,4}$/u;
