import { SPACE } from './character-codes.ts';
import { isWhite } from './white-space.ts';

/** The names of link reference definitions, folded to lower case, with the place each points to. */
export type References = ReadonlyMap<string, string>;

const NO_REFERENCES: References = new Map();
const LOOSE_SPACE = /[^\S ]| {2}/;
export const TAG =
  /^<\/?(?:a|b|i|u|s|p|q|br|hr|em|li|ul|ol|td|th|tr|h[1-6]|del|div|img|ins|kbd|sub|sup|code|font|mark|span|small|strong|strike|summary|details|center|table|tbody|thead|pre|blockquote|samp|var|abbr)(?:\s[^<>]{0,2000})?\/?>/i;
const AUTOLINK = /^<((?:https?|ftp|mailto):[^\s<>]{1,2000}|[^\s<>@]{1,100}@[^\s<>@]{1,200})>/i;
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  mdash: '—',
  ndash: '–',
  hellip: '…',
};
const PUNCTUATION = /[!-/:-@[-`{-~]/;
/** A bullet where a line of several list items begins; a paragraph has none. */
const BULLET = /^[-*+]\s\S/;
const WORD = /[\p{L}\p{N}]/u;

/**
 * A stretch of Markdown as a reader sees it: marks removed, links as their words, line breaks as one space. Code spans
 * keep their content to the letter. Link reference definitions decide whether `[words]` is a link.
 *
 * @example plain('**Fix** the [pool](https://x.example) of `a_b`') // 'Fix the pool of a_b'
 */
export function plain(markdown: string, references: References = NO_REFERENCES): string {
  const words = nextMark(markdown, 0) < markdown.length ? unmark(markdown, references, 0) : markdown;
  return LOOSE_SPACE.test(words) ? words.replace(/\s+/g, ' ').trim() : words.trim();
}

const IS_MARK = Uint8Array.from({ length: 128 }, (_none, code) =>
  '*_`~[]<>&\\\n!^'.includes(String.fromCharCode(code)) ? 1 : 0,
);

/**
 * Whether a stretch of Markdown reads as it is written: no marks, and no white space but single spaces between words.
 * Looking at the whole text is faster than at a part of it.
 */
export function isPlain(flat: string, from: number, to: number): boolean {
  let before = SPACE;
  for (let at = from; at < to; at += 1) {
    const code = flat.charCodeAt(at);
    if (code === SPACE ? before === SPACE : IS_MARK[code] === 1 || isWhite(code)) return false;
    before = code;
  }
  return before !== SPACE;
}

/** Where the next character stands that may be a mark; the length of the text where none does. */
function nextMark(text: string, from: number): number {
  let at = from;
  while (at < text.length && IS_MARK[text.charCodeAt(at)] !== 1) at += 1;
  return at;
}

function unmark(text: string, references: References, depth: number): string {
  let out = '';
  let at = 0;
  while (at < text.length) {
    const next = nextMark(text, at);
    if (next > at) out += text.slice(at, next);
    if (next === text.length) return out;
    at = next;
    const step = STEPS[text[at] ?? '']?.(text, at, references, depth);
    if (step === undefined) {
      out += text[at];
      at += 1;
    } else {
      out += step.insert;
      at = step.to;
    }
  }
  return out;
}

interface Step {
  readonly insert: string;
  readonly to: number;
}

type ReadStep = (text: string, at: number, references: References, depth: number) => Step | undefined;

const STEPS: Readonly<Record<string, ReadStep>> = {
  '\\': (text, at) => {
    const next = text[at + 1] ?? '';
    const hard = /^ ?\n/.exec(text.slice(at + 1, at + 3));
    if (hard !== null) return { insert: ' ', to: at + 1 + hard[0].length };
    if (next === '') return { insert: '', to: at + 1 };
    return PUNCTUATION.test(next) ? { insert: next, to: at + 2 } : undefined;
  },
  '\n': (text, at) => {
    let to = at + 1;
    while (to < text.length && (text[to] === ' ' || text[to] === '\t' || text[to] === '>')) to += 1;
    if (BULLET.test(text.slice(to, to + 3))) to += 2;
    return { insert: ' ', to };
  },
  '`': (text, at) => {
    const run = runLength(text, at, '`');
    const close = closingTicks(text, at + run, run);
    if (close < 0) return { insert: text.slice(at, at + run), to: at + run };
    return {
      insert: text
        .slice(at + run, close)
        .replace(/\n[ \t>]*/g, ' ')
        .replaceAll('\\|', '|'),
      to: close + run,
    };
  },
  '*': (text, at) => {
    const run = runLength(text, at, '*');
    const alone = isSpace(text[at - 1]) && isSpace(text[at + run]);
    return alone && at > 0 ? { insert: text.slice(at, at + run), to: at + run } : { insert: '', to: at + run };
  },
  _: (text, at) => {
    const run = runLength(text, at, '_');
    const inWord = WORD.test(text[at - 1] ?? '') && WORD.test(text[at + run] ?? '');
    const alone = isSpace(text[at - 1] ?? ' ') && isSpace(text[at + run] ?? ' ');
    const pairless = run === 1 && !hasPartner(text, at);
    return inWord || alone || pairless
      ? { insert: text.slice(at, at + run), to: at + run }
      : { insert: '', to: at + run };
  },
  '~': (text, at) => {
    const run = runLength(text, at, '~');
    return run === 2 ? { insert: '', to: at + 2 } : { insert: text.slice(at, at + run), to: at + run };
  },
  '!': (text, at, references, depth) => (text[at + 1] === '[' ? readLink(text, at + 1, references, depth) : undefined),
  '[': readLink,
  '<': (text, at) => {
    const rest = text.slice(at, at + 2100);
    if (rest.startsWith('<!--')) {
      const end = text.indexOf('-->', at + 4);
      return { insert: '', to: end < 0 ? text.length : end + 3 };
    }
    const link = AUTOLINK.exec(rest);
    if (link !== null) return { insert: link[1] ?? '', to: at + link[0].length };
    const tag = TAG.exec(rest);
    return tag === null ? undefined : { insert: /^<br/i.test(tag[0]) ? ' ' : '', to: at + tag[0].length };
  },
  '&': (text, at) => {
    const entity = /^&(#?\w{1,8});/.exec(text.slice(at, at + 12));
    const character = entity === null ? undefined : characterOf((entity[1] ?? '').toLowerCase());
    return entity === null || character === undefined ? undefined : { insert: character, to: at + entity[0].length };
  },
};

/** The character of an entity: a common name, or a number in decimal or hexadecimal. */
function characterOf(name: string): string | undefined {
  const code = /^#(\d{1,7})$/.exec(name)?.[1] ?? /^#(x[\da-f]{1,6})$/.exec(name)?.[1]?.replace('x', '0x');
  if (code === undefined) return ENTITIES[name];
  return Number(code) > 31 && Number(code) <= 0x10ffff ? String.fromCodePoint(Number(code)) : undefined;
}

/** `[words](target)`, `[words][name]`, `[name]` where the name is defined, `[^note]`; any other bracket stays. */
function readLink(text: string, at: number, references: References, depth: number): Step | undefined {
  if (text[at + 1] === '^') {
    const note = /^\[\^[^\]\s]{1,100}\]/.exec(text.slice(at, at + 104));
    return note === null ? undefined : { insert: '', to: at + note[0].length };
  }
  if (text[at + 1] === '[') return { insert: '[[', to: at + 2 };
  const close = closingBracket(text, at);
  if (close < 0) return undefined;
  const words = text.slice(at + 1, close);
  const inner = (): string => (depth > 3 ? words : unmark(words, references, depth + 1));
  if (text[close + 1] === '(') {
    const end = closingParenthesis(text, close + 1);
    if (end >= 0) return { insert: inner(), to: end + 1 };
  }
  if (text[close + 1] === '[') {
    const end = text.indexOf(']', close + 2);
    const name = text.slice(close + 2, end) || words;
    if (end >= 0 && end - close < 300 && references.has(name.toLowerCase())) return { insert: inner(), to: end + 1 };
  }
  return references.has(words.toLowerCase()) ? { insert: inner(), to: close + 1 } : undefined;
}

/** Where the bracket that opens at `at` closes, looking no further than a paragraph is likely to go. */
export function closingBracket(text: string, at: number): number {
  const limit = Math.min(text.length, at + 1000);
  let open = 0;
  for (let index = at; index < limit; index += 1) {
    const character = text[index];
    if (character === '\\') index += 1;
    else if (character === '[') open += 1;
    else if (character === ']') {
      open -= 1;
      if (open === 0) return index;
    } else if (character === '\n' && text[index + 1] === '\n') return -1;
  }
  return -1;
}

/** Where the parenthesis that opens at `at` closes, with balanced ones inside, on the same line. */
export function closingParenthesis(text: string, at: number): number {
  const limit = Math.min(text.length, at + 2000);
  let open = 0;
  for (let index = at; index < limit; index += 1) {
    const character = text[index];
    if (character === '\\') index += 1;
    else if (character === '(') open += 1;
    else if (character === ')') {
      open -= 1;
      if (open === 0) return index;
    } else if (character === '\n') return -1;
  }
  return -1;
}

export function runLength(text: string, at: number, mark: string): number {
  let end = at;
  while (text[end] === mark) end += 1;
  return end - at;
}

export function closingTicks(text: string, from: number, run: number): number {
  const limit = Math.min(text.length, from + 5000);
  for (let at = text.indexOf('`', from); at >= 0 && at < limit; at = text.indexOf('`', at)) {
    const length = runLength(text, at, '`');
    if (length === run) return at;
    at += length;
  }
  return -1;
}

/** Whether an underscore at `at` has another at a word's edge close by, so that both are marks. */
function hasPartner(text: string, at: number): boolean {
  const forward = /[^\s_]_(?![\p{L}\p{N}_])/u.test(text.slice(at + 1, at + 400));
  const backward = /(?<![\p{L}\p{N}_])_[^\s_]/u.test(text.slice(Math.max(0, at - 400), at));
  return WORD.test(text[at - 1] ?? '') ? backward : forward || backward;
}

function isSpace(character: string | undefined): boolean {
  return character === undefined || character === ' ' || character === '\n' || character === '\t';
}
