import type { Place } from '../model/index.ts';
import type { Context } from './context.ts';
import { emptiness } from './placeholder.ts';
import { closingBracket, closingParenthesis, closingTicks, runLength, TAG } from './plain.ts';
import { copy, type MappedText, type ProseWriter, space, startProse } from './prose-writer.ts';

/** Looks at the mark at `at`; answers where to go on, or `at` where it is no mark. */
type Step = (writer: ProseWriter, context: Context, at: number, to: number) => number;

const MARK = /[*_`~[\]<&\\!^{\n]|https?:|www\./g;
const URL = /[^\s<>()[\]"“”]{1,2000}/y;
const WORD = /[\p{L}\p{N}]/u;
/** Tags whose content is code. */
const CODE_TAG = /^<(code|kbd|pre|samp|var|tt)[\s>]/i;

/**
 * The words at a place as a person reads them, each unit with where it stands: marks removed, links as their words. Code
 * becomes its own first mark, a word of one character, so that the grammar around it stays. Addresses, tags, comments
 * and placeholders leave a space.
 */
export function inlineProse(context: Context, { from, to }: Place): MappedText {
  const writer = startProse();
  inline(writer, context, from, to, 0);
  return writer;
}

function inline(writer: ProseWriter, context: Context, from: number, to: number, depth: number): void {
  const { flat } = context;
  const mark = new RegExp(MARK);
  let at = from;
  while (at < to) {
    mark.lastIndex = at;
    const found = mark.exec(flat);
    const next = found === null || found.index >= to ? to : found.index;
    copy(writer, flat, at, next);
    if (next === to || found === null) return;
    const link = found[0] === '[' ? linkAt(context, next, to) : null;
    if (link !== null && depth < 4) {
      inline(writer, context, link.from, link.to, depth + 1);
      at = link.end;
      continue;
    }
    const end = (STEPS[found[0]] ?? leaveAddress)(writer, context, next, to);
    if (end === next) copy(writer, flat, next, next + 1);
    at = Math.max(end, next + 1);
  }
}

const leaveAddress: Step = (writer, { flat }, at) => {
  URL.lastIndex = at;
  const address = (URL.exec(flat)?.[0] ?? '').replace(/[.,;:!?]{1,9}$/, '');
  space(writer, at);
  return at + Math.max(1, address.length);
};

const emphasis: Step = (_writer, { flat }, at) => {
  const run = runLength(flat, at, flat[at] ?? '');
  const [before = ' ', after = ' '] = [flat[at - 1], flat[at + run]];
  const isLoose = /\s/.test(before) && /\s/.test(after);
  const isInWord = flat[at] === '_' && WORD.test(before) && WORD.test(after);
  return isLoose || isInWord ? at : at + run;
};

const leaveBrackets: Step = (writer, { lexicon, flat }, at, to) => {
  const whole = /^(?:\[[^[\]]{1,300}\]|\{\{[^{}]{0,200}\}\}|<[^<>]{2,300}>)/.exec(
    flat.slice(at, Math.min(to, at + 310)),
  )?.[0];
  if (whole === undefined || emptiness(lexicon, whole, whole) === null) return at;
  space(writer, at);
  return at + whole.length;
};

const STEPS: Readonly<Record<string, Step>> = {
  '*': emphasis,
  _: emphasis,
  '~': (_writer, { flat }, at) => (flat[at + 1] === '~' ? at + runLength(flat, at, '~') : at),
  '\n': (writer, { flat }, at, to) => {
    let end = at + 1;
    while (end < to && (flat[end] === ' ' || flat[end] === '\t' || flat[end] === '>')) end += 1;
    space(writer, at);
    return end;
  },
  '\\': (writer, { flat }, at, to) => {
    if (at + 1 >= to || !/[!-/:-@[-`{-~]/.test(flat[at + 1] ?? '')) return at;
    copy(writer, flat, at + 1, at + 2);
    return at + 2;
  },
  '`': (writer, { flat }, at, to) => {
    const run = runLength(flat, at, '`');
    const close = closingTicks(flat, at + run, run);
    copy(writer, flat, at, at + 1);
    return close < 0 || close >= to ? at + run : close + run;
  },
  '!': (writer, context, at, to) => {
    const picture = context.flat[at + 1] === '[' ? linkAt(context, at + 1, to) : null;
    if (picture === null) return at;
    space(writer, at);
    return picture.end;
  },
  '[': (writer, context, at, to) => {
    const { flat } = context;
    const note = flat[at + 1] === '^' ? /^\[\^[^\]\s]{1,100}\]/.exec(flat.slice(at, Math.min(to, at + 104))) : null;
    return note === null ? leaveBrackets(writer, context, at, to) : at + note[0].length;
  },
  '{': leaveBrackets,
  '<': (writer, context, at, to) => {
    const rest = context.flat.slice(at, Math.min(to, at + 2_100));
    const code = CODE_TAG.exec(rest)?.[1];
    const close = code === undefined ? -1 : rest.indexOf(`</${code}`);
    if (close >= 0) {
      copy(writer, context.flat, at, at + 1);
      const end = rest.indexOf('>', close);
      return end < 0 ? at + close : at + end + 1;
    }
    if (rest.startsWith('<!--')) {
      const end = context.flat.indexOf('-->', at + 4);
      space(writer, at);
      return end < 0 ? to : Math.min(to, end + 3);
    }
    const tag = TAG.exec(rest) ?? /^<(?:https?|ftp|mailto):[^\s<>]{1,2000}>/i.exec(rest);
    if (tag === null) return leaveBrackets(writer, context, at, to);
    space(writer, at);
    return at + tag[0].length;
  },
  '&': (writer, { flat }, at, to) => {
    const entity = /^&#?\w{1,8};/.exec(flat.slice(at, Math.min(to, at + 12)));
    if (entity === null) return at;
    if (entity[0] === '&amp;') copy(writer, flat, at, at + 1);
    else space(writer, at);
    return at + entity[0].length;
  },
};

/** The words of a link that opens at `at`, and where it ends; null where it is none. */
function linkAt({ flat, references }: Context, at: number, to: number): (Place & { readonly end: number }) | null {
  const close = closingBracket(flat, at);
  if (close < 0 || close >= to) return null;
  const words = { from: at + 1, to: close };
  if (flat[close + 1] === '(') {
    const end = closingParenthesis(flat, close + 1);
    return end < 0 || end >= to ? null : { ...words, end: end + 1 };
  }
  if (flat[close + 1] === '[') {
    const end = flat.indexOf(']', close + 2);
    const name = flat.slice(close + 2, end) || flat.slice(words.from, words.to);
    if (end >= 0 && end < to && end - close < 300 && references.has(name.toLowerCase()))
      return { ...words, end: end + 1 };
  }
  return references.has(flat.slice(words.from, words.to).toLowerCase()) ? { ...words, end: close + 1 } : null;
}
