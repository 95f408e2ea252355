import type { Place } from '../model/index.ts';
import { fold } from '../vocabulary/index.ts';
import type { Context } from './context.ts';
import { trim } from './table.ts';
import { timeAt } from './time.ts';
import { trailingTicket } from './trailing-ticket.ts';

/** The parts of an action item that is written as one sentence: `Priya — Add an alert. Due 2026-03-21. (#12)`. */
export interface ActionWords {
  readonly text: Place;
  readonly owner: Place | null;
  readonly due: Place | null;
  readonly priority: Place | null;
  readonly status: Place | null;
  readonly id: Place | null;
  readonly done: { readonly value: boolean; readonly place: Place } | null;
  readonly ticket: { readonly value: string; readonly place: Place } | null;
}

interface Parts {
  from: number;
  to: number;
  owner: Place | null;
  due: Place | null;
  priority: Place | null;
  status: Place | null;
  id: Place | null;
  done: { value: boolean; place: Place } | null;
  ticket: { value: string; place: Place } | null;
}

/** Takes labels, owner, due date, priority, done marks and tickets off both ends of an action's words. */
export function actionWords(context: Context, place: Place): ActionWords {
  const parts: Parts = {
    ...trim(context.flat, place.from, place.to),
    owner: null,
    due: null,
    priority: null,
    status: null,
    id: null,
    done: null,
    ticket: null,
  };
  for (let guard = 0; guard < 6 && LEADING.some((take) => take(context, parts)); guard += 1);
  for (let guard = 0; guard < 8 && TRAILING.some((take) => take(context, parts)); guard += 1);
  const { from, to, ...rest } = parts;
  return { text: trim(context.flat, from, to), ...rest };
}

type Take = (context: Context, parts: Parts) => boolean;

const LABEL =
  /^(?:\*\*|__)?\s*(action(?: item)?(?: ?#?\d+)?|task(?: ?\d+)?|todo|ai[- ]?\d+|acci[oó]n(?: \d+)?|a[cç][aã]o(?: \d+)?|ma(?:ss|ß)nahme(?: \d+)?|aksjon(?: \d+)?|アクション(?: ?\d+)?|行动(?:项)?(?: ?\d+)?)\s*[:：](?:\*\*|__)?\s*[:：]?\s*|^(?:\*\*|__)(action(?: item)?(?: ?#?\d+)?)(?:\*\*|__)\s*[:：]\s*/i;
const STATUS = /^(?:\*\*|__|\[|\()([^*_[\]()\n]{1,30}?)\s*[:：]?(?:\*\*|__|\]|\))\s*[:：]?\s*/;
const PRIORITY =
  /^(?:\*\*)?[[(]?\s*((?:P|S|SEV-?)[0-5]|(?:priority\s*[:：]\s*)?(?:critical|high|medium|low|urgent))\s*[\])](?:\*\*)?\s*[:：—–-]?\s*|^(?:\*\*)((?:P|SEV-?)[0-5])[:：]?(?:\*\*)[:：]?\s*|^((?:P)[0-4])\s*[:：—–-]\s+/i;
const OWNER =
  /^(?:\*\*)?((?:@[\w./-]{1,40}(?:\s*,\s*|\s+and\s+|\s*\/\s*)?){1,4}|\[?@[\w./-]{1,40}\]?(?:\([^)\s]{1,200}\))?)(?:\*\*)?\s*(?:[:：]|[—–-]{1,2})\s+/;
const NAMED_OWNER =
  /^(?:\*\*)?(\([^()]{2,30}\)|[\p{Lu}][\p{L}.'’-]{1,20}(?:\s[\p{Lu}][\p{L}.'’-]{0,20}){0,2}|[a-z][a-z0-9]{1,20}(?:-[a-z0-9]{1,20}){1,3})(?:\*\*)?\s+[—–]\s+/u;
const TEAM_OWNER = /^(?:\*\*)?([\p{Lu}][\p{L}\p{N} &-]{1,25} (?:team|squad|guild|group))(?:\*\*)?:\s+/iu;
const BOX = /^(✅|✔️?|☑️?|❌|⏳|🚧|🔄|☐|⬜)\s*/u;

