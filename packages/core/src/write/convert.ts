import { type Field, type Known, type Reading, type Splice, valueOf } from '../model/index.ts';
import { type Anatomy, type Block, read, type ReadOptions, takeApart } from '../read/index.ts';
import { languages } from '../vocabulary/index.ts';
import { actionContent } from './action-content.ts';
import { asksFor } from './asks-for.ts';
import { carryOver } from './carry-over.ts';
import { comparable } from './comparable.ts';
import type { Content } from './content.ts';
import { findDialect } from './dialect.ts';
import { draft, withCarried } from './draft.ts';
import { droppedWords, wordsIn } from './dropped-words.ts';
import { fill } from './fill.ts';
import type { Gathered } from './gathered.ts';
import { markdownAt } from './markdown-at.ts';
import { inOtherScale } from './other-scale.ts';
import { type Piece, piecesOf } from './piece.ts';
import type { Template } from './template.ts';
import { withOwnWords } from './template-headings.ts';
import { timelineContent } from './timeline-content.ts';
import { whyContent } from './why-content.ts';

/** What a conversion could not put into a place of the new template, and what it words otherwise. */
export interface Losses {
  /** Verbatim in the appendix, by the label or heading that it stood under. */
  readonly carried: readonly string[];
  /** Said in another way, with both: a severity in another scale, a value that reads differently. */
  readonly reshaped: readonly { readonly what: string; readonly before: string; readonly after: string }[];
  /** Words that are in neither place. Always empty; a conversion that would lose words is not made. */
  readonly dropped: readonly string[];
}

export interface Converted {
  readonly text: string;
  readonly losses: Losses;
}

export interface ConvertOptions extends ReadOptions {
  /** Templates that the document may be written in, so that their own words are not taken for the author's. */
  readonly templates?: readonly Template[];
}

/**
 * Writes a document in another template. Values go to their place there; what has none goes verbatim below a heading
 * “Carried over from …”, where it is read as before. The result is read again: what would read differently in its new
 * place is carried instead.
 *
 * @returns Markdown with LF line ends, and what was carried or reshaped
 * @example convert(read('# Checkout down\n\n**Severity:** SEV2\n'), executive).losses.reshaped // [{ what: 'severity', before: 'SEV2', after: 'P1 (SEV2)' }]
 */
export function convert(reading: Reading, template: Template, options: ConvertOptions = {}): Converted {
  const words = [template, ...(options.templates ?? [])].reduce(
    (known, each) => withOwnWords(each, known),
    options.languages ?? languages,
  );
  return convertWith(reading, template, words === languages ? options : { ...options, languages: words });
}

function convertWith(reading: Reading, template: Template, options: ConvertOptions): Converted {
  const anatomy = takeApart(reading.text, options);
  const before = comparable(reading);
  let best = attempt(anatomy, before, template, options, new Set());
  let kept: ReadonlySet<string> = new Set();
  for (let count = 1; count < MOST_ATTEMPTS && best.wrong.length > 0; count += 1) {
    const more = best.wrong.flatMap((key) => [key, ...(ALSO_KEPT[key] ?? [])]).filter((key) => !kept.has(key));
    if (more.length === 0) break;
    kept = new Set([...kept, ...more]);
    const next = attempt(anatomy, before, template, options, kept);
    if (next.wrong.length >= best.wrong.length) break;
    best = next;
  }
  const { made, wrong, after } = best;
  const differing = wrong.map((key) => ({ what: key, before: before[key] ?? '', after: after[key] ?? '' }));
  return {
    text: made.text,
    losses: {
      carried: made.carried,
      reshaped: [...made.reshaped, ...differing],
      dropped: droppedWords(made.said, made.text),
    },
  };
}

interface Attempt {
  readonly made: Made;
  readonly after: Readonly<Record<string, string>>;
  /** What reads differently. */
  readonly wrong: readonly string[];
}

function attempt(
  anatomy: Anatomy,
  before: Readonly<Record<string, string>>,
  template: Template,
  options: ConvertOptions,
  kept: ReadonlySet<string>,
): Attempt {
  const made = make(anatomy, template, options, { kept });
  const after = comparable(read(made.text, options));
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return { made, after, wrong: [...keys].filter((key) => before[key] !== after[key]) };
}

