/** Line and column, both from 1; a column counts UTF-16 units, as editors do. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Where the lines of a text are. */
export interface Positions {
  readonly of: (offset: number) => Position;
  /** The words of a line without its end; empty where there is no such line. */
  readonly line: (number: number) => string;
}

const BYTE_ORDER_MARK = '\uFEFF';

/**
 * The lines of a text with any line ends. A byte order mark at the front is no column, since no editor shows one.
 *
 * @example positionsIn('a\r\nbc').of(4) // { line: 2, column: 2 }
 */
export function positionsIn(text: string): Positions {
  let known: readonly number[] | null = null;
  const starts = (): readonly number[] => (known ??= lineStarts(text));
  return {
    of: (offset) => {
      const line = lineAt(starts(), offset);
      return { line, column: Math.max(0, offset - (starts()[line - 1] ?? 0)) + 1 };
    },
    line: (number) => {
      const from = starts()[number - 1];
      if (from === undefined) return '';
      return text.slice(from, starts()[number] ?? text.length).replace(/\r?\n$|\r$/, '');
    },
  };
}

function lineStarts(text: string): readonly number[] {
  const found = [text.startsWith(BYTE_ORDER_MARK) ? 1 : 0];
  if (!text.includes('\r')) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) found.push(at + 1);
    return found;
  }
  for (const match of text.matchAll(/\r\n|\r|\n/g)) found.push(match.index + match[0].length);
  return found;
}

function lineAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return low + 1;
}
