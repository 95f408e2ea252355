import { plain } from '../read/plain.ts';

/** Where a value is written: what surrounds it decides which marks would be read as something else. */
export type Site = 'line' | 'cell' | 'heading' | 'code' | 'prose' | 'frontMatter';

/** Control characters and halves of characters: no form of text could hold them, or they would harm whoever shows them. */
const UNWRITABLE = /[^\P{Cc}\t\n\r\u0085]|\p{Cs}/u;

/** Why a value cannot be written at all, or null. */
export function valueFault(value: string): string | null {
  return UNWRITABLE.test(value)
    ? 'The value holds a control character or half a character. Remove it and try again.'
    : null;
}

/** A value as reading gives it back: every run of white space is one space, none stands around it. */
export function normalized(value: string): string {
  return value.replace(/\s+/g, ' ').trim();
}

const INLINE_MARK = /[\\*`~[\]<]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&(?=#?\w{1,8};)|!(?=\[)|(?<=\[)\^/gu;
/** Punctuation that parts a sentence into labels, owners, dates, tickets and the like. */
const STRONG_MARK = /[\\*_`~[\]<>&!^(){}:@#|=/—–：（）✅✔☑❌⏳]/gu;
const ANY_MARK = /[!-/:-@[-`{-~—–：（）✅✔☑❌⏳]/gu;
const BLOCK_START = /^(?:#{1,6}(?=\s|$)|>|[-+*](?=\s|$)|=+\s*$|-{2,}\s*$|~{3}|\||:?-+:?\s*\||\[[ xX✓✔]\](?=\s|$))/;
const ORDERED_START = /^(\d{1,9})([.)])(?=\s|$)/;

/**
 * The ways to write a plain value so that reading gives back exactly it, the plainest first. All are on one line but
 * those of prose and of cells, where a line break is kept.
 */
export function* waysToWrite(value: string, site: Site): Generator<string> {
  const seen = new Set<string>();
  for (const way of waysAt(value, site)) {
    if (seen.has(way)) continue;
    seen.add(way);
    yield way;
  }
}

function* waysAt(value: string, site: Site): Generator<string> {
  if (site === 'frontMatter') {
    yield* yamlWays(normalized(value));
    return;
  }
  if (site === 'code') {
    yield normalized(value);
    return;
  }
  const lines = linesFor(value, site);
  const joint = site === 'cell' ? '<br>' : '\n';
  for (const escape of [asIs, escaped, asEntities(STRONG_MARK), asEntities(ANY_MARK)]) {
    const written = lines.map((line) => (line === '' ? '' : forSite(atStart(escape(line), site), site)));
    const read = plain(written.join(site === 'cell' ? ' ' : joint));
    if (read === normalized(value)) yield written.join(joint);
  }
}

function linesFor(value: string, site: Site): readonly string[] {
  if (site !== 'prose' && site !== 'cell') return [normalized(value)];
  const lines = value
    .trim()
    .split(/\r\n?|\n/)
    .map((line) => line.replace(/\s+/g, ' ').trim());
  return site === 'cell' ? lines.filter((line) => line !== '') : lines;
}

function asIs(line: string): string {
  return line;
}

function escaped(line: string): string {
  return line.replace(INLINE_MARK, '\\$&');
}

function asEntities(marks: RegExp): (line: string) => string {
  return (line) => line.replace(marks, (mark) => `&#${mark.codePointAt(0)};`);
}

/** What would begin a list, a heading, a quote or a rule loses that meaning. */
function atStart(line: string, site: Site): string {
  if (site === 'cell') return line;
  if (BLOCK_START.test(line)) return `\\${line}`;
  return line.replace(ORDERED_START, '$1\\$2');
}

function forSite(line: string, site: Site): string {
  if (site === 'cell') return line.replace(/\\.|\|/gs, (mark) => (mark === '|' ? '\\|' : mark));
  return site === 'heading' ? withoutClosing(line) : line;
}

/** Marks at the end of a heading would close it. */
function withoutClosing(line: string): string {
  let start = line.length;
  while (line[start - 1] === '#') start -= 1;
  return start === line.length ? line : `${line.slice(0, start)}\\${line.slice(start)}`;
}

const PLAIN_SCALAR = /^[\p{L}\p{N}][^#&*!"'[\]{}\\<>`_~|]*$/u;

/** YAML scalars: plain where nothing in it has a meaning, else quoted; marks of Markdown as escapes. */
function* yamlWays(value: string): Generator<string> {
  const isPlain = PLAIN_SCALAR.test(value) && !/: |:$|^(?:true|false|null|yes|no|on|off|~)$/i.test(value);
  if (isPlain) yield value;
  yield quoted(value);
  yield `"${value.replace(/[^\p{L}\p{N} .,;:()-]/gu, yamlEscape)}"`;
}

function quoted(value: string): string {
  return `"${value.replace(/["\\]/g, '\\$&')}"`;
}

function yamlEscape(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return code > 0xffff ? `\\U${code.toString(16).padStart(8, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
}

const WRAPPERS: readonly RegExp[] = [
  /^(\*\*\*|\*\*|__|~~|\*|_)(?=\S)(.+)(?<=\S)\1$/su,
  /^(`+)(?!`)(.+?)(?<!`)\1$/su,
  /^(\[)([^[\]]+)\]\([^()\n]*\)$/u,
];

/** The part of some written words that stands inside marks around all of it, and whether those make it code. */
export function insideMarks(written: string): { readonly from: number; readonly to: number; readonly isCode: boolean } {
  let from = 0;
  let to = written.length;
  for (let guard = 0; guard < 4; guard += 1) {
    const match = WRAPPERS.map((wrapper) => wrapper.exec(written.slice(from, to))).find((found) => found !== null);
    const [, open = '', inner = ''] = match ?? [];
    if (match === undefined || inner.includes(open)) break;
    from += open.length;
    to = from + inner.length;
    if (open.startsWith('`')) return { from, to, isCode: true };
  }
  return { from, to, isCode: false };
}
