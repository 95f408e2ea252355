import { offsetIn, type ProseRun } from '../model/index.ts';
import type { MappedText } from './prose-writer.ts';

/** The closing mark of each opening one. */
const PAIRS: Readonly<Record<string, string>> = { '“': '”', '„': '“', '«': '»', '"': '"', '「': '」' };
const OPENS = /[“„«"「]/g;
const SAYS =
  /\b(?:said|says|wrote|writes|told|asked|recalled|reported|explained|replied|noted|remembered|described|remarked|answered)\b/i;
const LONGEST = 1_500;

/**
 * Takes quoted speech out of a text: what is quoted at some length, in the first person, or beside a word of saying is
 * somebody's testimony. Its opening mark stays as a word of one character. A quoted term stays.
 */
export function withoutSpeech(written: MappedText): MappedText {
  const { text } = written;
  if (text.search(OPENS) < 0) return written;
  let [kept, from] = ['', 0];
  const runs: ProseRun[] = [];
  for (const { index, 0: mark } of text.matchAll(OPENS)) {
    if (index < from) continue;
    const close = text.slice(index + 1, index + LONGEST).indexOf(PAIRS[mark] ?? '');
    if (close < 0) continue;
    const end = index + 1 + close;
    if (!isSpeech(text, index, end)) continue;
    runs.push(...runsBetween(written, from, index + 1, kept.length));
    kept += text.slice(from, index + 1);
    from = end + 1;
  }
  if (from === 0) return written;
  runs.push(...runsBetween(written, from, text.length, kept.length));
  return { text: kept + text.slice(from), runs };
}

/** The runs of a part of a text, once that part stands at `start`. */
function runsBetween(written: MappedText, from: number, to: number, start: number): readonly ProseRun[] {
  if (to <= from) return [];
  const inner = written.runs.filter(({ at }) => at > from && at < to);
  return [
    { at: start, from: offsetIn(written, from) },
    ...inner.map((run) => ({ at: run.at - from + start, from: run.from })),
  ];
}

function isSpeech(text: string, open: number, close: number): boolean {
  const inner = text.slice(open + 1, close);
  if (/^\s|\s$/.test(inner) && text[open] === '"') return false;
  if ((inner.match(/\s\S/g)?.length ?? 0) >= 3 || /\b(?:I|we|my|our)\b/i.test(inner)) return true;
  return SAYS.test(text.slice(Math.max(0, open - 40), open)) || SAYS.test(text.slice(close, close + 40));
}
