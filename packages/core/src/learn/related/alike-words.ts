import type { RelatedProfile } from './profile.ts';
import { rarityAmong } from './rarity.ts';
import { enoughForUsual, type PartName, partNames, partWeights, points, saturation } from './weights.ts';

/** How alike the words of other documents are to those of one. */
export interface WordScorer {
  /** For each of the other documents, in their order. */
  readonly scores: readonly WordScore[];
  /** How rare a word is among the documents in the same language; 1 where it is not in the one asked about. */
  readonly rarityOf: (word: string) => number;
  /** The points that half of the documents in the same language reach or exceed; 0 where they are too few to tell. */
  readonly usual: number;
  /** The heaviest words that both have, with the points that each brings. */
  readonly heaviest: (other: RelatedProfile, most: number) => readonly WordPoints[];
}

export interface WordScore {
  /** Before the usual is subtracted. */
  readonly gross: number;
  /** How many different words both have. */
  readonly shared: number;
  /** Whether one word outweighs all others, and was counted as much as they are together. */
  readonly isCapped: boolean;
}

export interface WordPoints {
  readonly word: string;
  readonly points: number;
}

/**
 * BM25F: the counts of a word in the parts of a document, each divided by how long that part is beside the usual and
 * weighted, are added up before they saturate. The one asked about is a query as long as a document, so that its words
 * saturate in the same way and weigh by their rarity on both sides, and the sum is divided by what the document would
 * reach against itself.
 *
 *     tf(d, w) = Σ over parts p of  weight(p) · count(d, p, w) / (1 − b + b · length(d, p) / average(p))
 *     s(d, w)  = tf / (k1 + tf)
 *     points   = 100 · Σ over words of  rarity(w)² · s(asked, w) · s(other, w)  /  Σ rarity(w)² · s(asked, w)²
 *
 * One rare word alone is chance: the heaviest counts at most as much as all others together.
 *
 * How rare a word is is counted among the documents of the same language, where a word of every sentence would else be
 * rare in a collection that is mostly in another.
 *
 * Robertson, Zaragoza and Taylor, “Simple BM25 extension to multiple weighted fields”, CIKM 2004; Robertson and Zaragoza
 * 2009, §3.5.
 */
export function wordScorer(asked: RelatedProfile, others: readonly RelatedProfile[]): WordScorer {
  const average = averageLengths([asked, ...others]);
  const own = saturated(asked, average);
  const isPeer = (other?: RelatedProfile): boolean => other?.language === asked.language;
  const peers = others.filter((other) => isPeer(other));
  const documentsWith = countDocuments([asked, ...peers], own);
  const rarity = rarityAmong(peers.length + 1);
  const rarityOf = (word: string): number => rarity(documentsWith.get(word) ?? 1);
  const worth = new Map<string, number>();
  let whole = 0;
  for (const [word, strength] of own) {
    const each = rarityOf(word) ** 2 * strength;
    worth.set(word, each);
    whole += each * strength;
  }
  const pointsOf = (word: string, strength: number): number =>
    whole === 0 ? 0 : (points.words * (worth.get(word) ?? 0) * strength) / whole;
  const scores = others.map((other) => {
    let sum = 0;
    let heaviest = 0;
    const found = saturated(other, average, own);
    for (const [word, strength] of found) {
      const each = pointsOf(word, strength);
      sum += each;
      heaviest = Math.max(heaviest, each);
    }
    const rest = sum - heaviest;
    return { gross: rest + Math.min(heaviest, rest), shared: found.size, isCapped: heaviest > rest };
  });
  return {
    scores,
    rarityOf,
    usual:
      peers.length < enoughForUsual
        ? 0
        : middleOf(scores.flatMap(({ gross }, at) => (isPeer(others[at]) ? [gross] : []))),
    heaviest: (other, most) =>
      Array.from(saturated(other, average, own), ([word, strength]) => ({ word, points: pointsOf(word, strength) }))
        .toSorted((a, b) => b.points - a.points || (a.word < b.word ? -1 : 1))
        .slice(0, most),
  };
}

/** The middle value, of an even number the lower one. */
function middleOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? 0;
}

type Averages = Readonly<Record<PartName, number>>;

function averageLengths(all: readonly RelatedProfile[]): Averages {
  const total: Record<string, number> = {};
  const count: Record<string, number> = {};
  for (const { parts } of all) {
    for (const { part, length } of parts) {
      if (length === 0) continue;
      total[part] = (total[part] ?? 0) + length;
      count[part] = (count[part] ?? 0) + 1;
    }
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
    const worth = partWeights[part] / (1 - b + b * Math.max(length / average[part], SHORTEST_PART));
    for (const [at, word] of words.entries()) {
      if (only?.has(word) === false) continue;
      frequencies.set(word, (frequencies.get(word) ?? 0) + worth * (counts[at] ?? 0));
    }
  }
  for (const [word, frequency] of frequencies) frequencies.set(word, frequency / (k1 + frequency));
  return frequencies;
}

/** A part shorter than half of the usual counts as half: two words alone in it would else outweigh a whole summary. */
const SHORTEST_PART = 0.5;

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