const LEADING: readonly Take[] = [
  (context, parts) => {
    const match = LABEL.exec(head(context, parts));
    if (match === null) return false;
    parts.from += match[0].length;
    return true;
  },
  (context, parts) => {
    const match = BOX.exec(head(context, parts));
    if (match === null || parts.done !== null) return false;
    parts.done = {
      value: /[✅✔☑]/u.test(match[1] ?? ''),
      place: { from: parts.from, to: parts.from + match[0].trimEnd().length },
    };
    parts.from += match[0].length;
    return true;
  },
  (context, parts) => {
    const match = PRIORITY.exec(head(context, parts));
    const inner = match?.[1] ?? match?.[2] ?? match?.[3];
    if (match === null || inner === undefined || parts.priority !== null) return false;
    const from =
      parts.from + match[0].indexOf(inner) + inner.length - inner.replace(/^priority\s*[:：]\s*/i, '').length;
    parts.priority = { from, to: parts.from + match[0].indexOf(inner) + inner.length };
    parts.from += match[0].length;
    return true;
  },
  (context, parts) => {
    const match = STATUS.exec(head(context, parts));
    const word = fold(match?.[1] ?? '');
    const { done, open } = context.lexicon;
    if (match === null || parts.done !== null || (!done.has(word) && !open.has(word))) return false;
    const from = parts.from + match[0].indexOf(match[1] ?? '');
    parts.done = { value: done.has(word), place: { from, to: from + (match[1] ?? '').length } };
    parts.status = parts.done.place;
    parts.from += match[0].length;
    return true;
  },
  (context, parts) => {
    const match =
      [OWNER, NAMED_OWNER, TEAM_OWNER].map((form) => form.exec(head(context, parts))).find((found) => found !== null) ??
      null;
    const name = match?.[1];
    if (
      match === null ||
      name === undefined ||
      parts.owner !== null ||
      context.lexicon.imperatives.has(fold(name).split(' ')[0] ?? '')
    )
      return false;
    const from = parts.from + match[0].indexOf(name);
    const inBrackets = name.startsWith('(');
    parts.owner = { from: from + (inBrackets ? 1 : 0), to: from + name.length - (inBrackets ? 1 : 0) };
    parts.from += match[0].length;
    return true;
  },
  (context, parts) => {
    const match = /^\*\*(?:(critical|high|medium|low|urgent)(?: priority)?)\s*[:：]?\*\*\s*[:：]?/i.exec(
      head(context, parts),
    );
    const word = match?.[1];
    if (match === null || word === undefined || parts.priority !== null) return false;
    const from = parts.from + match[0].indexOf(word);
    parts.priority = { from, to: from + word.length };
    return false;
  },
  (context, parts) => {
    const match = /^(?:\*\*)?\[?([A-Z][A-Z0-9]{1,9}-\d{1,6})\]?(?:\([^)\s]{1,300}\))?(?=[\s:：*—–-])/.exec(
      head(context, parts),
    );
    const key = match?.[1];
    if (match === null || key === undefined || parts.ticket !== null) return false;
    const from = parts.from + match[0].indexOf(key);
    parts.ticket = { value: key, place: { from, to: from + key.length } };
    return false;
  },
];

const DONE_AT_END = /\s*(?:[([（]\s*|[—–:-]\s*|\*\*|\s\*)([^()[\]*（）—–:]{2,40}?)\s*(?:[)\]）]|\*\*|\*)?\s*[.]?\s*$/u;
const PRIORITY_AT_END =
  /\s*[([]\s*(?:priority|prio|prioridad|priorität|priorité|優先度)?\s*[:：]?\s*(p[0-5]|critical|high|medium|low|urgent)\s*[)\]]\s*[.]?\s*$/i;
const OWNER_AT_END =
  /\s*(?:[([]\s*(?:(?:owner|assignee|assigned to|dri|by|responsible)\s*[:：]?\s*)?((?:\[?@[\w./-]{1,40}\]?(?:\([^)\s]{1,200}\))?(?:\s*[,/&]\s*|\s+and\s+)?){1,5})\s*[)\]]|[—–-]\s*((?:@[\w./-]{1,40}(?:\s*[,/&]\s*|\s+and\s+)?){1,4})|[([—–-]\s*(?:owner|assignee|assigned to|dri|responsible)\s*[:：]\s*([^()[\]\n,;]{2,40})\s*[)\]]?)\s*[.]?\s*$/i;
const PEOPLE_AT_END =
  /\s*[([]\s*([\p{Lu}][\p{L}.'’-]{1,20}(?:\s?[/,&]\s?[\p{Lu}][\p{L}.'’-]{1,20}){1,3})(?:\s[^()[\]]{1,30})?\s*[)\]]\s*[.]?\s*$/u;

