import type { Change, Reading, Refusal, Splice } from '../model/index.ts';
import { read, type ReadOptions } from '../read/read.ts';
import { lineEndAt } from './line-view.ts';
import { type Page, pageOf } from './page.ts';
import { planFor } from './plan-for.ts';
import { refusal } from './refusal.ts';
import { applySplices, areApart } from './splices.ts';
import type { Template } from './template.ts';
import { faultOf } from './verify.ts';
import { readsAlike, windowFor } from './window.ts';
import { valueFault } from './written-value.ts';

export interface EditOptions extends ReadOptions {
  /** The order and the words of sections that are added. */
  readonly template?: Template;
}

/** A text with one change in it and the splices that made it, or why the change was refused. */
export type Edit =
  | {
      readonly ok: true;
      readonly text: string;
      readonly splices: readonly Splice[];
      /** The reading of `text`; a large text is read when this is first asked for. */
      readonly reading: Reading;
    }
  | { readonly ok: false; readonly refusal: Refusal };

const MOST_WAYS = 40;
/** Each way means reading the whole text again; in a large one only the plainest are tried. */
const FEW_WAYS = 3;
/** Refusals that do not depend on how much of the text was looked at. */
const FINAL: ReadonlySet<Refusal['code']> = new Set(['invalid-value', 'not-found', 'ambiguous'] as const);

/**
 * Makes one change to a post-mortem by splices. Everything outside of them stays byte for byte: table padding, bullets,
 * line ends, trailing spaces. What is written is read again before it is answered: the reading differs by exactly the
 * change, or the change is refused with its reason. A value that is there already gives no splices.
 *
 * White space is no part of a value: each run of it is written as one space, or as a line break where the place allows.
 *
 * @param source the text, or a reading of it, which saves reading it once
 * @param options `fileName` and `languages` have to be those of the reading
 * @example edit('**Severity:** SEV3\n', { kind: 'setField', field: 'severity', value: 'SEV2' }) // { ok: true, splices: [{ from: 14, to: 18, insert: 'SEV2' }], … }
 */
export function edit(source: Reading | string, change: Change, options: EditOptions = {}): Edit {
  const fault = stringsIn(change)
    .map(valueFault)
    .find((each) => each !== null);
  if (fault !== undefined && fault !== null) return { ok: false, refusal: refusal('invalid-value', fault) };
  const whole = typeof source === 'string' ? read(source, options) : source;
  const kept = windowFor(whole, change);
  const page = kept === null ? null : pageOf(whole, kept, options);
  if (page !== null && readsAlike(page)) {
    const quick = editOn(page, change, options, MOST_WAYS);
    if (quick.ok || FINAL.has(quick.refusal.code)) return quick;
  }
  const most = page === null ? MOST_WAYS : FEW_WAYS;
  return editOn(pageOf(whole, [{ from: 0, to: whole.text.length }], options), change, options, most);
}

function editOn(page: Page, change: Change, options: EditOptions, most: number): Edit {
  const plan = planFor(page, change, options.template);
  if ('code' in plan) return { ok: false, refusal: plan };
  const nothing: readonly Splice[] = [];
  if (plan.expect.reached(page.examined, { before: [], after: [] }) === null)
    return edited(page, nothing, null, options);
  let why: string | null = null;
  let tried = 0;
  for (const splices of plan.ways) {
    const own = splices
      .map((splice) => withLineEnds(page.text, splice))
      .filter(({ from, to, insert }) => page.text.slice(from, to) !== insert);
    if (own.length === 0 || !areApart(page.text.length, own)) continue;
    tried += 1;
    if (tried > most) break;
    const next = pageOf({ ...page.whole, text: applySplices(page.text, own) }, [{ from: 0, to: Infinity }], options);
    const fault = faultOf(page.examined, next.examined, own, plan.expect);
    if (fault === null) {
      const result = edited(page, own, next, options);
      if (result.ok) return result;
    }
    why ??= fault;
  }
  return {
    ok: false,
    refusal:
      why === null
        ? refusal('no-place', 'This document has no place for it, and none can be made.')
        : refusal('cannot-be-written', `This cannot be written here: ${why}.`),
  };
}

/** Plans write LF; a new line ends as its neighbour does. A CRLF is never parted. */
function withLineEnds(text: string, splice: Splice): Splice {
  const from = splice.from - (isWithinLineEnd(text, splice.from) ? 1 : 0);
  const to = splice.to - (isWithinLineEnd(text, splice.to) ? 1 : 0);
  const insert = splice.insert.replace(/\r\n?|\n/g, () => lineEndAt(text, from));
  return { from, to: Math.max(from, to), insert };
}

function isWithinLineEnd(text: string, at: number): boolean {
  return text[at - 1] === '\r' && text[at] === '\n';
}

function edited(page: Page, own: readonly Splice[], next: Page | null, options: EditOptions): Edit {
  const places = own.map(page.toDocument);
  if (places.some((place) => place === null))
    return { ok: false, refusal: refusal('no-place', 'The place is too far apart.') };
  const splices = places as readonly Splice[];
  const text = applySplices(page.whole.text, splices);
  let reading = splices.length === 0 ? page.whole : isWhole(page) && next !== null ? next.examined.reading : null;
  return {
    ok: true,
    text,
    splices,
    get reading() {
      reading ??= read(text, options);
      return reading;
    },
  };
}

function isWhole({ kept: [first, ...more], whole }: Page): boolean {
  return more.length === 0 && first?.from === 0 && first.to === whole.text.length;
}

function stringsIn(data: unknown): readonly string[] {
  if (typeof data === 'string') return [data];
  return typeof data === 'object' && data !== null ? Object.values(data).flatMap(stringsIn) : [];
}
