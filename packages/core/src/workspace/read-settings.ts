import { isMap, isScalar, LineCounter, type Node, parseDocument } from 'yaml';
import { checkSettings } from './check-settings.ts';
import { locate } from './located.ts';
import { defaultSettings, type SettingsMessage, type SettingsReading } from './settings.ts';
import { settingsFrom } from './settings-from.ts';
import { vocabularyWords } from './vocabulary-words.ts';
import { inOrder, inOurWords, yamlOptions } from './yaml-text.ts';

export { readOpenSlo } from './open-slo.ts';
export type { SettingsMessage, SettingsReading } from './settings.ts';

const LONGEST = 2_000_000;

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
  const document = parseDocument(text, { ...yamlOptions, lineCounter });
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
