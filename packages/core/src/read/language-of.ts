import { fold, type Language } from '../vocabulary/index.ts';

const KANA = /[\u3040-\u30ff]/g;
const HAN = /[\u3400-\u9fff]/g;
const KANA_OR_HAN = /[\u3040-\u9fff]/;
const HEAD = 1_600;

/**
 * The language that a text is written in, by its script and its most frequent small words; English where nothing tells.
 *
 * @returns ISO 639-1
 */
export function languageOf(text: string, languages: readonly Language[]): string {
  return guessFrom(text, languages).code;
}

/** The language of the prose, unless that is too little to tell; then that of the whole text. */
export function languageOfProse(prose: string, whole: string, languages: readonly Language[]): string {
  const { code, count } = guessFrom(prose, languages);
  return count >= ENOUGH ? code : languageOf(whole, languages);
}

/** So many small words of one language tell it for sure. */
const ENOUGH = 8;

function guessFrom(text: string, languages: readonly Language[]): { readonly code: string; readonly count: number } {
  const head = text.slice(0, HEAD);
  if (KANA_OR_HAN.test(head)) {
    const kana = head.match(KANA)?.length ?? 0;
    const han = head.match(HAN)?.length ?? 0;
    if (kana > 10 && kana * 10 > head.length / 5) return { code: 'ja', count: kana };
    if (kana > 30) return { code: 'ja', count: kana };
    if (han > 20 && han * 10 > head.length / 5) return { code: 'zh', count: han };
  }

  const { codes, longest } = markersOf(languages);
  const counts = new Map<string, number>();
  for (const word of latinWords(head.toLowerCase(), longest)) {
    const meant = codes.get(word);
    if (meant !== undefined) for (const code of meant) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  let best = 'en';
  let most = counts.get('en') ?? 0;
  for (const [code, count] of counts) {
    if (count > most) {
      best = code;
      most = count;
    }
  }
  return { code: best, count: most };
}

/** The words of a text in lower case that are no longer than `longest`. */
function latinWords(text: string, longest: number): readonly string[] {
  if (NEEDS_SCRIPTS.test(text)) return text.match(/\p{Script=Latin}+/gu) ?? [];
  const words: string[] = [];
  let start = 0;
  for (let at = 0; at <= text.length; at += 1) {
    if (at < text.length && isLatin(text.charCodeAt(at))) continue;
    if (at > start && at - start <= longest) words.push(text.slice(start, at));
    start = at + 1;
  }
  return words;
}

/** Beyond the first blocks of characters and common punctuation only a table of scripts knows what is Latin. */
const NEEDS_SCRIPTS = /[^\0-\u024f\u2010-\u2027]/;

function isLatin(code: number): boolean {
  if (code < 128) return code >= 97 && code <= 122;
  return code === 0xaa || code === 0xba || (code >= 0xc0 && code <= 0x24f && code !== 0xd7 && code !== 0xf7);
}

interface Markers {
  readonly codes: ReadonlyMap<string, readonly string[]>;
  readonly longest: number;
}

const MARKERS = new WeakMap<readonly Language[], Markers>();

function markersOf(languages: readonly Language[]): Markers {
  let markers = MARKERS.get(languages);
  if (markers === undefined) {
    const found = new Map<string, string[]>();
    for (const { code, markers: words } of languages) {
      for (const word of words) {
        for (const form of new Set([word.toLowerCase(), fold(word)]))
          found.set(form, [...(found.get(form) ?? []), code]);
      }
    }
    markers = { codes: found, longest: Math.max(0, ...[...found.keys()].map(({ length }) => length)) };
    MARKERS.set(languages, markers);
  }
  return markers;
}
