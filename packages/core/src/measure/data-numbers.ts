import type { Place, Reading } from '../model/index.ts';

/** A value of a data block in the document, under the keys that lead to it. */
export interface DataValue {
  readonly key: string;
  /** The keys from the root, joined by dots. */
  readonly path: string;
  readonly value: number | readonly unknown[];
  /** Of the key and its value in the text where they can be found, else of the block. */
  readonly place: Place;
}

const LONGEST = 200_000;
const DEEPEST = 8;
const MOST = 500;

/**
 * The numbers and lists of the JSON blocks of a document. A block that is no JSON, longer than 200,000 characters or deeper
 * than 8 gives nothing; nothing in it is run.
 *
 * @example dataNumbers(reading)[0] // { key: 'calls_failed', path: 'calls_failed', value: 1234, place }
 */
export function dataNumbers({ text, postmortem }: Reading): readonly DataValue[] {
  return postmortem.evidence
    .flatMap(({ kind, text: field }) => (kind === 'data' && field.state === 'known' ? [field] : []))
    .flatMap(({ value, places }) => {
      const [block] = places;
      const data = block === undefined ? undefined : parsed(value);
      return block === undefined || data === undefined ? [] : valuesIn(data, text, block);
    })
    .slice(0, MOST);
}

function parsed(value: string): unknown {
  if (value.length > LONGEST || !/^\s{0,20}[[{]/.test(value)) return undefined;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return undefined;
  }
}

interface Open {
  readonly node: unknown;
  readonly keys: readonly string[];
}

function valuesIn(data: unknown, text: string, block: Place): readonly DataValue[] {
  const found: DataValue[] = [];
  const open: Open[] = [{ node: data, keys: [] }];
  for (let next = open.shift(); next !== undefined && found.length < MOST; next = open.shift()) {
    const { node, keys } = next;
    const key = keys.at(-1) ?? '';
    if ((typeof node === 'number' && Number.isFinite(node)) || Array.isArray(node))
      found.push({ key, path: keys.join('.'), value: node, place: placeOf(key, text, block) });
    else if (typeof node === 'object' && node !== null && keys.length < DEEPEST)
      for (const [inner, below] of Object.entries(node).slice(0, MOST))
        open.push({ node: below, keys: [...keys, inner] });
  }
  return found;
}

function placeOf(key: string, text: string, block: Place): Place {
  const from = key === '' ? -1 : text.slice(0, block.to).indexOf(JSON.stringify(key), block.from);
  if (from < 0) return block;
  const end = /[,}\]\r\n]/.exec(text.slice(from + key.length + 2, Math.min(block.to, from + key.length + 200)));
  return end === null ? block : { from, to: from + key.length + 2 + end.index };
}
