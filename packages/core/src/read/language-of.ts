import { fold, type Language } from '../vocabulary/index.ts';

const KANA = /[\u3040-\u30ff]/g;
const HAN = /[\u3400-\u9fff]/g;
const HEAD = 1_600;

/**
 * The language that a text is written in, by its script and its most frequent small words; English where nothing tells.
 *
 * @returns ISO 639-1
 */
export function languageOf(text: string, languages: readonly Language[]): string {
  const head = text.slice(0, HEAD);
  const kana = head.match(KANA)?.length ?? 0;
  const han = head.match(HAN)?.length ?? 0;
  if (kana > 10 && kana * 10 > head.length / 5) return 'ja';
  if (kana > 30) return 'ja';
  if (han > 20 && han * 10 > head.length / 5) return 'zh';

  const markers = markersOf(languages);
  const counts = new Map<string, number>();
  for (const word of head.toLowerCase().match(/\p{Script=Latin}+/gu) ?? []) {
    for (const code of markers.get(word) ?? []) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  let best = 'en';
  let most = counts.get('en') ?? 0;
  for (const [code, count] of counts) {
    if (count > most) {
      best = code;
      most = count;
    }
  }
  return best;
}

const MARKERS = new WeakMap<readonly Language[], ReadonlyMap<string, readonly string[]>>();

function markersOf(languages: readonly Language[]): ReadonlyMap<string, readonly string[]> {
  let markers = MARKERS.get(languages);
  if (markers === undefined) {
    const found = new Map<string, string[]>();
    for (const { code, markers: words } of languages) {
      for (const word of words) {
        for (const form of new Set([word.toLowerCase(), fold(word)]))
          found.set(form, [...(found.get(form) ?? []), code]);
      }
    }
    markers = found;
    MARKERS.set(languages, markers);
  }
  return markers;
}
