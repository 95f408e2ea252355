import { html, raw } from 'hono/html';
import { withoutMisleadingMarks } from './words/readable-text.ts';

/** Text that is safe to stand in HTML or SVG because `markup` made it. */
export type Markup = ReturnType<typeof raw>;

type Part = string | number | null | Markup | readonly Markup[];

/**
 * The only way from text to HTML: what stands between the backticks is ours, every value put in is escaped, and a string
 * is cleaned of marks that mislead as well. `null` leaves nothing.
 *
 * @example markup`<td>${'<script>'}</td>` // '<td>&lt;script&gt;</td>'
 */
export function markup(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  const written = html(
    strings,
    ...parts.map((part) => (typeof part === 'string' ? withoutMisleadingMarks(part) : part)),
  );
  if (written instanceof Promise) throw new TypeError('a part of the page was not ready when it was written');
  return written;
}

/** Markup that this package made as a string elsewhere: a drawn figure, the style sheet. */
export function trusted(text: string): Markup {
  return raw(text);
}

/** A text as it is, letter by letter and in its own lines: for text fields, where a letter that changed would be an edit. */
export function exactText(text: string): Markup {
  return raw(text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign));
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
