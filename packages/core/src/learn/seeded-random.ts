/** A sequence of whole numbers from 0 up to 2³² − 1 that looks random and is the same for the same seed. */
export type RandomSequence = () => number;

/** The four words that the sequence goes on from; not all of them are 0. */
export type RandomState = readonly [number, number, number, number];

const MASK = 0xffff_ffff_ffff_ffffn;

/**
 * The generator xoshiro128** 1.1 from a state of its own. Source: D. Blackman and S. Vigna, Scrambled Linear
 * Pseudorandom Number Generators, ACM TOMS 47 (2021).
 */
export function randomFrom(state: RandomState): RandomSequence {
  let [a, b, c, d] = state.map((word) => word | 0) as [number, number, number, number];
  return () => {
    const product = Math.imul(b, 5);
    const result = Math.imul((product << 7) | (product >>> 25), 9);
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    return result >>> 0;
  };
}

/**
 * The same from a whole number: its state is filled by splitmix64, as the authors advise. Source: G. L. Steele, D. Lea
 * and C. H. Flood, Fast Splittable Pseudorandom Number Generators, OOPSLA 2014.
 */
export function seededRandom(seed: number): RandomSequence {
  const first = splitMix(BigInt(seed), 1n);
  const second = splitMix(BigInt(seed), 2n);
  return randomFrom([
    Number(first & 0xffff_ffffn),
    Number(first >> 32n),
    Number(second & 0xffff_ffffn),
    Number(second >> 32n),
  ]);
}

/** A number from 0 up to `count` − 1; none is more probable than another by more than count / 2³². */
export function randomBelow(random: RandomSequence, count: number): number {
  return Math.floor((random() * count) / 4_294_967_296);
}

function splitMix(seed: bigint, step: bigint): bigint {
  let word = (seed + step * 0x9e37_79b9_7f4a_7c15n) & MASK;
  word = ((word ^ (word >> 30n)) * 0xbf58_476d_1ce4_e5b9n) & MASK;
  word = ((word ^ (word >> 27n)) * 0x94d0_49bb_1331_11ebn) & MASK;
  return word ^ (word >> 31n);
}
