import type { Place } from '../model/index.ts';
import type { Context } from './context.ts';
import { closingParenthesis } from './plain.ts';

/** Where the work is tracked, and where the words before that end. */
export interface TrailingTicket {
  readonly value: string;
  readonly place: Place;
  readonly textTo: number;
}

const LOOK_BACK = 700;
const KEY = /(?<![\s([:：<])[\s([:：<]+((?:#\d{1,7}|[A-Z][A-Z0-9]{1,9}-\d{1,6}|https?:\/\/[^\s)\]>]{5,400}))[)\]>]?$/;
const LEAD = /(?<![\s(（[<:：,—–-])(?:[\s(（[<:：,—–-]|(?:^|[\s(（[])(?:see|issue|tracked in|tracking|ticket|pr))+$/i;
const TRACKER =
  /\/(?:issues?|pull|pulls|merge_requests|browse|projects?|tickets?|bugs?|show_bug|items?|tasks?|cards?|c|stories|story|workitems?|-)\/|[/=][A-Z][A-Z0-9]+-\d+|\/commit\//;

/** Names of standards that only look like a ticket's key. */
const STANDARD = /^(?:UTF|SHA|ISO|RFC|HTTP|IPV|AES|RSA|TLS|SSL|MD|ES|GPT|COVID|BASE|ARM|X)-/;

/**
 * The link or key that an action's words end with, alone or in brackets: `… ([#12](https://…/issues/12))`, `… OPS-34`.
 * A link to a page of documentation is part of the sentence and stays.
 */
export function trailingTicket(context: Context, { from, to }: Place): TrailingTicket | null {
  const text = context.flat.slice(Math.max(from, to - LOOK_BACK), to);
  const start = to - text.length;
  const end = text.replace(/(?<![\s.])[\s.]+$/, '').length;
  const link = linkAtEnd(context, text, end);
  if (link !== null) {
    if (link.from <= 3 || !isTicket(link.target, link.label)) return null;
    return found(link.target, { from: start + link.from, to: start + link.to }, link.from);
  }
  const match = KEY.exec(text.slice(0, end));
  const key = match?.[1] ?? '';
  if (match === null || match.index === 0 || STANDARD.test(key) || (key.startsWith('http') && !isTicket(key, key)))
    return null;
  const at = start + match.index + match[0].indexOf(key);
  return found(key, { from: at, to: at + key.length }, match.index);

  function found(value: string, place: Place, before: number): TrailingTicket {
    return { value, place, textTo: start + text.slice(0, before).replace(LEAD, '').length };
  }
}

interface Link {
  readonly from: number;
  readonly to: number;
  readonly target: string;
  readonly label: string;
}

function linkAtEnd(context: Context, text: string, end: number): Link | null {
  const isWrapped = text[end - 1] === ')' && (text[end - 2] === ')' || text[end - 2] === ']');
  const to = isWrapped ? end - 1 : end;
  if (text[to - 1] === ')') {
    const middle = text.lastIndexOf('](', to);
    if (middle <= 0 || closingParenthesis(text, middle + 1) !== to - 1) return null;
    const from = text.lastIndexOf('[', middle);
    return from < 0
      ? null
      : { from, to, target: text.slice(middle + 2, to - 1).trim(), label: text.slice(from + 1, middle) };
  }
  const name = text[to - 1] === ']' ? text.lastIndexOf('[', to) : -1;
  const target = name < 0 ? undefined : context.references.get(text.slice(name + 1, to - 1).toLowerCase());
  if (target === undefined) return null;
  const from = text[name - 1] === ']' ? text.lastIndexOf('[', name - 1) : name;
  return { from, to, target, label: text.slice(from + 1, from === name ? to - 1 : name - 1) };
}

function isTicket(target: string, label: string): boolean {
  return TRACKER.test(target) || /^#?\d+$|^[A-Z][A-Z0-9]{1,9}-\d+$|#\d+/.test(label.trim());
}
