import type { DocumentOptions, ParseOptions, SchemaOptions, YAMLError } from 'yaml';
import type { SettingsMessage } from './settings.ts';

/** How every YAML text of a team is parsed: nothing in it runs, and what is wrong is told rather than thrown. */
export const yamlOptions = {
  schema: 'core',
  customTags: [],
  // At “silent” a second document would be passed over without a word. Nothing is logged here at any level.
  logLevel: 'error',
  prettyErrors: false,
  // Told by its own message, since asking the parser takes time that grows with the square of the keys.
  uniqueKeys: false,
} satisfies ParseOptions & DocumentOptions & SchemaOptions;

const WORDS: Readonly<Partial<Record<YAMLError['code'], string>>> = {
  BAD_SCALAR_START: 'A text that begins with a sign such as @ or ` stands in quotes: "@ana".',
  MULTIPLE_DOCS: 'A second document begins here (“---”) and was not read. Keep all settings in the first.',
  RESOURCE_EXHAUSTION: 'This is nested too deep to be read.',
  TAB_AS_INDENT: 'A tab stands where YAML takes spaces. Indent with spaces.',
};

/** What the parser says is wrong, in words that say what to do. */
export function inOurWords({ code, message }: YAMLError): string {
  return WORDS[code] ?? `This is not YAML as it should be: ${message}.`;
}

const MOST_MESSAGES = 100;

/** By line and each once; of very many the first. */
export function inOrder(messages: readonly SettingsMessage[]): readonly SettingsMessage[] {
  const unique = new Map(messages.map((each) => [`${each.line} ${each.message}`, each]));
  return [...unique.values()].toSorted((a, b) => a.line - b.line).slice(0, MOST_MESSAGES);
}
