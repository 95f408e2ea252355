/** Findings of a document by rule and fingerprint, and how many of each. */
export type Counts = Readonly<Record<string, number>>;

/** A finding that more documents than this have tells nothing about which of them it was. */
const COMMON = 50;

/**
 * Finds out which of the documents that are gone a new one was before it was renamed: one of the same file name where at
 * least half of the findings agree, else the one with the most findings in common. Half of the fewer ones is enough, for
 * a document may be changed in the same step. Each is given away once, and stays with whom it was given to.
 *
 * @param gone the findings of the documents that are no longer there, by name
 * @returns a function from the name of a new document and its findings to what was known of it; empty where nothing was
 * @example renamedDocuments(new Map([['a.md', { 'complete/date x': 1 }]]))('b.md', { 'complete/date x': 1 }) // { 'complete/date x': 1 }
 */
export function renamedDocuments(gone: ReadonlyMap<string, Counts>): (name: string, found: Counts) => Counts {
  const byBase = Map.groupBy(gone.keys(), baseOf);
  const byFinding = new Map<string, string[]>();
  for (const [name, counts] of gone)
    for (const key of Object.keys(counts)) {
      const having = byFinding.get(key);
      if (having === undefined) byFinding.set(key, [name]);
      else having.push(name);
    }
  const given = new Map<string, string>();
  const taken = new Set<string>();
  const bestOf = (names: Iterable<string>, found: Counts): string | null => {
    let best: { readonly name: string; readonly common: number } | null = null;
    for (const name of names) {
      if (taken.has(name)) continue;
      const counts = gone.get(name) ?? {};
      const common = commonOf(counts, found);
      const isEnough = common > 0 && common * 2 >= Math.min(sumOf(counts), sumOf(found));
      if (isEnough && (best === null || common > best.common)) best = { name, common };
    }
    return best?.name ?? null;
  };
  const alike = (found: Counts): ReadonlySet<string> =>
    new Set(
      Object.keys(found).flatMap((key) => {
        const having = byFinding.get(key) ?? [];
        return having.length > COMMON ? [] : having;
      }),
    );
  return (name, found) => {
    const before = given.get(name) ?? bestOf(byBase.get(baseOf(name)) ?? [], found) ?? bestOf(alike(found), found);
    if (before === null) return {};
    given.set(name, before);
    taken.add(before);
    return gone.get(before) ?? {};
  };
}

function baseOf(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}

function commonOf(counts: Counts, found: Counts): number {
  return Object.entries(found).reduce((sum, [key, count]) => sum + Math.min(count, counts[key] ?? 0), 0);
}

function sumOf(counts: Counts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
