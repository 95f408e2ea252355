import type { Splice } from '@debrief/core';

const CONTEXT = 2;

/** The lines that splices change, in the manner of a unified diff with two lines around each change. */
export function spliceDiff(name: string, text: string, splices: readonly Splice[]): string {
  const starts = lineStarts(text);
  const hunks: string[] = [];
  let shift = 0;
  for (const group of groupsOf(starts, splices)) {
    const first = group[0]?.from ?? 0;
    const last = group.at(-1)?.to ?? first;
    const from = Math.max(0, lineAt(starts, first) - CONTEXT);
    const to = Math.min(starts.length, lineAt(starts, last) + 1 + CONTEXT);
    const begin = starts[from] ?? 0;
    const end = starts[to] ?? text.length;
    let changed = '';
    let at = begin;
    for (const splice of group) {
      changed += text.slice(at, splice.from) + splice.insert;
      at = splice.to;
    }
    const [before, after] = [linesOf(text.slice(begin, end)), linesOf(changed + text.slice(at, end))];
    hunks.push(
      `@@ -${from + 1},${before.length} +${from + 1 + shift},${after.length} @@\n${changedLines(before, after).join('\n')}\n`,
    );
    shift += after.length - before.length;
  }
  return hunks.length === 0 ? '' : `--- ${name}\n+++ ${name}\n${hunks.join('')}`;
}

/** Lines that both begin and end with stay; what is between them is taken away and added. */
function changedLines(before: readonly string[], after: readonly string[]): readonly string[] {
  let head = 0;
  while (head < Math.min(before.length, after.length) && before[head] === after[head]) head += 1;
  let tail = 0;
  while (
    tail < Math.min(before.length, after.length) - head &&
    before[before.length - 1 - tail] === after[after.length - 1 - tail]
  )
    tail += 1;
  return [
    ...before.slice(0, head).map((line) => ` ${shown(line)}`),
    ...before.slice(head, before.length - tail).map((line) => `-${shown(line)}`),
    ...after.slice(head, after.length - tail).map((line) => `+${shown(line)}`),
    ...before.slice(before.length - tail).map((line) => ` ${shown(line)}`),
  ];
}

/** Control characters of a document are not sent to a terminal. */
function shown(line: string): string {
  // oxlint-disable-next-line no-control-regex -- these are what is replaced
  return line.replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '\uFFFD');
}

function linesOf(text: string): readonly string[] {
  const lines = text.split(/\r\n|\r|\n/);
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (const { index, 0: end } of text.matchAll(/\r\n|\r|\n/g))
    if (index + end.length < text.length) starts.push(index + end.length);
  return starts;
}

function lineAt(starts: readonly number[], offset: number): number {
  return Math.max(
    0,
    starts.findLastIndex((start) => start <= offset),
  );
}

/** Splices close enough to share their context stand in one hunk. */
function groupsOf(starts: readonly number[], splices: readonly Splice[]): readonly (readonly Splice[])[] {
  const groups: Splice[][] = [];
  for (const splice of splices.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    const before = groups.at(-1)?.at(-1);
    const isNear = before !== undefined && lineAt(starts, splice.from) - lineAt(starts, before.to) <= 2 * CONTEXT + 1;
    if (isNear) groups.at(-1)?.push(splice);
    else groups.push([splice]);
  }
  return groups;
}
