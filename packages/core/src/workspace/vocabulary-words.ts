import { isMap, isScalar, isSeq } from 'yaml';
import type { OwnWords } from './settings.ts';

const GROUPS = ['sections', 'labels', 'columns'];

type Complain = (node: unknown, message: string) => void;

/** A team's own words, from the node under `vocabulary:`. What is no phrase is complained about and left out. */
export function vocabularyWords(node: unknown, complain: Complain): OwnWords {
  const vocabulary: Record<string, Record<string, readonly string[]>> = {};
  for (const [group, names] of entriesOf(node)) {
    if (!GROUPS.includes(group.name))
      complain(group.node, `“${group.name}” is not a part of the vocabulary. Use one of: ${GROUPS.join(', ')}.`);
    else vocabulary[group.name] = phrasesByName(names, complain);
  }
  return vocabulary;
}

function phrasesByName(names: unknown, complain: Complain): Record<string, readonly string[]> {
  const found: Record<string, readonly string[]> = Object.create(null) as Record<string, readonly string[]>;
  for (const [name, phrases] of entriesOf(names)) {
    const listed = isSeq(phrases) ? phrases.items : [phrases];
    const words = listed.filter(isScalar).map(({ value }) => String(value));
    if (words.length < listed.length)
      complain(name.node, `“${name.name}” takes a list of phrases, such as [Root cause, Why].`);
    found[name.name] = words;
  }
  return found;
}

function entriesOf(node: unknown): readonly (readonly [{ readonly name: string; readonly node: unknown }, unknown])[] {
  return isMap(node)
    ? node.items.flatMap(({ key, value }) =>
        isScalar(key) ? [[{ name: String(key.value), node: key }, value] as const] : [],
      )
    : [];
}
