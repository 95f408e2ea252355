import { type Reading, type Splice, valueOf } from '../model/index.ts';
import { type Anatomy, type Block, type ReadOptions, takeApart } from '../read/index.ts';
import { actionContent } from './action-content.ts';
import { carryOver } from './carry-over.ts';
import { comparable } from './comparable.ts';
import type { Content } from './content.ts';
import { findDialect } from './dialect.ts';
import { draft, withCarried } from './draft.ts';
import { fill } from './fill.ts';
import { markdownAt } from './markdown-at.ts';
import { inOtherScale } from './other-scale.ts';
import { type Piece, piecesOf } from './piece.ts';
import type { Template } from './template.ts';
import { type Gathered, timelineContent } from './timeline-content.ts';
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
  const anatomy = takeApart(reading.text, options);
  const before = comparable(reading);
  let plan: Plan = { kept: new Set() };
  let best: { readonly made: Made; readonly wrong: readonly string[] } | null = null;
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    const made = make(anatomy, template, options, plan);
    const after = comparable(takeApart(made.text, options).reading);
    const wrong = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
      (key) => before[key] !== after[key],
    );
    if (best === null || wrong.length < best.wrong.length) best = { made, wrong };
    if (process.env.DBG) for (const k of wrong) console.log('DBG', attempt, k, '\n  ', before[k], '\n  ', after[k]);
    const more = wrong.filter((key) => !plan.kept.has(key));
    if (more.length === 0) break;
    plan = { kept: new Set([...plan.kept, ...more]) };
  }
  const { text, carried, reshaped } = best?.made ?? make(anatomy, template, options, plan);
  const after = comparable(takeApart(text, options).reading);
  const differing = (best?.wrong ?? []).map((key) => ({
    what: key,
    before: before[key] ?? '',
    after: after[key] ?? '',
  }));
  return {
    text,
    losses: {
      carried,
      reshaped: [...reshaped, ...differing],
      dropped: droppedWords(anatomy, text, findDialect(anatomy, options.templates ?? [])?.own ?? new Set()),
    },
  };
}

const MOST_ATTEMPTS = 4;

/** Keys whose values stay in their own form and are carried, since they would read differently elsewhere. */
interface Plan {
  readonly kept: ReadonlySet<string>;
}

interface Made extends Pick<Losses, 'carried' | 'reshaped'> {
  readonly text: string;
}

const NOTHING: Gathered<never> = { list: [], blocks: new Set() };

function make(anatomy: Anatomy, template: Template, options: ConvertOptions, { kept }: Plan): Made {
  const { reading, outline } = anatomy;
  const dialect = findDialect(anatomy, options.templates ?? []);
  const timeline = kept.has('timeline') ? NOTHING : (timelineContent(anatomy) ?? NOTHING);
  const actions = kept.has('actionItems') ? NOTHING : (actionContent(anatomy) ?? NOTHING);
  const asksWhys = /\bwhys\b/.test(template.body) && !kept.has('whys') && !kept.has('fiveWhys');
  const whys = asksWhys ? (whyContent(anatomy) ?? NOTHING) : NOTHING;
  const done = new Set<Block>([...timeline.blocks, ...actions.blocks, ...whys.blocks]);
  const pieces = piecesOf(anatomy, { done, own: dialect?.own ?? new Set() }).filter(({ isSilent }) => !isSilent);
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
  const carried = pieces.filter((piece) => !piece.isFrontMatter && (left.includes(piece) || !movable.includes(piece)));
  const reshaped: { what: string; before: string; after: string }[] = [];
  const splices = [...filled, ...inFrontMatter.filled].map(({ piece, splice }) => {
    if (!piece.keys.includes('severity')) return splice;
    const severity = valueOf(reading.postmortem.severity);
    const insert = inOtherScale(splice.insert, severity?.level, template.severities);
    if (insert !== splice.insert) reshaped.push({ what: 'severity', before: splice.insert, after: insert });
    return { ...splice, insert };
  });
  const body = applied(draftText, splices);
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
    end < reading.text.length ? `\n${markdownAt(anatomy, { from: end, to: reading.text.length }).trim()}\n` : '';
  return {
    text: front + withCarried(body, over) + further,
    carried: carried.map((piece) => nameOfPiece(anatomy, piece)),
    reshaped,
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

/** Words of the body that the new text does not hold. */
function droppedWords(anatomy: Anatomy, text: string, own: ReadonlySet<string>): readonly string[] {
  const wordsIn = (markdown: string): readonly string[] => withoutForm(markdown).match(/[\p{L}\p{N}]+/gu) ?? [];
  const there = new Set(wordsIn(text));
  const missing = proseOf(anatomy, own)
    .flatMap(wordsIn)
    .filter((word) => !there.has(word));
  return [...new Set(missing)];
}

/** Markdown without what a form puts around words: boxes, headers of tables, placeholders. */
function withoutForm(markdown: string): string {
  return markdown
    .replaceAll(/^\s*(?:[-*+]|\d+[.)])\s+\[[xX ]\]/gm, '')
    .replaceAll(/^\|[^\n]*\n(?=\|[\s:|-]+$)/gm, '')
    .replaceAll(/\[[^[\]\n]{2,300}\](?![([:])|(?<![\w.])@(?:username|team|owner)\b/g, '');
}

function proseOf(anatomy: Anatomy, own: ReadonlySet<string>): readonly string[] {
  return piecesOf(anatomy, { done: new Set(), own })
    .filter(({ isSilent, isFrontMatter, keys }) => !isSilent && !isFrontMatter && !keys.includes('severity'))
    .map((piece) =>
      piece.kind === 'prose'
        ? piece.markdown
        : [piece.value, piece.blocks].map((place) => (place === null ? '' : markdownAt(anatomy, place))).join(' '),
    );
}
