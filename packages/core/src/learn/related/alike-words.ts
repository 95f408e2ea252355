import type { RelatedProfile } from './profile.ts';
import type { Rarity } from './rarity.ts';
import { type PartName, partNames, partWeights, points, saturation } from './weights.ts';

/** How alike the words of other documents are to those of one. */
export interface WordScorer {
  /** Points for each word that both have, highest first. Their sum is at most about {@link points.words}. */
  readonly compare: (other: RelatedProfile) => readonly WordPoints[];
  /** In how many documents a word of this one stands, itself included. */
  readonly documentsWith: ReadonlyMap<string, number>;
}

export interface WordPoints {
  readonly word: string;
  readonly points: number;
}

/**
 * BM25F: the counts of a word in the parts of a document, each divided by how long that part is beside the usual and
 * weighted, are added up before they saturate. The one asked about is a query as long as a document, so that its words
 * saturate in the same way, and the sum is divided by what the document would reach against itself.
 *
 *     tf(d, w) = Σ over parts p of  weight(p) · count(d, p, w) / (1 − b + b · length(d, p) / average(p))
 *     s(d, w)  = tf / (k1 + tf)
 *     points   = 100 · Σ over words of  rarity(w) · s(asked, w) · s(other, w)  /  Σ rarity(w) · s(asked, w)²
 *
 * Robertson, Zaragoza and Taylor, “Simple BM25 extension to multiple weighted fields”, CIKM 2004; Robertson and Zaragoza
 * 2009, §3.5.
 *
 * @param all every document of the collection, the one asked about among them
 */
export function wordScorer(asked: RelatedProfile, all: readonly RelatedProfile[], rarity: Rarity): WordScorer {
  const average = averageLengths(all);
  const own = saturated(asked, average);
  const documentsWith = countDocuments(all, own);
  let whole = 0;
  for (const [word, strength] of own) whole += rarity(documentsWith.get(word) ?? 1) * strength ** 2;
  return {
    documentsWith,
    compare: (other) => {
      const found: WordPoints[] = [];
      for (const [word, strength] of saturated(other, average, own)) {
        const mine = own.get(word) ?? 0;
        const share = (rarity(documentsWith.get(word) ?? 1) * mine * strength) / whole;
        if (share > 0) found.push({ word, points: points.words * share });
      }
      return found.toSorted((a, b) => b.points - a.points || (a.word < b.word ? -1 : 1));
    },
  };
}

type Averages = Readonly<Record<PartName, number>>;

function averageLengths(all: readonly RelatedProfile[]): Averages {
  const total: Record<string, number> = {};
  const count: Record<string, number> = {};
  for (const { part, length } of all.flatMap(({ parts }) => parts)) {
    if (length === 0) continue;
    total[part] = (total[part] ?? 0) + length;
    count[part] = (count[part] ?? 0) + 1;
  }
  const averages = partNames.map((part) => [part, (total[part] ?? 1) / (count[part] ?? 1)]);
  return Object.fromEntries(averages) as Averages;
}

function saturated(
  { parts }: RelatedProfile,
  average: Averages,
  only?: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const { k1, b } = saturation;
  const frequencies = new Map<string, number>();
  for (const { part, length, words, counts } of parts) {
    const worth = partWeights[part] / (1 - b + (b * length) / average[part]);
    for (const [at, word] of words.entries()) {
      if (only?.has(word) === false) continue;
      frequencies.set(word, (frequencies.get(word) ?? 0) + worth * (counts[at] ?? 0));
    }
  }
  for (const [word, frequency] of frequencies) frequencies.set(word, frequency / (k1 + frequency));
  return frequencies;
}

function countDocuments(
  all: readonly RelatedProfile[],
  words: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { parts } of all) {
    const met = new Set<string>();
    for (const part of parts) for (const word of part.words) if (words.has(word)) met.add(word);
    for (const word of met) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}
