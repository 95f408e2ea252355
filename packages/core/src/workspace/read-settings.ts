import { isMap, isScalar, LineCounter, type Node, parseDocument, type YAMLError } from 'yaml';
import { checkSettings } from './check-settings.ts';
import { locate } from './located.ts';
import { defaultSettings, type SettingsMessage, type SettingsReading } from './settings.ts';
import { settingsFrom } from './settings-from.ts';
import { vocabularyWords } from './vocabulary-words.ts';

export type { SettingsMessage, SettingsReading } from './settings.ts';

const LONGEST = 2_000_000;
const MOST_MESSAGES = 100;

/**
 * Reads the text of a `debrief.yaml`. What cannot be read becomes a message with its line, its default is taken, and the
 * rest is read on; nothing throws.
 *
 * @example readSettings('vocabulary:\n  sections:\n    rootCause: [Ursachenforschung]\n').settings.vocabulary.sections // { rootCause: ['Ursachenforschung'] }
 * @example readSettings('sevrity: {}').messages // [{ line: 1, message: '“sevrity” is not a setting; did you mean “severity”?' }]
 */
export function readSettings(text: string): SettingsReading {
  if (text.length > LONGEST) {
    const message = `These settings are longer than ${LONGEST} characters and were not read. Take out what is no setting.`;
    return { settings: defaultSettings, messages: [{ line: 1, message }] };
  }
  const lineCounter = new LineCounter();
  const document = parseDocument(text, {
    lineCounter,
    schema: 'core',
    customTags: [],
    // At “silent” a second document would be passed over without a word. Nothing is logged here at any level.
    logLevel: 'error',
    prettyErrors: false,
    // Told by its own message, since asking the parser takes time that grows with the square of the keys.
    uniqueKeys: false,
  });
  const messages: SettingsMessage[] = document.errors.map((error) => ({
    line: lineCounter.linePos(error.pos[0]).line,
    message: inOurWords(error),
  }));
  const lineOf = (node: unknown): number => {
    const range = (node as Node | null)?.range;
    return range ? lineCounter.linePos(range[0]).line : 1;
  };
  const complain = (line: number, message: string): void => void messages.push({ line, message });
  const root = document.contents;
  if (root !== null && !isMap(root) && !(isScalar(root) && root.value === null))
    complain(lineOf(root), 'The settings are a list of keys with values, such as “vocabulary:”.');
  const located = isMap(root) ? locate(root, lineOf, complain) : null;
  const settings = located === null ? defaultSettings : settingsFrom(checkSettings(located, complain));
  const words = isMap(root)
    ? root.items.findLast(({ key }) => isScalar(key) && key.value === 'vocabulary')?.value
    : null;
  const vocabulary = vocabularyWords(words, (node, message) => complain(lineOf(node), message));
  return { settings: { ...settings, vocabulary }, messages: inOrder(messages) };
}

const WORDS: Readonly<Partial<Record<YAMLError['code'], string>>> = {
  BAD_SCALAR_START: 'A text that begins with a sign such as @ or ` stands in quotes: "@ana".',
  MULTIPLE_DOCS: 'A second document begins here (“---”) and was not read. Keep all settings in the first.',
  RESOURCE_EXHAUSTION: 'This is nested too deep to be read.',
  TAB_AS_INDENT: 'A tab stands where YAML takes spaces. Indent with spaces.',
};

function inOurWords({ code, message }: YAMLError): string {
  return WORDS[code] ?? `This is not YAML as it should be: ${message}.`;
}

/** By line and each once; of very many the first. */
function inOrder(messages: readonly SettingsMessage[]): readonly SettingsMessage[] {
  const unique = new Map(messages.map((each) => [`${each.line} ${each.message}`, each]));
  return [...unique.values()].toSorted((a, b) => a.line - b.line).slice(0, MOST_MESSAGES);
}
