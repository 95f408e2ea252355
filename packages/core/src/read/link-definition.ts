import { BACKSLASH, CLOSE_BRACKET, CLOSE_PARENTHESIS, OPEN_BRACKET, OPEN_PARENTHESIS } from './character-codes.ts';
import { isSpace, skipSpace } from './line.ts';

/**
 * A link reference definition while its lines come in: `[name]: target "title"`, each part of which may stand on a line
 * of its own. Every character is looked at once.
 */
export interface LinkDefinition {
  readonly from: number;
  state: 'name' | 'beforeTarget' | 'behindTarget' | 'title' | 'complete' | 'none';
  /** Whether the name holds more than white space. */
  isNamed: boolean;
  isEscaped: boolean;
  titleEnd: number;
  /** Where the line ends that was taken last. */
  lineEnd: number;
}

const LONGEST_NAME = 1_000;

export function startDefinition(flat: string, from: number, to: number): LinkDefinition {
  const definition: LinkDefinition = {
    from,
    state: 'name',
    isNamed: false,
    isEscaped: false,
    titleEnd: 0,
    lineEnd: to,
  };
  readName(definition, flat, from + 1, to);
  return definition;
}

/** Takes the paragraph's next line in. Answers where the definition ends when it does so before this line, or -1. */
export function continueDefinition(definition: LinkDefinition, flat: string, from: number, to: number): number {
  const { state, lineEnd } = definition;
  definition.isEscaped = false;
  definition.lineEnd = to;
  if (state === 'complete') return lineEnd;
  if (state === 'name') readName(definition, flat, from, to);
  else if (state === 'beforeTarget') readTarget(definition, flat, from, to);
  else if (state === 'title') readTitle(definition, flat, from, to);
  else if (state === 'behindTarget') {
    startTitle(definition, flat, skipSpace(flat, from, to), to);
    if (definition.state !== 'complete') return lineEnd;
  }
  return -1;
}

/** Whether the lines taken in are a definition and nothing else. */
export function isDefinition({ state }: LinkDefinition): boolean {
  return state === 'behindTarget' || state === 'complete';
}

function readName(definition: LinkDefinition, flat: string, from: number, to: number): void {
  const limit = Math.min(to, definition.from + LONGEST_NAME);
  for (let at = from; at < limit; at += 1) {
    const code = flat.charCodeAt(at);
    if (definition.isEscaped) definition.isEscaped = false;
    else if (code === CLOSE_BRACKET) {
      definition.state = 'none';
      if (definition.isNamed && at + 1 < to && flat[at + 1] === ':') readTarget(definition, flat, at + 2, to);
      return;
    } else {
      if (!isSpace(code)) definition.isNamed = true;
      if (code === OPEN_BRACKET) {
        definition.state = 'none';
        return;
      }
      definition.isEscaped = code === BACKSLASH;
    }
  }
  if (limit < to) definition.state = 'none';
}

function readTarget(definition: LinkDefinition, flat: string, from: number, to: number): void {
  const start = skipSpace(flat, from, to);
  definition.state = 'beforeTarget';
  if (start === to) return;
  const end = flat[start] === '<' ? endOfPointed(flat, start, to) : endOfTarget(flat, start, to);
  definition.state = 'none';
  if (end === start) return;
  const title = skipSpace(flat, end, to);
  if (title === to) definition.state = 'behindTarget';
  else if (title > end) startTitle(definition, flat, title, to);
}

/** Behind `<target>`; `start` where it is none. */
function endOfPointed(flat: string, start: number, to: number): number {
  let isEscaped = false;
  for (let at = start + 1; at < to; at += 1) {
    const character = flat[at];
    if (character === '>' && !isEscaped) return at + 1;
    if (character === '<' && !isEscaped) return start;
    isEscaped = character === '\\';
  }
  return start;
}

/** Behind a target in which parentheses are balanced. */
function endOfTarget(flat: string, start: number, to: number): number {
  let open = 0;
  let at = start;
  for (let isEscaped = false; at < to; at += 1) {
    const code = flat.charCodeAt(at);
    if (isSpace(code)) break;
    if (isEscaped) isEscaped = false;
    else if (code === OPEN_PARENTHESIS) open += 1;
    else if (code === CLOSE_PARENTHESIS) {
      if (open === 0) break;
      open -= 1;
    } else isEscaped = code === BACKSLASH;
  }
  return at;
}

function startTitle(definition: LinkDefinition, flat: string, at: number, to: number): void {
  const character = flat[at];
  definition.state = 'none';
  if (character !== '"' && character !== "'" && character !== '(') return;
  definition.state = 'title';
  definition.titleEnd = character === '(' ? CLOSE_PARENTHESIS : flat.charCodeAt(at);
  readTitle(definition, flat, at + 1, to);
}

function readTitle(definition: LinkDefinition, flat: string, from: number, to: number): void {
  for (let at = from; at < to; at += 1) {
    const code = flat.charCodeAt(at);
    if (definition.isEscaped) definition.isEscaped = false;
    else if (code === definition.titleEnd) {
      definition.state = skipSpace(flat, at + 1, to) === to ? 'complete' : 'none';
      return;
    } else definition.isEscaped = code === BACKSLASH;
  }
}
