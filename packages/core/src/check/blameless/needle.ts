/** Words of which a sentence must hold one before a pattern is tried on it. */
export interface Needle {
  /** Its bit in what {@link needlesIn} answers. */
  readonly bit: number;
  readonly pattern: RegExp;
}

/** Letters and marks that words of needles are made of, each with a number below 32; every other unit is 0. */
const ALPHABET = "abcdefghijklmnopqrstuvwxyz '-!,";
const NUMBERS = Uint8Array.from({ length: 128 }, (_none, code) => ALPHABET.indexOf(String.fromCharCode(code)) + 1);

/** The needles of which a word holds three units in a row, a bit for each; a bit less than a number has. */
const NEEDLES_OF = new Int32Array(32 ** 3);
const MOST = 31;
let count = 0;

/**
 * Makes a needle of words in lower case, parted by `|`, of two units or more.
 *
 * @param pattern where the words alone say too little; it is tried only where one of them may stand
 */
export function needle(words: string, pattern = new RegExp(words)): Needle {
  const bit = 1 << count;
  count += 1;
  if (count > MOST) throw new RangeError(`There are no more than ${MOST} needles.`);
  for (const word of words.split('|')) {
    for (const key of word.length === 2 ? keysBefore(word) : [rarest(word)])
      NEEDLES_OF[key] = (NEEDLES_OF[key] ?? 0) | bit;
  }
  return { bit, pattern };
}

/** The bits of the needles that may stand in a text in lower case: it is looked through once for all of them. */
export function needlesIn(lower: string): number {
  let [key, bits] = [0, 0];
  for (let at = 0; at < lower.length; at += 1) {
    const code = lower.charCodeAt(at);
    key = ((key << 5) | (code < 128 ? (NUMBERS[code] as number) : 0)) & 0x7f_ff;
    bits |= NEEDLES_OF[key] as number;
  }
  return bits;
}

/** Two units behind any other. */
function keysBefore(word: string): readonly number[] {
  return Array.from({ length: 32 }, (_none, first) => (first << 10) | keyOf(word.split('')));
}

function keyOf(units: readonly string[]): number {
  return units.reduce((key, unit) => (key << 5) | (ALPHABET.indexOf(unit) + 1), 0);
}

/** Letters by how often they stand in English, the rarest first. */
const RARE = "!,-'zqxjkvbpygfwmucldrhsnioat e";

/** Of a word, the three units in a row that the fewest other words have, as far as their letters tell. */
function rarest(word: string): number {
  let [best, least] = [-1, Infinity];
  for (let at = 0; at + 3 <= word.length; at += 1) {
    const units = word.slice(at, at + 3).split('');
    if (units.some((unit) => !ALPHABET.includes(unit))) continue;
    const weight = units.reduce((product, unit) => product * (RARE.indexOf(unit) + 1), 1);
    if (weight >= least) continue;
    least = weight;
    best = keyOf(units);
  }
  if (best < 0) throw new RangeError(`“${word}” is too short to look for, or has a mark that is not looked at.`);
  return best;
}
