/**
 * Moves dots on one line up and down until none covers another, each as little as it can: the offsets in the order of
 * `places`, in the same pixels.
 *
 * @example beeswarm([10, 11, 40], { size: 8 }) // [0, 8, 0] or nearly so
 */
export function beeswarm(places: readonly number[], { size }: { readonly size: number }): readonly number[] {
  const offsets = places.map(() => 0);
  const order = places.map((_, index) => index).toSorted((a, b) => (places[a] ?? 0) - (places[b] ?? 0));
  const placed: { readonly x: number; readonly y: number }[] = [];
  for (const index of order) {
    const x = places[index] ?? 0;
    const near = placed.filter((other) => x - other.x < size);
    const y = freeOffset(x, near, size);
    offsets[index] = y;
    placed.push({ x, y });
  }
  return offsets;
}

function freeOffset(x: number, near: readonly { readonly x: number; readonly y: number }[], size: number): number {
  const touching = near.flatMap((other) => {
    const apart = Math.sqrt(Math.max(0, size ** 2 - (x - other.x) ** 2));
    return [other.y + apart, other.y - apart];
  });
  const free = [0, ...touching].filter((y) =>
    near.every((other) => (x - other.x) ** 2 + (y - other.y) ** 2 >= size ** 2 - 1e-6),
  );
  return free.toSorted((a, b) => Math.abs(a) - Math.abs(b) || a - b)[0] ?? 0;
}
