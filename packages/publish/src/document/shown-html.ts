import { textNode, type TreeNode } from './tree.ts';

/** Tags that only dress or fold what stands between them: they go, and their words stay. */
const HARMLESS = new Set(
  'a abbr b big center cite code dd del details div dl dt em font h1 h2 h3 h4 h5 h6 i ins kbd li mark ol p pre q s samp section small span strong sub summary sup table tbody td th thead tr tt u ul var'.split(
    ' ',
  ),
);

/** One comment or tag. Every part ends at a character that the part before cannot hold, so nothing is tried twice. */
const PIECE = /<!--(?:(?!<!--)[^])*?-->|<(\/?)([a-zA-Z][a-zA-Z0-9]{0,15})((?:\s[^<>]*)?)>/g;

/**
 * HTML that stands in a Markdown text, as text: comments go, tags that only dress their words leave the words, and what
 * could do anything else is shown as it was written. Nothing of it becomes HTML.
 *
 * @param isBlock whether it stands on lines of its own
 */
export function shownHtml(html: string, { isBlock }: { readonly isBlock: boolean }): TreeNode[] {
  const bare = withoutComments(html);
  const words: string[] = [];
  let at = 0;
  for (const piece of bare.matchAll(PIECE)) {
    words.push(bare.slice(at, piece.index));
    at = piece.index + piece[0].length;
    const name = (piece[2] ?? '').toLowerCase();
    if (name === 'br' || name === 'hr') words.push('\n');
    else if (!isPlain(name, piece[3] ?? '')) words.push(piece[0]);
  }
  words.push(bare.slice(at));
  const lines = words
    .join('')
    .split('\n')
    .map((line) => (isBlock ? line.trim() : line));
  const shown = isBlock ? lines.filter((line) => line !== '') : lines;
  const nodes = shown.flatMap((line, index) => [...(index === 0 ? [] : [{ type: 'break' }]), textNode(line)]);
  if (!isBlock) return nodes.filter(({ value }) => value !== '');
  return nodes.length === 0 ? [] : [{ type: 'paragraph', children: nodes }];
}

/** Also a comment that nothing closes. */
function withoutComments(html: string): string {
  const parts: string[] = [];
  let at = 0;
  for (let from = html.indexOf('<!--'); from >= 0; from = html.indexOf('<!--', at)) {
    parts.push(html.slice(at, from));
    const end = html.indexOf('-->', from + 4);
    at = end < 0 ? html.length : end + 3;
  }
  return parts.join('') + html.slice(at);
}

/** Attributes that load, run or lead somewhere are worth seeing. */
function isPlain(name: string, attributes: string): boolean {
  return HARMLESS.has(name) && !/\b(?:on[a-z]+|href|src|style|formaction)\b/i.test(attributes);
}
