import type { ActionItem, Place } from '../model/index.ts';
import { fold, languages, lexiconOf } from '../vocabulary/index.ts';

/** Stands where a detail was taken out. */
const GAP = '\u0000';
const BOX = /^\s{0,20}(?:(?:[-*+•]|\d{1,9}[.)])\s{1,8})?(?:\[[ xX✓✔]?\]\s{0,8})?/u;
/** A label of a detail has few words. */
const MOST_LABEL_WORDS = 3;

/**
 * The words of an action item that stay the same while it is followed up: all but its box, the details, and what names a
 * detail or holds it, such as `Owner:` or brackets.
 *
 * @param all the item at that place with those that stand within it
 * @returns a line with its end
 */
export function actionWordsIn(text: string, place: Place, all: readonly ActionItem[]): string {
  const raw = text.slice(place.from, place.to);
  const start = BOX.exec(raw)?.[0].length ?? 0;
  let out = '';
  let at = place.from + start;
  for (const { from, to } of detailsOf(all).toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    if (to <= at || to > place.to) continue;
    out += text.slice(at, Math.max(at, from)) + GAP;
    at = to;
  }
  out += text.slice(at, place.to);
  const words = out
    .split(/[\r\n|,;()[\]{}]|<br\s{0,2}\/?>|[.。!?]\s|\s[-–—]+\s|(?:→|->)/u)
    .flatMap((part, index) => (index > 0 && tellsNothing(part) ? [] : wordsOfPart(part)))
    .join(' ');
  return `- ${words}\n`;
}

/** A label that waits for its value, a word for a state such as `(done)`, or for nobody such as `unassigned`. */
function tellsNothing(given: string): boolean {
  const part = given.replace(BOX, '');
  const words = fold(part.slice(0, 60));
  const { done, open, nobody } = lexiconOf(languages);
  return (
    [done, open, nobody].some((known) => known.has(words)) ||
    /^[\s*_]{0,9}[\p{L}\p{M}]{1,20}(?: [\p{L}\p{M}]{1,20})?[*_]{0,3}[:：][\s*_]{0,9}$/u.test(part)
  );
}

/** None where the part only names a detail. */
function wordsOfPart(part: string): readonly string[] {
  const unboxed = part.replace(BOX, '');
  const words = unboxed.match(/[\p{L}\p{N}\p{M}\p{S}]+/gu) ?? [];
  const found = words.map((word) => word.replaceAll(/[`~+<>^=|✅✔☑]+/gu, '')).filter((word) => word !== '');
  return part.includes(GAP) && found.length <= MOST_LABEL_WORDS && found.every((word) => /^\p{L}/u.test(word))
    ? []
    : found;
}

function detailsOf(items: readonly ActionItem[]): readonly Place[] {
  const words = items.flatMap(({ text }) => text.places);
  return items
    .flatMap(({ owners, due, status, done, verification, ticket }) =>
      [...owners, due, status, done, verification, ticket].flatMap(({ places }) => places),
    )
    .filter(({ from, to }) => to - from > 1 && !words.some((word) => word.from <= from && to <= word.to));
}
