import { isWhite } from './white-space.ts';

/** Whether from a tag's name at `from` on a line holds nothing but the rest of that tag. */
export function isLoneTag(flat: string, from: number, to: number, isClosing: boolean): boolean {
  if (from >= to || !isLetter(flat.charCodeAt(from))) return false;
  const name = skip(flat, from, to, isTagCharacter);
  const attributes = isClosing ? name : endOfAttributes(flat, name, to);
  const end = skip(flat, attributes, to, isWhite);
  return end < to && flat[end] === '>' && skip(flat, end + 1, to, isWhite) === to;
}

/** Behind the attributes that stand at `from`, as far as they are well formed. */
function endOfAttributes(flat: string, from: number, to: number): number {
  let at = from;
  for (;;) {
    const start = skip(flat, at, to, isWhite);
    if (start === at || start === to || !startsAttribute(flat.charCodeAt(start))) return at;
    at = skip(flat, start, to, isAttributeCharacter);
    const equals = skip(flat, at, to, isWhite);
    if (equals === to || flat[equals] !== '=') continue;
    const value = skip(flat, equals + 1, to, isWhite);
    const quote = value < to ? flat[value] : undefined;
    const end =
      quote === '"' || quote === "'"
        ? skip(flat, value + 1, to, (code) => code !== quote.charCodeAt(0)) + 1
        : skip(flat, value, to, isValueCharacter);
    if (end > to || end === value) return at;
    at = end;
  }
}

function skip(flat: string, from: number, to: number, isMeant: (code: number) => boolean): number {
  let at = from;
  while (at < to && isMeant(flat.charCodeAt(at))) at += 1;
  return at;
}

export function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

export function isNameCharacter(code: number): boolean {
  return isLetter(code) || (code >= 48 && code <= 57);
}

function isTagCharacter(code: number): boolean {
  return isNameCharacter(code) || code === 95 || code === 45;
}

function startsAttribute(code: number): boolean {
  return isLetter(code) || code === 58 || code === 95;
}

function isAttributeCharacter(code: number): boolean {
  return isTagCharacter(code) || code === 46;
}

function isValueCharacter(code: number): boolean {
  return !isWhite(code) && !'"\'=<>`'.includes(String.fromCharCode(code));
}
