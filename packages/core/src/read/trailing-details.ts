import type { Place } from '../model/index.ts';
import { fold } from '../vocabulary/index.ts';
import type { Parts, Take } from './action-words.ts';
import type { Context } from './context.ts';
import { nameOf } from './labels.ts';
import { trim } from './table.ts';
import { timeAt } from './time.ts';
import { trailingTicket } from './trailing-ticket.ts';

const TAIL = 220;
const BRACKETS = /\s*([([（])((?:[^()[\]（）]|\[[^[\]()]{0,60}\](?:\([^()\s]{0,200}\))?){1,160})[)\]）]\s*\.?\s*$/u;
const HANDLES = /^(?:\[?@[\w./-]{1,40}\]?(?:\([^()\s]{1,200}\))?(?:\s*[,/&]\s*|\s+(?:and|y|et|und|og|e)\s+)?){1,5}$/;
const PERSON = /^\p{Lu}[\p{L}.'’-]{1,20}(?:\s\p{Lu}[\p{L}.'’-]{0,20}){0,2}$/u;
const PEOPLE = /^(\p{Lu}[\p{Ll}.'’-]{1,20}(?:\s?[/&]\s?\p{Lu}[\p{Ll}.'’-]{1,20}){1,3})(?:\s[^,;]{1,30})?$/u;
const HANDLES_AT_END = /(?:\s*[—–-]\s*|\s+)((?:@[\w./-]{1,40}(?:\s*[,/&]\s*|\s+and\s+)?){1,4})\s*\.?\s*$/;
const PRIORITY = /^(?:p[0-5]|sev-?[0-5])$/i;
const LOOSE_DUE = /^(?:q[1-4]|next|end of|eo[dwmqy]|the end|\+?\d+\s?[dwm]|tomorrow|today|this|in \d+)\b/i;
const MAY_BE_DUE = /\d|\b(?:next|end of|eo[dwmqy]|tomorrow|today|this|no due)\b/i;
const DUE_SENTENCE = /(?:[.;,—–-]\s*|^)([^.;,—–\n]{2,60})\s*\.?\s*$/u;

/** What stands behind an action's words: tickets, details in brackets, a due date, handles, a done mark. */
export const trailingDetails: readonly Take[] = [
  takeComment,
  takeTicket,
  takeBrackets,
  takeLabelled,
  takeDueSentence,
  takeHandles,
  takeDoneWord,
  takeTick,
];

/** `… <!-- a note -->`: what no reader of the page sees is no detail of the item, whatever words it holds. */
function takeComment(context: Context, parts: Parts): boolean {
  if (!context.flat.startsWith('-->', parts.to - 3)) return false;
  const from = context.flat.lastIndexOf('<!--', parts.to);
  if (from <= parts.from) return false;
  endAt(context, parts, from);
  return true;
}

function takeTicket(context: Context, parts: Parts): boolean {
  const found = trailingTicket(context, { from: parts.from, to: parts.to });
  if (found === null) return false;
  const label = /^\[([^\]]{1,40})\]/.exec(context.flat.slice(found.place.from, found.place.to))?.[1] ?? '';
  if (parts.done === null && context.lexicon.done.has(fold(label))) parts.done = { value: true, place: found.place };
  parts.ticket ??= { value: found.value, place: found.place };
  parts.to = found.textTo;
  return true;
}

/** `(@ana, due 2026-03-01)`, `[Priority: High]`, `(DONE)`: brackets of which every part is a detail. */
function takeBrackets(context: Context, parts: Parts): boolean {
  const match = BRACKETS.exec(tail(context, parts));
  const inner = match?.[2];
  if (match === null || inner === undefined || match.index + tailStart(parts) <= parts.from) return false;
  if (match[1] === '(' && /\]\s*$/.test(tail(context, parts).slice(0, match.index))) return false;
  const start = tailStart(parts) + match.index + match[0].indexOf(inner, 1);
  const pieces = piecesOf(inner, start);
  const details = pieces.map((place) => detailOf(context, place, pieces.length > 1));
  if (details.some((detail) => detail === null)) return false;
  for (const detail of details) if (detail !== null) apply(parts, detail);
  parts.to = tailStart(parts) + match.index;
  return true;
}

type Detail =
  | { readonly kind: 'owner' | 'due' | 'priority' | 'ticket'; readonly place: Place }
  | { readonly kind: 'done'; readonly place: Place; readonly value: boolean }
  | { readonly kind: 'nothing' };

function piecesOf(inner: string, start: number): readonly Place[] {
  const pieces: Place[] = [];
  let from = 0;
  for (const match of inner.matchAll(/[,;·，、]\s*|$/g)) {
    if (match.index > from) pieces.push({ from: start + from, to: start + match.index });
    from = match.index + match[0].length;
  }
  return pieces;
}

