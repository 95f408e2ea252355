import { type Change, type Refusal, type Splice } from '../model/index.ts';
import { below, lineStart, lineStop, nextLine, type Page } from './page.ts';
import { refusal } from './refusal.ts';
import type { Plan } from './verify.ts';
import { givenTime, isGiven } from './written-time.ts';

type PinInstant = Extract<Change, { kind: 'pinInstant' }>;

/** How to fix an instant in the front matter, which is made where there is none. */
export function pinInstant(page: Page, { instant, time }: PinInstant): Plan | Refusal {
  const given = time === null ? null : givenTime(time);
  if (time !== null && (given?.clock === undefined || given.day === undefined))
    return refusal('invalid-value', `“${time.slice(0, 60)}” is not a moment. Write it as 2026-05-01T10:02Z.`);
  return {
    ways:
      given === null
        ? unpinned(page, instant)
        : pinned(
            page,
            instant,
            (time ?? '')
              .trim()
              .replace(/(\d)[ T]+(?=\d{1,2}:)/, '$1T')
              .replace(/\s/g, ''),
          ),
    expect: {
      may: [`instants.${instant}`],
      reached: (after) => {
        const field = after.reading.postmortem.instants[instant];
        const isPinned = field.state === 'known' && field.source === 'pinned';
        if (given === null) return isPinned ? 'it would still be pinned' : null;
        return isPinned && isGiven(field.value, given) ? null : 'it would not be read as that time';
      },
    },
  };
}

function* pinned(page: Page, instant: string, time: string): Generator<readonly Splice[]> {
  const { text, examined } = page;
  const { entries, end } = examined.frontMatter;
  const times = entries.filter(({ path }) => path[0] === 'times' && path.length === 2);
  const own = times.find(({ path }) => path[1] === instant);
  if (own !== undefined) {
    yield [{ ...own.value, insert: time }];
    return;
  }
  if (end === 0) {
    const start = text.startsWith('\uFEFF') ? 1 : 0;
    yield [{ from: start, to: start, insert: `---\ntimes:\n  ${instant}: ${time}\n---\n\n` }];
    return;
  }
  const last = times.at(-1);
  if (last !== undefined) {
    const line = text.slice(lineStart(text, last.key.from), lineStop(text, last.value.to));
    if (/^\s+[\w"']/.test(line) && !line.includes('{')) {
      const margin = /^\s*/.exec(line)?.[0] ?? '  ';
      yield [below(page, last.value.to, `${margin}${instant}: ${time}`)];
    }
    const behind = /^["']?/.exec(text.slice(last.value.to))?.[0].length ?? 0;
    const at = last.value.to + behind;
    yield [{ from: at, to: at, insert: `, ${instant}: ${time}` }];
    return;
  }
  const key = /^times[ \t]*:[ \t]*(?:(\{[ \t]*\}|~|null)[ \t]*)?(?=#|$)/m.exec(
    text.slice(0, end).replaceAll('\r', '\n'),
  );
  if (key !== null) {
    const [whole, empty = ''] = key;
    const at = key.index + whole.indexOf(':') + 1;
    if (empty === '') yield [below(page, at, `  ${instant}: ${time}`)];
    else
      yield [
        {
          from: key.index + whole.indexOf(empty),
          to: key.index + whole.indexOf(empty) + empty.length,
          insert: `{ ${instant}: ${time} }`,
        },
      ];
    return;
  }
  const closing = lineStart(text, Math.max(0, end - 2));
  const fence = /^(?:---|\.\.\.)/.test(text.slice(closing)) ? closing : lineStart(text, end);
  yield [{ from: fence, to: fence, insert: `times:\n  ${instant}: ${time}\n` }];
}

function* unpinned(page: Page, instant: string): Generator<readonly Splice[]> {
  const { text, examined } = page;
  const { entries } = examined.frontMatter;
  const times = entries.filter(({ path }) => path[0] === 'times' && path.length === 2);
  const own = times.find(({ path }) => path[1] === instant);
  if (own === undefined) {
    yield [];
    return;
  }
  const start = lineStart(text, own.key.from);
  const line = text.slice(start, lineStop(text, own.value.to));
  if (!line.includes('{')) {
    const above = lineStart(text, Math.max(0, start - 1));
    const isOnly = times.length === 1;
    yield [{ from: isOnly ? above : start, to: nextLine(text, own.value.to), insert: '' }];
    yield [{ from: start, to: nextLine(text, own.value.to), insert: '' }];
  }
  const after = /^["']?\s*,\s*/.exec(text.slice(own.value.to))?.[0].length;
  const before = /,\s*$/.exec(text.slice(start, own.key.from))?.[0].length ?? 0;
  const quote = /^["']/.exec(text.slice(own.value.to))?.[0].length ?? 0;
  yield [{ from: own.key.from - (after === undefined ? before : 0), to: own.value.to + (after ?? quote), insert: '' }];
}
