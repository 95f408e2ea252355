/** Where a text stops being JSON, as an offset in UTF-16 units, and what should have stood there. */
export interface JsonFault {
  readonly offset: number;
  /** The text ends too early, as one that was cut off does. */
  readonly ends: boolean;
  readonly expected: string;
}

type Awaited = keyof typeof EXPECTED;

const EXPECTED = {
  value: 'a value',
  valueOrEnd: 'a value or “]”',
  key: 'a key in double quotes',
  keyOrEnd: 'a key in double quotes or “}”',
  colon: '“:”',
  next: '“,” or the closing bracket',
  nothing: 'nothing more',
  string: 'the closing quote of a text',
  escape: 'a character that may follow “\\”',
};
const SPACE = new Set([' ', '\t', '\n', '\r']);
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;
const STARTED = /^(?:-|-?\d+\.|-?\d+(?:\.\d+)?[eE][+-]?|t|tr|tru|f|fa|fal|fals|n|nu|nul)$/;
const LONGEST_START = 400;
const ESCAPES = new Set('"\\/bfnrtu');

/**
 * Finds the first fault of a text that should be JSON; undefined if there is none. It keeps its own stack, so that no
 * depth of nesting is too deep for it.
 *
 * @example findJsonFault('{"a": 1,') // { offset: 8, ends: true, expected: 'a key in double quotes' }
 */
export function findJsonFault(text: string): JsonFault | undefined {
  const open: ('{' | '[')[] = [];
  let awaited: Awaited = 'value';
  let at = 0;
  for (;;) {
    while (SPACE.has(text.charAt(at))) at++;
    if (at >= text.length) return awaited === 'nothing' ? undefined : fault(text, at, awaited);
    const mark = text.charAt(at);
    const closes = closing(awaited, open, mark);
    if (closes) {
      open.pop();
      at++;
      awaited = open.length === 0 ? 'nothing' : 'next';
    } else if (awaited === 'next' && mark === ',') {
      at++;
      awaited = open.at(-1) === '{' ? 'key' : 'value';
    } else if (awaited === 'colon' && mark === ':') {
      at++;
      awaited = 'value';
    } else if ((awaited === 'key' || awaited === 'keyOrEnd') && mark === '"') {
      const string = readString(text, at);
      if (typeof string !== 'number') return string;
      at = string;
      awaited = 'colon';
    } else if ((awaited === 'value' || awaited === 'valueOrEnd') && (mark === '{' || mark === '[')) {
      open.push(mark);
      at++;
      awaited = mark === '{' ? 'keyOrEnd' : 'valueOrEnd';
    } else if (awaited === 'value' || awaited === 'valueOrEnd') {
      const scalar = readScalar(text, at, awaited);
      if (typeof scalar !== 'number') return scalar;
      at = scalar;
      awaited = open.length === 0 ? 'nothing' : 'next';
    } else return fault(text, at, awaited);
  }
}

function closing(awaited: Awaited, open: readonly string[], mark: string): boolean {
  if (mark === '}') return open.at(-1) === '{' && (awaited === 'next' || awaited === 'keyOrEnd');
  return mark === ']' && open.at(-1) === '[' && (awaited === 'next' || awaited === 'valueOrEnd');
}

function readScalar(text: string, at: number, awaited: Awaited): number | JsonFault {
  if (text.charAt(at) === '"') return readString(text, at);
  const after = end(NUMBER, text, at) ?? end(WORD, text, at);
  const cutOff = text.length - at < LONGEST_START && STARTED.test(text.slice(at));
  if (cutOff) return { offset: text.length, ends: true, expected: 'the rest of a value' };
  return after ?? fault(text, at, awaited);
}

function readString(text: string, from: number): number | JsonFault {
  for (let at = from + 1; at < text.length; at++) {
    const mark = text.charAt(at);
    if (mark === '"') return at + 1;
    if (mark < ' ') return fault(text, at, 'string');
    if (mark !== '\\') continue;
    at++;
    if (at >= text.length) break;
    if (!ESCAPES.has(text.charAt(at))) return fault(text, at, 'escape');
    if (text.charAt(at) !== 'u') continue;
    const digits = text.slice(at + 1, at + 5);
    if (!/^[\da-fA-F]*$/.test(digits)) return fault(text, at, 'escape');
    at += digits.length;
  }
  return fault(text, text.length, 'string');
}

function fault(text: string, offset: number, awaited: Awaited): JsonFault {
  return { offset, ends: offset >= text.length, expected: EXPECTED[awaited] };
}

function end(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  return match === null ? undefined : at + match[0].length;
}
