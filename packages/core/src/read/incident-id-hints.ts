import { fold, type Language } from '../vocabulary/index.ts';
import { idInFileName, idInTitle } from './title-id.ts';

/** Under which ids a document may be known, as far as its beginning tells without reading it. */
export interface IncidentIdHints {
  /** The id that a label or the title gives, null where neither does. */
  readonly own: string | null;
  /** Everything that might be its id, that in the name of its file included. */
  readonly all: readonly string[];
}

/** Header fields stand within the first characters of a document. */
const HEAD = 6_000;
const LONGEST_LINE = 400;
const LONGEST_ID = 80;

/** Ids of this form are taken from anywhere in a title. */
const ID_FORM = /(?<![\p{L}\p{N}-])[A-Z]{2,12}(?:-\d{1,8}){1,4}(?![\p{L}\p{N}])/giu;

/**
 * Makes a function that looks for the incident id at the beginning of a document, a hundred times faster than reading
 * it. It may miss an unusual one; reading alone decides what the id is.
 *
 * @returns a function from a text, whose first 6,000 characters count, and the name of its file
 * @example incidentIdHints(languages)('# Lift stuck\n\n**Incident ID:** INC-7\n', 'lift.md') // { own: 'INC-7', all: ['INC-7'] }
 */
export function incidentIdHints(languages: readonly Language[]): (text: string, fileName: string) => IncidentIdHints {
  const phrases = new Set(languages.flatMap(({ labels }) => (labels.incidentId ?? []).map(fold)));
  const meanings = new Map<string, boolean>();
  /** The same few labels stand in all documents of a house. */
  const isId = (label: string): boolean => {
    const known = meanings.get(label);
    if (known !== undefined) return known;
    const words = label.replace(/[_-]/g, ' ').replace(/([a-z])([A-Z])/g, '$1 $2');
    const meaning = phrases.has(fold(words));
    if (meanings.size < 10_000) meanings.set(label, meaning);
    return meaning;
  };
  return (text, fileName) => {
    const lines = linesOf(text.slice(0, HEAD));
    const labelled = labelledIn(lines, isId);
    const title = titleIn(lines);
    const entitled = title === null ? null : titleId(title);
    const named = idInFileName(fileName);
    const all = [labelled, entitled, named, ...(title?.match(ID_FORM) ?? []), ...(fileName.match(ID_FORM) ?? [])];
    return { own: labelled ?? entitled, all: [...new Set(all.filter((id) => id !== null))] };
  };
}

/** The lines outside of code. */
function linesOf(head: string): readonly string[] {
  const lines = head.split('\n');
  if (!head.includes('```') && !head.includes('~~~')) return lines;
  let isCode = false;
  return lines.filter((line) => {
    const isFence = /^[ \t>]{0,40}(?:`{3}|~{3})/.test(line);
    if (isFence) isCode = !isCode;
    return !isFence && !isCode;
  });
}

/** A label with its sign, and what is behind it. Another label may stand before it on the line. */
const LABELLED = /(?:^|[|*·•]|__)([^|*·•:：\n]{2,60})[ \t*_]{0,6}[:：|](?=([^|\n]{1,160}))/gu;

function labelledIn(lines: readonly string[], isId: (label: string) => boolean): string | null {
  for (const line of lines) {
    if (line.length > LONGEST_LINE || !DIGIT.test(line)) continue;
    for (const [, label = '', value = ''] of line.matchAll(LABELLED)) {
      const id = DIGIT.test(value) && isId(label) ? idOf(value) : null;
      if (id !== null) return id;
    }
  }
  return null;
}

const DIGIT = /\d/;

/** The words of a value without marks; null where no digit is among them, as in a placeholder. */
function idOf(value: string): string | null {
  const words = value.slice(0, LONGEST_ID * 2).replace(/^[\s*_`"'#:：]+/, '');
  const link = /^\[([^[\]]{1,80})\]/.exec(words)?.[1] ?? words;
  const id = (link.split(/\s{2}|\s[·•(<]/, 1)[0] ?? '').replace(/[\s*_`"',;]+$/, '');
  return id.length <= LONGEST_ID && /\d/.test(id) && !id.startsWith('[') ? id : null;
}

function titleIn(lines: readonly string[]): string | null {
  for (const line of lines) {
    const title = /^ {0,3}#[ \t]+(\S.{0,300})/.exec(line)?.[1] ?? /^title:[ \t]*["']?(\S.{0,300})/.exec(line)?.[1];
    if (title !== undefined) return title;
  }
  return null;
}

/** `Post-mortem: ` and the like before a title is not part of it. */
function titleId(title: string): string | null {
  const genre = /^[\p{L} -]{1,40}\s?(?::|\s[—–-])\s+(?=\S)/u.exec(title)?.[0];
  return idInTitle(title, false) ?? (genre === undefined ? null : idInTitle(title.slice(genre.length), true));
}
