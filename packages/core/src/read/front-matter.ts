import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { Message, Place } from '../model/index.ts';

/** One value of the front matter, with its path of keys (`['times', 'detected']`). */
export interface FrontMatterEntry {
  readonly path: readonly string[];
  readonly key: Place;
  readonly value: Place;
  readonly text: string;
}

export interface FrontMatter {
  /** Where the body begins: the front matter and its closing line are before it. 0 where there is none. */
  readonly end: number;
  readonly entries: readonly FrontMatterEntry[];
  readonly messages: readonly Message[];
}

const OPENING = /(?:[ \t]*\n){0,50}---[ \t]*\n/y;
const CLOSING = /^(?:---|\.\.\.)[ \t]*$/gm;
const LONGEST = 65_536;
const MOST_ENTRIES = 2_000;
const DEEPEST = 5;

/**
 * Reads YAML front matter with the place of every scalar. Aliases and custom tags are not followed, so that a hostile
 * document can neither grow nor run; what cannot be read becomes a message and the document is read on.
 */
export function frontMatterOf(flat: string, start = 0): FrontMatter {
  OPENING.lastIndex = start;
  const opening = OPENING.exec(flat);
  if (opening === null) return { end: 0, entries: [], messages: [] };
  const from = start + opening[0].length;
  CLOSING.lastIndex = from;
  const closing = CLOSING.exec(flat);
  if (closing === null || closing.index === from) return { end: 0, entries: [], messages: [] };
  const yaml = flat.slice(from, closing.index);
  if (!/^[^\s#:][^\n:]*:|^\{/m.test(yaml.slice(0, 2_000))) return { end: 0, entries: [], messages: [] };
  const end = Math.min(flat.length, closing.index + closing[0].length + 1);
  if (yaml.length > LONGEST) {
    const message = `The front matter is longer than ${LONGEST} characters and was not read. Move long text into the body.`;
    return { end, entries: [], messages: [problem(message, { from: 0, to: from })] };
  }
  const simple = simpleEntries(yaml, from);
  return simple === null ? readYaml(yaml, from, end) : { end, entries: simple, messages: [] };
}

/** Most front matter is `key: words` line by line; that needs no parser. Anything else answers null. */
function simpleEntries(yaml: string, offset: number): readonly FrontMatterEntry[] | null {
  const entries: FrontMatterEntry[] = [];
  const seen = new Set<string>();
  let at = offset;
  for (const line of yaml.split('\n')) {
    const start = at;
    at += line.length + 1;
    if (line.trim() === '') continue;
    const match = /^([A-Za-z_][\w-]*):(?:[ \t]+([^\s"'[\]{}&*!|>%@`#,?-][^#&*!"'[\]{}]*))?$/.exec(line);
    const written = match?.[2]?.trimEnd() ?? '';
    if (match === null || seen.has(match[1] ?? '') || written === '' || / #|: |:$/.test(written)) return null;
    const key = match[1] ?? '';
    seen.add(key);
    const from = start + line.indexOf(written, key.length + 1);
    entries.push({
      path: [key],
      key: { from: start, to: start + key.length },
      value: { from, to: from + written.length },
      text: written,
    });
  }
  return entries;
}

function problem(message: string, place: Place): Message {
  return { code: 'front-matter', message, place };
}

function readYaml(yaml: string, offset: number, end: number): FrontMatter {
  const lineCounter = new LineCounter();
  const document = parseDocument(yaml, {
    lineCounter,
    schema: 'core',
    customTags: [],
    logLevel: 'silent',
    prettyErrors: false,
    uniqueKeys: true,
  });
  const messages = [...document.errors, ...document.warnings].slice(0, 10).map(({ message, pos }) => {
    const { line } = lineCounter.linePos(pos[0]);
    return problem(`The front matter cannot be read in full at its line ${line}: ${message}`, {
      from: offset + pos[0],
      to: offset + Math.max(pos[0], pos[1]),
    });
  });
  const entries: FrontMatterEntry[] = [];
  collect(document.contents, [], { from: offset, to: offset }, 0);
  return { end, entries, messages };

  function collect(node: Node | null, path: readonly string[], key: Place, depth: number): void {
    if (node === null || depth > DEEPEST || entries.length >= MOST_ENTRIES) return;
    if (isScalar(node)) {
      const [from, close] = node.range ?? [0, 0];
      const quoted = /^["']/.test(yaml.slice(from, close)) && close - from > 1 ? 1 : 0;
      const to = close - quoted;
      const value = { from: offset + from + quoted, to: offset + to };
      entries.push({
        path,
        key,
        value,
        text: typeof node.value === 'string' ? node.value : yaml.slice(from + quoted, to),
      });
    } else if (isSeq(node)) {
      for (const item of node.items) collect(item as Node, path, key, depth + 1);
    } else if (isMap(node)) {
      for (const pair of node.items) {
        if (!isScalar(pair.key)) continue;
        const [from, to] = pair.key.range ?? [0, 0];
        collect(
          pair.value as Node | null,
          [...path, String(pair.key.value)],
          { from: offset + from, to: offset + to },
          depth + 1,
        );
      }
    }
  }
}
