import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';

/** Words that a team adds to the vocabulary: `sections`, `labels` or `columns` → name → phrases. */
export type OwnWords = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

export interface Settings {
  readonly vocabulary: OwnWords;
}

/** A complaint about the settings file, with the line (from 1) that it is about. */
export interface SettingsMessage {
  readonly line: number;
  readonly message: string;
}

export interface SettingsReading {
  readonly settings: Settings;
  readonly messages: readonly SettingsMessage[];
}

const GROUPS = ['sections', 'labels', 'columns'];

/**
 * Reads the text of a `debrief.yaml`. What cannot be read becomes a message with its line, and the rest is read on.
 *
 * @example readSettings('vocabulary:\n  sections:\n    rootCause: [Ursachenforschung]\n').settings.vocabulary.sections // { rootCause: ['Ursachenforschung'] }
 */
export function readSettings(text: string): SettingsReading {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, {
    lineCounter,
    schema: 'core',
    customTags: [],
    logLevel: 'silent',
    prettyErrors: false,
  });
  const messages: SettingsMessage[] = document.errors.map(({ message, pos }) => ({
    line: lineCounter.linePos(pos[0]).line,
    message,
  }));
  const complain = (node: unknown, message: string): void => {
    const range = (node as Node | null)?.range;
    messages.push({ line: range ? lineCounter.linePos(range[0]).line : 1, message });
  };
  const vocabulary: Record<string, Record<string, readonly string[]>> = {};
  const root = document.contents;
  if (root !== null && !isMap(root))
    complain(root, 'The settings are a list of keys with values, such as “vocabulary:”.');
  for (const [key, value] of entriesOf(root)) {
    if (key.name !== 'vocabulary') continue;
    for (const [group, names] of entriesOf(value)) {
      if (!GROUPS.includes(group.name))
        complain(group.node, `“${group.name}” is not a part of the vocabulary. Use one of: ${GROUPS.join(', ')}.`);
      else vocabulary[group.name] = phrasesByName(names, complain);
    }
  }
  return { settings: { vocabulary }, messages };
}

function phrasesByName(
  names: unknown,
  complain: (node: unknown, message: string) => void,
): Record<string, readonly string[]> {
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
