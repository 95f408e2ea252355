import type { Section } from '../model/index.ts';
import type { Anatomy } from '../read/index.ts';
import { markdownAt } from './markdown-at.ts';
import { isTitle, PARTING, type Piece } from './piece.ts';

/** A heading below which an earlier conversion put what had no place. */
const CARRIED_OVER = /^carried over from /i;

/**
 * What found no place in the new template, verbatim, under a heading that says where it comes from and below the
 * headings that it stood under. Parts that were carried once keep the heading of that time.
 */
export function carryOver(
  anatomy: Anatomy,
  left: readonly Piece[],
  from: string,
  definitions: readonly string[],
): string {
  const { sections } = anatomy.outline;
  const groups = new Map<string, string[]>();
  const shown = new Map<string, Set<number>>();
  for (const piece of left.toSorted((a, b) => Number(standsBelow(sections, a)) - Number(standsBelow(sections, b)))) {
    const path = pathOf(sections, piece.section);
    const origin = path.find((index) => CARRIED_OVER.test(sections[index]?.heading ?? ''));
    const title = origin === undefined ? `Carried over from ${from}` : (sections[origin]?.heading ?? '');
    const lines = groups.get(title) ?? [];
    const done = shown.get(title) ?? new Set();
    groups.set(title, lines);
    shown.set(title, done);
    const own = path.filter((index) => index !== origin && !isTitle(sections, index));
    for (const [depth, index] of needed(sections, own).entries()) {
      if (done.has(index)) continue;
      done.add(index);
      const section = sections[index];
      if (section !== undefined) lines.push(`${'#'.repeat(Math.min(6, 3 + depth))} ${headingOf(anatomy, section)}`);
    }
    const last = lines.at(-1);
    if (piece.kind === 'prose' && last !== undefined && isOpenLabel(last)) lines.push(PARTING);
    if (piece.markdown !== '') lines.push(piece.markdown);
  }
  if (definitions.length > 0) {
    const title = groups.keys().next().value ?? `Carried over from ${from}`;
    groups.set(title, [...(groups.get(title) ?? []), definitions.join('\n')]);
  }
  return [...groups].map(([title, lines]) => [`## ${title}`, ...joined(lines)].join('\n\n')).join('\n\n');
}

/** A label with blocks below it would take what follows for its own. */
function isOpenLabel(markdown: string): boolean {
  return /^(?:\*\*|__)/.test(markdown);
}

/** Header lines come first, so that they do not end up below another heading. */
function standsBelow(sections: readonly Section[], { section }: Piece): boolean {
  return pathOf(sections, section).some(
    (index) => !isTitle(sections, index) && !CARRIED_OVER.test(sections[index]?.heading ?? ''),
  );
}

/** List items that follow each other stay one list. */
function joined(lines: readonly string[]): readonly string[] {
  const out: string[] = [];
  for (const line of lines) {
    const last = out.at(-1);
    const isItem = /^(?:[-*+]|\d{1,3}[.)])\s/;
    if (
      last !== undefined &&
      isItem.test(line) &&
      isItem.test(last.slice(last.lastIndexOf('\n\n') + 2) || last) &&
      bulletOf(line) === bulletOf(last)
    )
      out[out.length - 1] = `${last}\n${line}`;
    else out.push(line);
  }
  return out;
}

function bulletOf(line: string): string {
  return /^[-*+]/.exec(line)?.[0] ?? '1';
}

function headingOf(anatomy: Anatomy, { headingPlace }: Section): string {
  return markdownAt(anatomy, headingPlace).replaceAll('\n', ' ');
}

/** The section with those above it, from the outside in. */
function pathOf(sections: readonly Section[], index: number): readonly number[] {
  const path: number[] = [];
  for (let at = index; at >= 0; at = sections[at]?.parent ?? -1) if (sections[at]?.kind === 'heading') path.unshift(at);
  return path;
}

/** A heading that says nothing without the one above it, or means what that one means, takes it along. */
function needed(sections: readonly Section[], path: readonly number[]): readonly number[] {
  const last = path.at(-1);
  const parent = path.at(-2);
  if (last === undefined || parent === undefined) return path;
  const own = sections[last]?.names ?? [];
  const above = sections[parent]?.names ?? [];
  const belongs = (own.length === 0 && above.length > 0) || own.some((name) => above.includes(name));
  return belongs ? [...needed(sections, path.slice(0, -1)), last] : [last];
}
