import { cutNesting, type Place } from '@debrief/core/read';
import rehypeSanitize from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { markup, trusted, type Markup } from '../markup.ts';
import { type DocumentHeading, finishTree } from './finish-tree.ts';
import { type Mark, withoutOverlap } from './place-marks.ts';
import { safeSchema } from './safe-schema.ts';
import { shownHtml } from './shown-html.ts';
import { changeTree, type TreeNode } from './tree.ts';

export interface DocumentOptions {
  /** What to mark: placeholders and findings. */
  readonly marks?: readonly Mark[];
  /** Stretches that the page shows elsewhere, such as front matter and the title. */
  readonly omit?: readonly Place[];
  /** Stands before the id of every heading, so that none is taken for one of the page. */
  readonly idPrefix?: string;
  readonly lowerBy?: number;
  readonly fileAddress?: (path: string) => string | null;
}

export interface DocumentMarkup {
  readonly html: Markup;
  readonly headings: readonly DocumentHeading[];
  /** Why it is shown otherwise than it was meant; null where it is not. */
  readonly note: string | null;
}

/** Characters. A document has some ten thousand; what is longer was not written by hand. */
const MOST = 400_000;
const NOTES = {
  long: 'This text is too long to be set as a page, so it is shown as it was written.',
  intricate: 'The marks in this text are nested too deeply to be set as a page, so it is shown as it was written.',
} as const;

/**
 * A Markdown text as HTML that can do nothing: no script, no style, nothing loaded from elsewhere. HTML in the text is
 * shown as words. Links lead to http, https and mailto, to headings, and to files that `fileAddress` knows. A text that is
 * too long or too deep is shown as it was written, and the note says so. It never throws.
 *
 * Its time grows faster than a text of hostile marks: whoever takes texts from strangers runs it on a thread with a limit.
 *
 * @example documentMarkup('# Down\n\n<script>x</script>').html // '<h2 id="text-down">Down</h2>\n<p>&lt;script>x&lt;/script></p>'
 */
export function documentMarkup(text: string, options: DocumentOptions = {}): DocumentMarkup {
  if (text.length > MOST) return plainDocument(text, 'long');
  try {
    return setDocument(text, options);
  } catch (error) {
    if (error instanceof RangeError) return plainDocument(text, 'intricate');
    throw error;
  }
}

/** A text as it was written. */
export function plainDocument(text: string, why: keyof typeof NOTES): DocumentMarkup {
  return {
    html: markup`<div class="scroll" role="region" aria-label="Text" tabindex="0"><pre class="as-written">${trusted(escaped(text))}</pre></div>`,
    headings: [],
    note: NOTES[why],
  };
}

/** In lines: what marks mislead is shown by number, as everywhere in a text. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(
      /[&<>"'\0\u202a-\u202e\u2066-\u2069]/g,
      (sign) => ESCAPES[sign] ?? `[U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}]`,
    );
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function setDocument(
  text: string,
  { marks = [], omit = [], idPrefix = 'text-', lowerBy = 1, fileAddress = () => null }: DocumentOptions,
): DocumentMarkup {
  const source = cutNesting(blanked(text, omit)).flat;
  let headings: readonly DocumentHeading[] = [];
  const ordered = withoutOverlap(marks);
  const html = unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(() => (tree) => changeTree(tree as TreeNode, htmlAsText))
    .use(remarkRehype, { clobberPrefix: '', footnoteLabelProperties: {} })
    .use(rehypeSanitize, safeSchema as never)
    .use(() => (tree) => {
      headings = finishTree(tree as TreeNode, { text: source, marks: ordered, idPrefix, lowerBy, fileAddress });
      changeTree(tree as TreeNode, (node) => prefixed(node, idPrefix));
    })
    .use(rehypeStringify)
    .processSync(source);
  return { html: trusted(String(html)), headings, note: null };
}

/** The same length, so that every place stays where it is. */
function blanked(text: string, omit: readonly Place[]): string {
  let blank = text.startsWith('\ufeff') ? ` ${text.slice(1)}` : text;
  for (const { from, to } of omit)
    blank = blank.slice(0, from) + blank.slice(from, to).replace(/[^\r\n]/g, ' ') + blank.slice(to);
  return blank;
}

function htmlAsText(node: TreeNode, parent: TreeNode): readonly TreeNode[] | undefined {
  if (node.type !== 'html') return undefined;
  const isBlock = parent.type === 'root' || parent.type === 'blockquote' || parent.type === 'listItem';
  return shownHtml(node.value ?? '', { isBlock });
}

/** Ids that footnotes bring. */
function prefixed(node: TreeNode, idPrefix: string): undefined {
  const { id } = node.properties ?? {};
  if (node.tagName === 'li' && typeof id === 'string') node.properties = { ...node.properties, id: `${idPrefix}${id}` };
}