function detailOf(context: Context, place: Place, amongOthers: boolean): Detail | null {
  const text = context.flat.slice(place.from, place.to).trim();
  const inner = trim(context.flat, place.from, place.to);
  const labelled = /^([^:：]{1,30})[:：]\s*(\S.*)$/u.exec(text);
  if (labelled !== null) {
    const value = { from: inner.to - (labelled[2] ?? '').length, to: inner.to };
    return labelledDetail(context, labelled[1] ?? '', value);
  }
  const spoken = /^(\D{2,20}?)\s+(@\S.*)$/.exec(text);
  if (spoken !== null && nameOf(context, spoken[1] ?? '').includes('owner')) {
    return { kind: 'owner', place: { from: inner.to - (spoken[2] ?? '').length, to: inner.to } };
  }
  const word = fold(text);
  const { done, open, severities, unknown, nobody } = context.lexicon;
  if (HANDLES.test(text)) return { kind: 'owner', place: inner };
  if (PRIORITY.test(text) || (severities.has(word) && word.length > 2)) return { kind: 'priority', place: inner };
  if (nobody.has(word) || unknown.has(word)) return { kind: 'nothing' };
  const [first = ''] = word.split(' ');
  if (done.has(word) || (done.has(first) && word.split(' ').length <= 4 && first.length > 3))
    return { kind: 'done', place: inner, value: true };
  if (open.has(word)) return { kind: 'done', place: inner, value: false };
  const due = dueIn(context, inner, true);
  if (due !== null) return { kind: 'due', place: due };
  const people = PEOPLE.exec(text)?.[1];
  if (people !== undefined) return { kind: 'owner', place: { from: inner.from, to: inner.from + people.length } };
  if (PERSON.test(text) && (amongOthers || text.includes(' '))) return { kind: 'owner', place: inner };
  return null;
}

function labelledDetail(context: Context, label: string, place: Place): Detail | null {
  for (const name of nameOf(context, label)) {
    if (name === 'owner' || name === 'due' || name === 'priority' || name === 'ticket') return { kind: name, place };
    if (name !== 'status') continue;
    const word = fold(context.flat.slice(place.from, place.to));
    if (context.lexicon.done.has(word) || context.lexicon.open.has(word))
      return { kind: 'done', place, value: context.lexicon.done.has(word) };
  }
  return null;
}

function apply(parts: Parts, detail: Detail): void {
  if (detail.kind === 'nothing') return;
  if (detail.kind === 'done') parts.done ??= { value: detail.value, place: detail.place };
  else if (detail.kind === 'owner' && parts.owner !== null)
    parts.owner = { from: parts.owner.from, to: detail.place.to };
  else if (detail.kind !== 'ticket') parts[detail.kind] ??= detail.place;
}

/** The date of `due 2026-03-21`, `by next quarter`, `2026-03-21`: a due word before it, or a bare date where allowed. */
function dueIn(context: Context, place: Place, bareDate: boolean): Place | null {
  const text = context.flat.slice(place.from, place.to);
  const lead = dueLead(context, text);
  const value = trim(context.flat, place.from + lead, place.to);
  if (lead === 0 && !bareDate) return null;
  const words = context.flat.slice(value.from, value.to).replace(/^\*+/, '');
  const time = timeAt(context.lexicon, words, 0, context);
  const isDate = time !== null && time.at.clock === undefined && /^[\s*.)]*$/.test(words.slice(time.to));
  if (isDate) return value;
  return lead > 0 && LOOSE_DUE.test(words) ? value : null;
}

