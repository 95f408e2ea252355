import type { Place } from '../model/index.ts';
import { fold } from '../vocabulary/index.ts';
import type { Block, Paragraph } from './block.ts';
import { type Context, textField } from './context.ts';
import { labelsInParagraph } from './labels.ts';
import { emptiness } from './placeholder.ts';
import { plain } from './plain.ts';

/**
 * Whether some blocks hold nothing but what a template asks for: labels, placeholders, rows to fill in, and boxes that
 * nobody ticked, where these are options to choose from.
 */
export function areSilent(context: Context, blocks: readonly Block[], boxes: 'options' | 'items' = 'options'): boolean {
  return blocks.every((block) => isSilent(context, block, boxes));
}

function isSilent(context: Context, block: Block, boxes: 'options' | 'items'): boolean {
  if (block.kind === 'paragraph') return isSilentParagraph(context, block, block.from, 'line');
  if (block.kind === 'list')
    return block.items.every(({ content, children, ticked }) => {
      const [first, ...rest] = children;
      if (ticked === true || (ticked === false && boxes === 'options')) return !ticked;
      if (first?.kind !== 'paragraph') return areSilent(context, children, boxes);
      return isSilentParagraph(context, first, content, 'item') && areSilent(context, rest, boxes);
    });
  if (block.kind === 'table') return block.rows.every(({ cells }) => isSilentRow(context, cells));
  if (block.kind === 'quote') return areSilent(context, block.children, boxes);
  if (block.kind === 'code') return isLeftOpen(context, block.content);
  return block.kind === 'rule' || (block.kind === 'html' && block.comment);
}

/** A row of placeholders; a number or a first status beside them was put there by the template. */
function isSilentRow(context: Context, cells: readonly Place[]): boolean {
  const fields = cells.map((cell) => textField(context, cell));
  const known = fields.filter((field) => field.state !== 'unknown');
  const { open } = context.lexicon;
  return (
    known.length === 0 ||
    (known.length < fields.length &&
      known.every(({ written }) => /^(?:[A-Z]{1,4}-)?\d{1,4}$/.test(written ?? '') || open.has(fold(written ?? ''))) &&
      fields.some((field) => field.state === 'unknown' && field.reason === 'placeholder'))
  );
}

/** A placeholder, or labels of which none has a value and before which nothing stands. */
function isSilentParagraph(context: Context, block: Paragraph, from: number, form: 'line' | 'item'): boolean {
  const raw = context.flat.slice(from, block.to);
  if (raw.length > LONG_FOR_A_PROMPT && !MAY_ASK.test(raw)) return false;
  const whole = textField(context, { from, to: block.to });
  return whole.state === 'known' ? onlyAsks(context, block, from, form) : whole.state === 'unknown';
}

/** Longer words without any mark of a placeholder were written by somebody. */
const LONG_FOR_A_PROMPT = 90;
const MAY_ASK = /[[<{［【@#]|[XYZN]{1,2}(?![a-z])|HH|hh|YY|JJ|AA|TT\.|\?\?|\.\.\.|…|__/;

/** Whether known words are labels of which none has a value. */
export function onlyAsks(context: Context, block: Paragraph, from: number, form: 'line' | 'item'): boolean {
  const labels = labelsInParagraph(context, block, from, -1, form);
  const [first] = labels;
  if (first === undefined || /[\p{L}\p{N}]/u.test(context.flat.slice(from, first.labelPlace.from))) return false;
  return labels.every(({ value, names, labelPlace: { to } }) => {
    const asks = names.length > 0 || /[:：?？]/.test(context.flat.slice(to - 1, to + 4));
    return textField(context, value).state === 'unknown' && (value !== null || asks);
  });
}

/** Code of which every line is a placeholder: `# [commands]`, `"calls_failed": null`, `- Total downtime: X minutes`. */
export function isLeftOpen({ lexicon, flat }: Context, { from, to }: Place): boolean {
  if (to - from > LONGEST_PROMPT) return false;
  const lines = flat.slice(from, to).split('\n');
  return lines.every((line) => {
    const said = line.replace(/^[\s#*-]+/, '').replace(/(?:,\s*|(?<!\s)\s*)$/, '');
    if (!/[\p{L}\p{N}]/u.test(said) || /^[^:]{1,40}:$/.test(said)) return true;
    const value = /^[^:]{1,40}:\s+(.+)$/.exec(said)?.[1] ?? said;
    const bare = value.replace(/^"(.*)"$/, '$1');
    return bare === 'null' || bare === '{' || emptiness(lexicon, plain(bare), bare) !== null;
  });
}

const LONGEST_PROMPT = 2_000;
