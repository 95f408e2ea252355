import { isAlias, isMap, isScalar, isSeq, type Node } from 'yaml';

/** A value of a YAML text that knows its line and from which values can be dropped. */
export interface Located {
  readonly line: number;
  /** Set for a scalar. */
  readonly scalar?: string | number | boolean | null;
  /** Set for a list or a map; the keys of a list are its indexes. */
  readonly inside?: Map<string, Located>;
  readonly isList: boolean;
  /** Keys whose values were dropped with a message, so that what is then missing needs no second one. */
  readonly dropped: Set<string>;
}

type Complain = (line: number, message: string) => void;

const DEEPEST = 16;

/**
 * The values below a node. Aliases and tags are not followed, so that a hostile text can neither grow nor run; an empty
 * value counts as one that is not there.
 */
export function locate(root: unknown, lineOf: (node: unknown) => number, complain: Complain): Located | null {
  return visit(root, 1, 0);

  function visit(node: unknown, around: number, depth: number): Located | null {
    const line = node === null || node === undefined ? around : lineOf(node);
    const refuse = (message: string): null => {
      complain(line, message);
      return null;
    };
    if (isAlias(node)) return refuse('A reference to another value is not followed here. Write the value out.');
    if (isTagged(node)) return refuse('A value with a tag (“!…”) is not read here. Write it without the tag.');
    if (depth > DEEPEST) return refuse('This stands too deep to be a setting, and was not read.');
    if (isScalar(node)) {
      const { value } = node;
      if (value === null || value === undefined) return null;
      const scalar = typeof value === 'number' || typeof value === 'boolean' ? value : (node.source ?? '');
      return { line, scalar, isList: false, dropped: new Set() };
    }
    if (isSeq(node)) return within(line, true, node.items.entries(), depth);
    if (!isMap(node)) return null;
    const pairs = node.items.map(({ key, value }) => [key, value] as const);
    return within(line, false, pairs, depth);
  }

  function within(line: number, isList: boolean, pairs: Iterable<readonly [unknown, unknown]>, depth: number): Located {
    const inside = new Map<string, Located>();
    const keys = new Set<string>();
    for (const [key, value] of pairs) {
      const keyLine = isList ? line : lineOf(key);
      const name = isList ? String(inside.size) : keyName(key, keyLine);
      if (name === null) continue;
      if (!isList && keys.has(name))
        complain(keyLine, `“${name}” stands here twice. The last one counts; take the other out.`);
      keys.add(name);
      const found = visit(value, keyLine, depth + 1);
      if (found === null) inside.delete(name);
      else inside.set(name, isList ? found : { ...found, line: keyLine });
    }
    return { line, inside, isList, dropped: new Set() };
  }

  function keyName(key: unknown, line: number): string | null {
    const name = isScalar(key) && !isTagged(key) ? String(key.value) : null;
    if (name !== null && name !== '__proto__') return name;
    complain(line, name === null ? 'A key is one word or a text.' : `“${name}” is not a key that can be used.`);
    return null;
  }
}

/** Drops the values under some keys; what is left of a list moves up. */
export function drop({ inside, isList, dropped }: Located, keys: ReadonlySet<string>): void {
  if (inside === undefined) return;
  const left = [...inside].filter(([key]) => !keys.has(key));
  inside.clear();
  for (const [at, [key, value]] of left.entries()) inside.set(isList ? String(at) : key, value);
  for (const key of keys) dropped.add(key);
}

/** The plain value, made anew, so that dropping from {@link Located} shows. */
export function valueOf({ scalar, inside, isList }: Located): unknown {
  if (inside === undefined) return scalar;
  if (isList) return Array.from(inside.values(), valueOf);
  return Object.fromEntries(Array.from(inside, ([key, value]) => [key, valueOf(value)]));
}

function isTagged(node: unknown): boolean {
  const tag = (node as Node | null)?.tag;
  return typeof tag === 'string' && !/^tag:yaml\.org,2002:(?:str|int|float|bool|null|seq|map)$/.test(tag);
}
