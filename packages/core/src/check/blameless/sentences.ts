import { offsetIn, type Place, type ProseBlock, type SectionName } from '../../model/index.ts';
import type { Checked } from '../rule.ts';
import { needlesIn } from './needle.ts';

/** A sentence of a block, with what stands around it. */
export interface Sentence {
  readonly text: string;
  /** The same in lower case, with straight apostrophes; of the same length. */
  readonly lower: string;
  readonly block: ProseBlock;
  /** Where it begins in its block. */
  readonly at: number;
  readonly names: readonly SectionName[];
  readonly previous: string;
  readonly next: string;
  /** The bits of the needles that may stand in it. */
  readonly needles: number;
}

const KNOWN = new WeakMap<readonly ProseBlock[], readonly Sentence[]>();
const END = /[.!?]{1,3}["”’)\]]?(?=\s|$)/g;
const ABBREVIATION = /(?:^|[\s(])(?:e\.g|i\.e|etc|vs|mr|mrs|approx|ca|cf|resp|no|fig|[A-Z])\.$/i;
/** Parts of a post-mortem in which words are evidence or form rather than an account. */
const APART: ReadonlySet<SectionName> = new Set<SectionName>(['evidence', 'signOff', 'glossary', 'relatedIncidents']);

/**
 * The sentences of a document's prose, in English; none of another language, of a template that nobody began to fill, and
 * of parts that hold evidence. Made once for each document.
 */
export function sentencesOf(document: Checked): readonly Sentence[] {
  const { title, language } = document.reading.postmortem;
  if (language !== 'en' || (title.state === 'unknown' && title.reason === 'placeholder')) return [];
  const { prose } = document;
  let sentences = KNOWN.get(prose);
  if (sentences === undefined) {
    sentences = prose.filter(({ names }) => !names.some((name) => APART.has(name))).flatMap(sentencesIn);
    KNOWN.set(prose, sentences);
  }
  return sentences;
}

function sentencesIn(block: ProseBlock): readonly Sentence[] {
  const parts = split(block.text);
  const texts = parts.map(({ from, to }) => block.text.slice(from, to));
  return texts.map((text, index) => {
    const lower = lowerOf(text);
    return {
      text,
      lower,
      block,
      at: parts[index]?.from ?? 0,
      names: block.names,
      previous: texts[index - 1] ?? '',
      next: texts[index + 1] ?? '',
      needles: needlesIn(lower),
    };
  });
}

/** Lower case of the same length: a few letters grow when they are lowered. */
function lowerOf(text: string): string {
  const lowered = text.toLowerCase();
  const lower = lowered.includes('’') ? lowered.replaceAll('’', "'") : lowered;
  return lower.length === text.length ? lower : text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

function split(text: string): readonly Place[] {
  const parts: Place[] = [];
  let from = 0;
  END.lastIndex = 0;
  for (let found = END.exec(text); found !== null; found = END.exec(text)) {
    const { index } = found;
    const to = index + found[0].length;
    if (
      ABBREVIATION.test(text.slice(Math.max(from, index - 8), index + 1)) ||
      /^\s\p{Ll}/u.test(text.slice(to, to + 2))
    )
      continue;
    parts.push({ from, to });
    from = to + 1;
  }
  if (from < text.length) parts.push({ from, to: text.length });
  return parts;
}

/** The place in the document of a part of a sentence. */
export function placeIn({ block, at }: Sentence, from: number, to: number): Place {
  const last = at + Math.max(from + 1, to) - 1;
  const isCode = block.text[last] === '`';
  return {
    from: offsetIn(block, at + from),
    to: isCode ? offsetIn(block, last + 1) : offsetIn(block, last) + 1,
  };
}

/** At most 60 characters of a text, to quote. */
export function quoted(text: string): string {
  return `“${text.length > 60 ? `${text.slice(0, 59).trimEnd()}…` : text}”`;
}

/** Whether a sentence stands in one of some sections. */
export function isIn({ names }: Sentence, sections: ReadonlySet<SectionName>): boolean {
  return names.some((name) => sections.has(name));
}
