import type { Place } from '../model/index.ts';
import type { Context } from './context.ts';
import { leadingDetails } from './leading-details.ts';
import { trim } from './table.ts';
import { trailingDetails } from './trailing-details.ts';

/** The parts of an action item that is written as one sentence: `Priya — Add an alert. Due 2026-03-21. (#12)`. */
export interface ActionWords {
  readonly text: Place;
  readonly owner: Place | null;
  readonly due: Place | null;
  readonly priority: Place | null;
  readonly status: Place | null;
  readonly done: { readonly value: boolean; readonly place: Place } | null;
  readonly ticket: { readonly value: string; readonly place: Place } | null;
}

/** What is left of the words, and what was taken off them so far. */
export interface Parts {
  from: number;
  to: number;
  owner: Place | null;
  due: Place | null;
  priority: Place | null;
  status: Place | null;
  done: { value: boolean; place: Place } | null;
  ticket: { value: string; place: Place } | null;
}

/** Takes one detail off one end of the words, if it is there. */
export type Take = (context: Context, parts: Parts) => boolean;

const MOST_DETAILS = 8;

/** Most actions are a plain sentence; one look tells that nothing can stand before or behind it. */
const MAY_LEAD = /^[^\p{L}\p{N}]|^[A-Z][A-Z0-9]{0,9}-?\d|^.{0,60}?[:：—–]/su;
const MAY_TRAIL =
  /[@#:：—–✅✔☑)\]}）*>]|\s-\s|\d|\b(?:DONE|TODO|ONGOING|WIP|next|end of|tomorrow|today|this|no due)\b/iu;

/** Takes labels, owner, due date, priority, done marks and tickets off both ends of an action's words. */
export function actionWords(context: Context, place: Place): ActionWords {
  const parts: Parts = {
    ...trim(context.flat, place.from, place.to),
    owner: null,
    due: null,
    priority: null,
    status: null,
    done: null,
    ticket: null,
  };
  const words = context.flat.slice(parts.from, parts.to);
  if (MAY_LEAD.test(words)) takeAll(leadingDetails, context, parts);
  if (MAY_TRAIL.test(words)) takeAll(trailingDetails, context, parts);
  const { from, to, ...details } = parts;
  return { text: trim(context.flat, from, to), ...details };
}

function takeAll(details: readonly Take[], context: Context, parts: Parts): void {
  for (let taken = 0; taken < MOST_DETAILS && details.some((take) => take(context, parts)); taken += 1);
}
