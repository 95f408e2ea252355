import type { Reading, Section } from '../../model/index.ts';
import { type PartName, partOfSection } from './weights.ts';

/** Of very long texts the beginning is counted: the first so many characters of a section, and of all of them. */
const LONGEST_SECTION = 50_000;
const LONGEST_IN_ALL = 400_000;

/**
 * What is form and not content: comments are cut before; here go HTML tags, addresses, names with @, placeholders in
 * brackets, targets of links, labels and questions in bold, the keys of JSON, and ids such as INC-7. The heads of tables are cut before as well.
 */
const FORM =
  /<[^<>\n]{1,200}>|https?:\/\/[^\s<>)\]]{1,2000}|@[\w.-]{1,60}|\[[^[\]\n]{1,120}\](?![([])|\]\([^()\s]{0,500}\)|\*\*[^*\n]{1,80}[:：?？]\*\*|\*\*[^*\n]{1,60}\*\*[ \t]{0,3}[:：]|"[\w-]{1,40}"[ \t]{0,3}:|\b[A-Z]{2,8}-\d{1,10}(?:-\d{1,10}){0,3}\b/g;

/** `**Status**: Mitigated`: outside of what tells the story, a short value behind a label is a fact that is read as such. */
const SHORT_LABEL = /^[ \t>*+-]{0,20}\*\*[^*\n]{1,60}(?:[:：]\*\*|\*\*[ \t]{0,3}[:：])[^\n]{0,40}$/gm;

/** A box that nobody ticked is an option that was not chosen, unless it is an action that is not done. */
const UNTICKED = /^[ \t>]{0,20}[-*+] \[ \][^\n]{0,1000}$/gm;

function withoutForm(part: PartName, raw: string): string {
  const chosen = part !== 'actions' && raw.includes('[ ]') ? raw.replaceAll(UNTICKED, ' ') : raw;
  return part === 'other' ? chosen.replaceAll(SHORT_LABEL, ' ') : chosen;
}

/** The content of each section by the part it belongs to; headings are form and left out. A title is not among them. */
export function partsOf({ text, sections }: Reading): readonly (readonly [PartName, string])[] {
  const found: (readonly [PartName, string])[] = [];
  const parts: (PartName | null)[] = [];
  let left = LONGEST_IN_ALL;
  for (const section of sections) {
    const part = partOf(section, parts);
    parts.push(part);
    if (part === null || left <= 0) continue;
    const from = section.kind === 'heading' ? Math.max(section.from, section.headingPlace.to) : section.from;
    const raw = text.slice(from, Math.min(section.to, from + Math.min(LONGEST_SECTION, left)));
    left -= raw.length;
    if (raw.trim() !== '') found.push([part, contentOf(withoutForm(part, raw))]);
  }
  return found;
}

/** A section without a name of its own belongs where the one above it does. */
function partOf({ kind, names: [name], parent }: Section, parts: readonly (PartName | null)[]): PartName | null {
  if (kind === 'frontMatter') return null;
  if (name !== undefined) return partOfSection[name];
  return parts[parent] === undefined ? 'other' : parts[parent];
}

/** A stretch of Markdown without what is form. */
export function contentOf(raw: string): string {
  return withoutTableHeads(withoutComments(raw)).replaceAll(FORM, ' ');
}

/** The row between the head of a table and its body. */
const UNDER_HEAD = /^[\s|:-]{3,1000}$/;

function withoutTableHeads(raw: string): string {
  if (!raw.includes('|')) return raw;
  const lines = raw.split('\n');
  return lines
    .filter((_line, at) => {
      const next = lines[at + 1] ?? '';
      return !(next.includes('-') && next.includes('|') && UNDER_HEAD.test(next));
    })
    .join('\n');
}

function withoutComments(raw: string): string {
  if (!raw.includes('<!--')) return raw;
  let out = '';
  let at = 0;
  for (let from = raw.indexOf('<!--'); from >= 0; from = raw.indexOf('<!--', at)) {
    out += `${raw.slice(at, from)} `;
    const to = raw.indexOf('-->', from);
    if (to < 0) return out;
    at = to + 3;
  }
  return out + raw.slice(at);
}
