/**
 * The median of all differences b − a of sorted values, without writing them all down: halves the range in which it
 * lies until no number is left between its ends, and counts each time how many differences lie up to the middle.
 */
export function medianDifference(a: Float64Array, b: Float64Array): number {
  const pairs = a.length * b.length;
  const upper = orderedDifference(a, b, Math.floor(pairs / 2) + 1);
  return pairs % 2 === 1 ? upper : orderedDifference(a, b, pairs / 2) / 2 + upper / 2;
}

function orderedDifference(a: Float64Array, b: Float64Array, place: number): number {
  let from = (b[0] ?? 0) - (a.at(-1) ?? 0);
  let to = (b.at(-1) ?? 0) - (a[0] ?? 0);
  if (countUpTo(a, b, from) >= place) return from;
  for (;;) {
    const middle = from / 2 + to / 2;
    if (middle <= from || middle >= to) return to;
    if (countUpTo(a, b, middle) >= place) to = middle;
    else from = middle;
  }
}

function countUpTo(a: Float64Array, b: Float64Array, most: number): number {
  let [count, reached] = [0, 0];
  for (const value of a) {
    while (reached < b.length && (b[reached] ?? 0) - value <= most) reached += 1;
    count += reached;
  }
  return count;
}
