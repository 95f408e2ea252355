import { smallestCollection } from './weights.ts';

/** How rare a thing is among documents: 1 for what only one has or two have, towards 0 for what all have. */
export type Rarity = (documents: number) => number;

/**
 * The inverse document frequency of BM25 in the form that is never negative, ln(1 + (N − n + ½) / (n + ½)), over that of
 * a word which two documents have.
 *
 * Robertson and Zaragoza, “The Probabilistic Relevance Framework: BM25 and Beyond”, Foundations and Trends in
 * Information Retrieval 3 (2009), §3.3; with the 1 added, as Lucene does, since a word in more than half of all documents
 * would count against.
 *
 * @param collection N, how many documents there are, the one asked about included
 * @example rarityAmong(1000)(2) // 1
 * @example rarityAmong(1000)(1000) // 0.00008
 */
export function rarityAmong(collection: number): Rarity {
  const all = Math.max(collection, smallestCollection);
  const of = (documents: number): number => Math.log(1 + (all - documents + 0.5) / (documents + 0.5));
  const highest = of(2);
  return (documents) => Math.min(1, of(Math.max(documents, 1)) / highest);
}