const TRAILING: readonly Take[] = [
  (context, parts) => {
    const found = trailingTicket(context, { from: parts.from, to: parts.to });
    if (found === null) return false;
    parts.ticket ??= { value: found.value, place: found.place };
    parts.to = found.textTo;
    return true;
  },
  (context, parts) => {
    const match = PRIORITY_AT_END.exec(tail(context, parts));
    const word = match?.[1];
    if (match === null || word === undefined || parts.priority !== null) return false;
    const from = tailStart(parts) + match.index + match[0].lastIndexOf(word);
    parts.priority = { from, to: from + word.length };
    parts.to = tailStart(parts) + match.index;
    return true;
  },
  takeDue,
  (context, parts) => {
    const match = OWNER_AT_END.exec(tail(context, parts)) ?? PEOPLE_AT_END.exec(tail(context, parts));
    const name = match?.[1] ?? match?.[2] ?? match?.[3];
    if (match === null || name === undefined || parts.owner !== null) return false;
    const from = tailStart(parts) + match.index + match[0].indexOf(name);
    parts.owner = trim(context.flat, from, from + name.length);
    parts.to = tailStart(parts) + match.index;
    return true;
  },
  (context, parts) => {
    const match = DONE_AT_END.exec(tail(context, parts));
    if (match === null || parts.done !== null) return false;
    const word = fold(match[1] ?? '');
    const { done, open } = context.lexicon;
    const first = word.split(' ')[0] ?? '';
    const isDone = done.has(word) || (done.has(first) && word.split(' ').length <= 4);
    if (word === '' || (!isDone && !open.has(word)) || /^(?:yes|no|y|n)$/.test(word)) return false;
    if (
      /^\s*[—–:-]/.test(match[0]) &&
      !/[A-Z]{3}/.test(match[1] ?? '') &&
      !/^(?:done|completed?)$/i.test(match[1] ?? '')
    )
      return false;
    const from = tailStart(parts) + match.index + match[0].indexOf(match[1] ?? '');
    parts.done = { value: isDone, place: { from, to: from + (match[1] ?? '').length } };
    parts.to = tailStart(parts) + match.index;
    return true;
  },
  (context, parts) => {
    const match = /\s*(✅|✔️?|☑️?)\s*$/u.exec(tail(context, parts));
    if (match === null || parts.done !== null) return false;
    const from = tailStart(parts) + match.index;
    parts.done = { value: true, place: { from, to: parts.to } };
    parts.to = from;
    return true;
  },
];

const TAIL = 220;

function head(context: Context, { from, to }: Parts): string {
  return context.flat.slice(from, Math.min(to, from + TAIL));
}

function tailStart({ from, to }: Parts): number {
  return Math.max(from, to - TAIL);
}

function tail(context: Context, parts: Parts): string {
  return context.flat.slice(tailStart(parts), parts.to);
}

/** `Due 2026-03-21`, `(by next quarter)`, `ETA: Q3`, `No due date yet`. */
function takeDue(context: Context, parts: Parts): boolean {
  const text = tail(context, parts);
  const match =
    /(?:^|[\s.;,(（[—–-]+)(no due date(?: yet)?|(?:due date|due by|due|deadline|eta|target date|by|fällig(?: bis)?|bis|frist|échéance|avant le|vence|para el|fecha límite|antes del|até|prazo|期限|截止)\s*[:：]?\s*(?:on\s+)?\**\s*([^()[\]\n.;]{2,40}?))\s*\**[)\]）]?\s*[.]?\s*$/i.exec(
      text,
    );
  if (match === null) return false;
  const value = match[2];
  if (value === undefined) {
    parts.to = tailStart(parts) + match.index + (/^[.!?]/.test(match[0]) ? 1 : 0);
    return true;
  }
  if (parts.due !== null) return false;
  const from = tailStart(parts) + match.index + match[0].lastIndexOf(value);
  const isWord = /^(?:due|deadline|eta|target|fällig|frist|échéance|vence|fecha|prazo|期限|截止)/i.test(match[1] ?? '');
  const isTime =
    timeAt(context.lexicon, value, 0, context) !== null ||
    /^(?:q[1-4]|next|end of|eo[dwmqy]|the end|\+?\d+\s?[dwm]|tomorrow|today|this)\b/i.test(value);
  if (!isTime && !(isWord && /[:：]|[(（]/.test(match[0]))) return false;
  parts.due = trim(context.flat, from, from + value.length);
  parts.to = tailStart(parts) + match.index + (/^[.!?]/.test(match[0]) ? 1 : 0);
  return true;
}
