const MOST_DEEP = 32;
const REFUSED_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Why a text that is JSON is not taken all the same, or null: it is nested too deep, says the same name twice, names
 * what belongs to the language and not to data, or holds characters that no text has. One pass, without recursion.
 *
 * @param text that `JSON.parse` has taken
 * @example jsonFault('{"a":1,"a":2}') // 'The name “a” stands twice in the same object.'
 */
export function jsonFault(text: string): string | null {
  /** The names of each object that is open, null for a list. */
  const open: (Set<string> | null)[] = [];
  let isNameNext = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text[at];
    if (code === '"') {
      const end = endOfString(text, at);
      const value = JSON.parse(text.slice(at, end)) as string;
      const fault = isNameNext ? nameFault(value, open.at(-1) ?? null) : wordsFault(value);
      if (fault !== null) return fault;
      isNameNext = false;
      at = end - 1;
    } else if (code === '{' || code === '[') {
      if (open.length === MOST_DEEP) return `It is nested more than ${MOST_DEEP} deep.`;
      open.push(code === '{' ? new Set() : null);
      isNameNext = code === '{';
    } else if (code === '}' || code === ']') {
      open.pop();
      isNameNext = false;
    } else if (code === ',') isNameNext = (open.at(-1) ?? null) !== null;
  }
  return null;
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
}

function nameFault(name: string, names: Set<string> | null): string | null {
  if (REFUSED_KEYS.has(name)) return `The name “${name}” is not taken.`;
  if (names?.has(name) === true) return `The name “${name.slice(0, 80)}” stands twice in the same object.`;
  names?.add(name);
  return wordsFault(name);
}

/** Neither database keeps these: halves of characters and the character zero. */
export function wordsFault(words: string): string | null {
  if (!words.isWellFormed()) return 'It holds half a character (a lone surrogate).';
  return words.includes('\0') ? 'It holds the character zero (U+0000), which cannot be kept.' : null;
}
