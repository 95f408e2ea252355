import { Liquid } from 'liquidjs';

/** Characters of a template, steps of a loop, characters of memory: far more than a template needs. */
const LIMITS = { parseLimit: 1_000_000, memoryLimit: 50_000_000, renderLimit: 10_000 } as const;

/**
 * The engine that fills templates: Liquid without files, and with the filters `line`, `cell`, `block`, `item` and
 * `code`, each of which takes the placeholder to print where nothing is known. A tag that stands alone on a line leaves
 * no line behind.
 */
export const liquid: Liquid = withFilters(
  new Liquid({
    trimTagRight: true,
    greedy: false,
    strictFilters: true,
    ownPropertyOnly: true,
    templates: {},
    cache: false,
    ...LIMITS,
  }),
);

function withFilters(engine: Liquid): Liquid {
  engine.registerFilter('line', (value: unknown, placeholder = '') => inLine(value) ?? placeholder);
  engine.registerFilter('cell', (value: unknown, placeholder = '') => inCell(value) ?? placeholder);
  engine.registerFilter('block', (value: unknown, placeholder = '') => textOf(value, '\n\n') ?? placeholder);
  engine.registerFilter('item', (value: unknown, placeholder = '', indent = 2) => {
    const text = textOf(value);
    return text === null ? placeholder : text.replaceAll(/\n(?=[^\n])/g, `\n${' '.repeat(Number(indent))}`);
  });
  engine.registerFilter('code', (value: unknown, placeholder = '') => {
    const text = inLine(value) ?? String(placeholder);
    return text.includes('`') ? text : `\`${text}\``;
  });
  engine.registerFilter('or', (value: unknown, other: unknown) => (textOf(value) === null ? other : value));
  return engine;
}

/** The words of a value or a list of values; null where nothing is known. */
function textOf(value: unknown, separator = ', '): string | null {
  if (Array.isArray(value)) {
    const parts = value.map((part) => textOf(part)).filter((part) => part !== null);
    return parts.length === 0 ? null : parts.join(separator);
  }
  if (typeof value === 'object' && value !== null && 'text' in value) return textOf(value.text);
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

/** A value or a list of values on one line. What would change its meaning there, such as a list, is not printed at all. */
export function inLine(value: unknown): string | null {
  const text = textOf(value);
  if (text === null || !text.includes('\n')) return text;
  if (/\n\s*\n|\n\s*(?:[-*+>#|]|\d+[.)]\s|```|~~~)|\|\s*\n/.test(text)) return null;
  return text.replaceAll(/(?:(?<!\s)\s+)?\\?\n\s*/g, ' ');
}

/** A value or a list of values as the content of one table cell; null where nothing is known. */
function inCell(value: unknown): string | null {
  const text = textOf(value);
  if (text === null) return null;
  const line = text.replaceAll(/(?<!\s)\s*\n\s*/g, '<br>');
  return escapePipes(line);
}

/** Pipes part cells, inside code as well: each needs a backslash, unless it has one. */
function escapePipes(text: string): string {
  return text.replaceAll(/\\[\s\S]|\|/g, (found) => (found === '|' ? '\\|' : found));
}