/** How many characters of a text are due words: `due`, `no later than`, `fällig bis`. */
function dueLead(context: Context, text: string): number {
  const words = [...text.matchAll(/[\p{L}’']+/gu)].slice(0, 4);
  for (let count = words.length; count > 0; count -= 1) {
    const last = words[count - 1];
    const end = last === undefined ? 0 : last.index + last[0].length;
    if (/^\s*[\p{L}]/u.test(text) && context.lexicon.dueWords.has(fold(text.slice(0, end)))) {
      return end + (/^\s*[:：]?\s*\**\s*(?:on\s+)?/.exec(text.slice(end))?.[0].length ?? 0);
    }
  }
  return 0;
}

/** `… Due 2026-03-21.`, `… by 2026-03-21`, `… No due date yet.` at the end of the words. */
function takeDueSentence(context: Context, parts: Parts): boolean {
  const text = tail(context, parts);
  if (parts.due !== null || !MAY_BE_DUE.test(text)) return false;
  const sentence = DUE_SENTENCE.exec(text);
  const inner = sentence?.[1];
  if (sentence !== null && inner !== undefined) {
    const from = tailStart(parts) + sentence.index + sentence[0].indexOf(inner);
    const before = tailStart(parts) + sentence.index;
    const end = before + (/^[.!?]/.test(sentence[0]) ? 1 : 0);
    if (
      before > parts.from &&
      context.lexicon.unknown.has(fold(inner)) &&
      /due|date|fecha|datum|date|frist|prazo/i.test(inner)
    ) {
      parts.to = end;
      return true;
    }
    const due =
      parts.due === null && before > parts.from ? dueIn(context, { from, to: from + inner.length }, false) : null;
    if (due !== null) {
      parts.due = due;
      parts.to = end;
      return true;
    }
  }
  const word =
    parts.due === null
      ? /\s((?:due|by|until|before|bis|antes del?|avant le|até|innen)\s+\S.{1,28})$/iu.exec(text.replace(/\.\s*$/, ''))
      : null;
  const from = word === null ? -1 : tailStart(parts) + word.index + 1;
  const due = word === null ? null : dueIn(context, { from, to: from + (word[1] ?? '').length }, false);
  if (due === null) return false;
  parts.due = due;
  endAt(context, parts, from);
  return true;
}

/** `… - Owner: Ana`, `… **Owner:** Ana`, `…. Owner: Platform Team`: a label that stands apart from the words. */
function takeLabelled(context: Context, parts: Parts): boolean {
  const text = tail(context, parts);
  if (!/[:：][^:：]{0,70}$/.test(text)) return false;
  const match =
    /(?:[.;,—–-]\s*|\s|\n\s*)(?:\*\*|__)?(\p{L}[\p{L} ]{1,20}?)\s?[:：]\s*(?:\*\*|__)?\s*([^:：\n]{2,60}?)\s*\.?\s*$/u.exec(
      text,
    );
  const [, label, value] = match ?? [];
  if (match === null || label === undefined || value === undefined) return false;
  const isApart = /^[.;,—–-]|\n/.test(match[0]) || /^\s*(?:\*\*|__)/.test(match[0]);
  const from = tailStart(parts) + match.index + match[0].lastIndexOf(value);
  const detail =
    isApart && from > parts.from ? labelledDetail(context, label, { from, to: from + value.length }) : null;
  if (detail === null || detail.kind === 'ticket') return false;
  apply(parts, detail);
  const before = tailStart(parts) + match.index;
  if (match[0].startsWith('.')) parts.to = before + 1;
  else endAt(context, parts, before);
  return true;
}

function takeHandles(context: Context, parts: Parts): boolean {
  const match = HANDLES_AT_END.exec(tail(context, parts));
  const names = match?.[1];
  if (match === null || names === undefined || parts.owner !== null || tailStart(parts) + match.index <= parts.from)
    return false;
  const from = tailStart(parts) + match.index + match[0].indexOf(names);
  const before = context.flat.slice(parts.from, tailStart(parts) + match.index);
  if (!/[—–-]/.test(match[0]) && /(?:\b(?:with|by|to|from|for|ask|contact|and|of|notify|tell)|[,/])\s*$/i.test(before))
    return false;
  parts.owner = trim(context.flat, from, from + names.length);
  parts.to = tailStart(parts) + match.index;
  return true;
}

/** `… DONE`, `… — done`, `… **完了**`: a status word apart from the sentence by a dash, by marks or by capitals. */
function takeDoneWord(context: Context, parts: Parts): boolean {
  if (parts.done !== null) return false;
  const text = tail(context, parts);
  const match = /(?:\s[—–-]\s*|\s*\*\*)([\p{L} ]{2,30})(?:\*\*)?\s*\.?\s*$/u.exec(text);
  const capitals = /\s((?:[A-Z]{3,}(?![A-Z])\s?){1,3})\s*\.?\s*$/.exec(text);
  for (const found of [capitals, match]) {
    const said = found?.[1];
    const word = fold(said ?? '');
    if (found === null || said === undefined || word === '') continue;
    const { done, open } = context.lexicon;
    if (!done.has(word) && !open.has(word)) continue;
    const isApart = found === capitals || /^\s*(?:[—–-]\s|\*\*)/.test(found[0]);
    if (!isApart || /^(?:yes|no|y|n)$/.test(word)) continue;
    const from = tailStart(parts) + found.index + found[0].indexOf(said);
    if (from <= parts.from) continue;
    parts.done = { value: done.has(word), place: { from, to: from + said.trimEnd().length } };
    endAt(context, parts, tailStart(parts) + found.index);
    return true;
  }
  return false;
}

function takeTick(context: Context, parts: Parts): boolean {
  const match = /(?<!\s)\s*(?:✅|✔️?|☑️?)\s*$/u.exec(tail(context, parts));
  if (match === null || parts.done !== null) return false;
  const from = tailStart(parts) + match.index;
  parts.done = { value: true, place: { from, to: parts.to } };
  parts.to = from;
  return true;
}

/** Ends the words before a detail, without the dash or colon that parted them. */
function endAt(context: Context, parts: Parts, to: number): void {
  let end = to;
  while (end > parts.from && /[\s—–:-]/.test(context.flat[end - 1] ?? '')) end -= 1;
  parts.to = end;
}

function tailStart({ from, to }: Parts): number {
  return Math.max(from, to - TAIL);
}

function tail(context: Context, parts: Parts): string {
  return context.flat.slice(tailStart(parts), parts.to);
}
