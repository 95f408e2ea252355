/**
 * The probability that at most `u` of all pairs of two groups are in the one order, when all orders of all values are as
 * likely as each other. The number of pairs grows value by value: the largest of all is in the first group with the
 * probability n1 / n, and then lies above all n2 of the other.
 *
 * Source: the recurrence of Mann and Whitney, 1947.
 */
export function rankSumTail(n1: number, n2: number, u: number): number {
  const wanted = Math.floor(u) + 1;
  let row = Array.from({ length: n2 + 1 }, () => atZero(wanted));
  for (let first = 1; first <= n1; first += 1) {
    const next = [atZero(wanted)];
    for (let second = 1; second <= n2; second += 1) {
      const inFirst = row[second] ?? atZero(wanted);
      const inSecond = next[second - 1] ?? atZero(wanted);
      const share = first / (first + second);
      next.push(
        inFirst.map(
          (_chance, at) => share * (at < second ? 0 : (inFirst[at - second] ?? 0)) + (1 - share) * (inSecond[at] ?? 0),
        ),
      );
    }
    row = next;
  }
  return (row[n2] ?? atZero(wanted)).reduce((sum, chance) => sum + chance, 0);
}

function atZero(length: number): Float64Array {
  const chances = new Float64Array(length);
  chances[0] = 1;
  return chances;
}