const MOST_ATTEMPTS = 4;

/** Keys whose values stay in their own form and are carried, since they would read differently elsewhere. */
interface Plan {
  readonly kept: ReadonlySet<string>;
}

interface Made extends Pick<Losses, 'carried' | 'reshaped'> {
  readonly text: string;
  /** All that the document says, piece by piece. */
  readonly said: readonly string[];
}

/** Where one value is told by pieces of several keys, all of them stay. */
const ALSO_KEPT: Readonly<Record<string, readonly string[]>> = {
  whys: ['fiveWhys', 'rootCause'],
  status: ['documentStatus'],
  wentWrong: ['couldImprove'],
  immediateFix: ['resolution'],
  date: ['startTime', 'period'],
};

const NOTHING: Gathered<never> = { list: [], blocks: new Set() };

function make(anatomy: Anatomy, template: Template, options: ConvertOptions, { kept }: Plan): Made {
  const { reading, outline } = anatomy;
  const dialect = findDialect(anatomy, options.templates ?? []);
  const timeline = kept.has('timeline') ? NOTHING : (timelineContent(anatomy) ?? NOTHING);
  const actions = kept.has('actionItems') ? NOTHING : (actionContent(anatomy) ?? NOTHING);
  const asksWhys = asksFor(template, 'whys') && !kept.has('whys') && !kept.has('fiveWhys');
  const whys = asksWhys ? (whyContent(anatomy) ?? NOTHING) : NOTHING;
  const done = new Set<Block>([...timeline.blocks, ...actions.blocks, ...whys.blocks]);
  const all = piecesOf(anatomy, { done, own: dialect?.own ?? new Set() });
  const pieces = all.filter(({ isSilent }) => !isSilent);
  const draftText = draft(
    template,
    contentOf(anatomy, { timeline: timeline.list, actions: actions.list, whys: whys.list }),
  );
  const target = takeApart(draftText, options);
  const slots = piecesOf(target, { done: new Set(), own: new Set() });
  const movable = pieces.filter((piece) => !piece.isFrontMatter && !piece.keys.some((key) => kept.has(key)));
  const { filled, left } = fill(anatomy, movable, target, slots);
  const inFrontMatter = fill(
    anatomy,
    pieces.filter(isHeaderOfFrontMatter),
    target,
    slots.filter((slot) => !filled.some(({ splice }) => touches(splice, slot))),
  );
  const placeless = pieces.filter(
    (piece) => !piece.isFrontMatter && (left.includes(piece) || !movable.includes(piece)),
  );
  const reshaped: { what: string; before: string; after: string }[] = [];
  const splices = [...filled, ...inFrontMatter.filled].map(({ piece, splice }) => {
    if (!piece.keys.includes('severity')) return splice;
    const severity = valueOf(reading.postmortem.severity);
    const insert = inOtherScale(splice.insert, severity?.level, template.severities);
    if (insert !== splice.insert) reshaped.push({ what: 'severity', before: splice.insert, after: insert });
    return { ...splice, insert };
  });
  const body = applied(draftText, splices);
  // A form of somebody else's asks in words of its own, which are nobody's to throw away.
  const asked = dialect === null ? all.filter(({ isSilent, isFrontMatter }) => isSilent && !isFrontMatter) : [];
  const there = new Set([body, ...placeless.map(({ markdown }) => markdown)].flatMap(wordsIn));
  const carried = all.filter(
    (piece) =>
      placeless.includes(piece) || (asked.includes(piece) && wordsIn(piece.markdown).some((word) => !there.has(word))),
  );
  const from = dialect?.template.name ?? 'another template';
  const over =
    carried.length + definitionsOf(anatomy).length === 0
      ? ''
      : carryOver(anatomy, carried, from, definitionsOf(anatomy));
  const front =
    outline.sections[0]?.kind === 'frontMatter'
      ? `${markdownAt(anatomy, { from: 0, to: outline.sections[0].to })
          .replace(/^\uFEFF/, '')
          .trim()}\n\n`
      : '';
  const end = outline.sections.at(-1)?.to ?? reading.text.length;
  const further =
    end < reading.text.length
      ? `\n## Further incidents of the same file\n\n${markdownAt(anatomy, { from: end, to: reading.text.length })
          .trim()
          .replace(/^## Further incidents of the same file\s+/i, '')}\n`
      : '';
  return {
    text: front + withCarried(body, over) + further,
    carried: carried.map((piece) => nameOfPiece(anatomy, piece)),
    reshaped,
    said: [
      ...all.flatMap((piece) => (piece.isSilent && dialect !== null ? [] : wordsOf(anatomy, piece))),
      ...saidIn(timeline.list),
      ...saidIn(actions.list),
      ...saidIn(whys.list),
    ],
  };
}

