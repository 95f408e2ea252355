const MOST_DEEP = 32;
const REFUSED_NAMES: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

export interface JsonFault {
  readonly message: string;
  /** Where it is, as `edit.change`; empty for the whole. */
  readonly field: string;
}

/** An object or list that is open, with the name whose value is being read. */
interface Level {
  /** Null in a list. */
  readonly names: Set<string> | null;
  name: string;
}

/**
 * Why a text that is JSON is not taken all the same, or null: it is nested too deep, says the same name twice, names
 * what belongs to the language and not to data, or holds characters that no text has. One pass, without recursion.
 *
 * @param text that `JSON.parse` has taken
 * @example jsonFault('{"a":1,"a":2}')?.message // 'The name “a” stands twice in the same object.'
 */
export function jsonFault(text: string): JsonFault | null {
  const open: Level[] = [];
  let isNameNext = false;
  const at = (message: string): JsonFault => ({ message, field: open.flatMap(({ name }) => name || []).join('.') });
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    const level = open.at(-1);
    if (character === '"') {
      const end = endOfString(text, index);
      const words = JSON.parse(text.slice(index, end)) as string;
      const fault = (isNameNext ? nameFault(words, level) : null) ?? wordsFault(words);
      if (fault !== null) return at(fault);
      isNameNext = false;
      index = end - 1;
    } else if (character === '{' || character === '[') {
      if (open.length === MOST_DEEP) return at(`It is nested more than ${MOST_DEEP} deep.`);
      open.push({ names: character === '{' ? new Set() : null, name: '' });
      isNameNext = character === '{';
    } else if (character === '}' || character === ']') {
      open.pop();
      isNameNext = false;
    } else if (character === ',') isNameNext = level !== undefined && level.names !== null;
  }
  return null;
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
}

function nameFault(name: string, level: Level | undefined): string | null {
  if (level?.names == null) return null;
  if (REFUSED_NAMES.has(name)) return `The name “${name}” is not taken.`;
  if (level.names.has(name)) return `The name “${name.slice(0, 80)}” stands twice in the same object.`;
  level.names.add(name);
  level.name = name.slice(0, 80);
  return null;
}

/** Neither database keeps these: halves of characters and the character zero. */
export function wordsFault(words: string): string | null {
  if (!words.isWellFormed()) return 'It holds half a character (a lone surrogate).';
  return words.includes('\0') ? 'It holds the character zero (U+0000), which cannot be kept.' : null;
}
