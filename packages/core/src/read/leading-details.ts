import { fold } from '../vocabulary/index.ts';
import type { Parts, Take } from './action-words.ts';
import type { Context } from './context.ts';

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

/** What stands before an action's words: its label, a mark, a priority, a status, an owner, a ticket's key. */
export const leadingDetails: readonly Take[] = [
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

const HEAD = 220;

function head(context: Context, { from, to }: Parts): string {
  return context.flat.slice(from, Math.min(to, from + HEAD));
}