/** Header values of the front matter, which stays as it is, are shown in the header as well. */
function isHeaderOfFrontMatter({ isFrontMatter, keys }: Piece): boolean {
  return isFrontMatter && keys.some((key) => SHOWN_TWICE.has(key));
}

const SHOWN_TWICE: ReadonlySet<string> = new Set(['severity', 'status', 'incidentId', 'date', 'duration', 'commander']);

function touches({ from, to }: Splice, slot: Piece): boolean {
  return slot.from <= to && slot.to >= from;
}

function contentOf(anatomy: Anatomy, lists: Pick<Content, 'timeline' | 'actions' | 'whys'>): Content {
  const { postmortem, sections } = anatomy.reading;
  const heading = sections.find(({ kind, level }) => kind === 'heading' && level === 1);
  const { title, zone } = postmortem;
  const isHeading =
    heading !== undefined &&
    title.state === 'known' &&
    title.places.some(({ from, to }) => from >= heading.headingPlace.from && to <= heading.headingPlace.to);
  const shown = isHeading
    ? markdownAt(anatomy, heading.headingPlace)
    : title.state === 'known'
      ? title.written
      : undefined;
  return {
    ...(shown !== undefined && { title: shown }),
    ...(zone.state === 'known' && { zone: zone.value }),
    ...lists,
    ...(isOnlyDerived(postmortem.date) && { date: postmortem.date.value }),
  };
}

function applied(text: string, splices: readonly Splice[]): string {
  let out = text;
  let before = Infinity;
  for (const { from, to, insert } of splices.toSorted((a, b) => b.from - a.from || b.to - a.to)) {
    if (to > before) continue;
    out = out.slice(0, from) + insert + out.slice(to);
    before = from;
  }
  return out;
}

/** Link reference definitions, which belong to no block. */
function definitionsOf({ context, outline }: Anatomy): readonly string[] {
  const blocks = outline.bodies.flat();
  return [...context.flat.matchAll(/^ {0,3}\[[^\]\n]{1,200}\]:[ \t]*\S[^\n]*$/gm)]
    .filter(({ index }) => !blocks.some(({ from, to }) => from <= index + 3 && index < to))
    .map(([line]) => line.trim());
}

function nameOfPiece({ outline }: Anatomy, piece: Piece): string {
  return piece.kind === 'label' ? piece.words : (outline.sections[piece.section]?.heading ?? '');
}

/** The words of a piece; a severity may be worded in another scale. */
function wordsOf(anatomy: Anatomy, { kind, keys, markdown, value, blocks, isFrontMatter }: Piece): readonly string[] {
  if (isFrontMatter || keys.includes('severity')) return [];
  if (kind === 'prose') return [markdown];
  return [value, blocks].flatMap((place) => (place === null ? [] : [markdownAt(anatomy, place)]));
}

/** A day that only the title or the timeline tells has no label to move; it is written down where a template asks. */
function isOnlyDerived(date: Field<string>): date is Known<string> {
  return date.state === 'known' && date.source === 'derived';
}

function saidIn(list: readonly object[]): readonly string[] {
  return list.flatMap((entry) =>
    Object.values(entry)
      .flat()
      .filter((value) => typeof value === 'string'),
  );
}
