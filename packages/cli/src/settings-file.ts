import fs from 'node:fs';
import path from 'node:path';
import { defaultSettings, type Language, languages, ownLanguage, type Settings } from '@debrief/core';
import { loadText } from './load-text.ts';

export interface FoundSettings {
  readonly languages: readonly Language[];
  readonly settings: Settings;
  /** The folder in which `debrief.yaml` stands, null where there is none. */
  readonly folder: string | null;
  /** Complaints, each with path and line. */
  readonly problems: readonly string[];
}

/** The settings for a path, and the vocabulary with a team's own words: `debrief.yaml` is looked for from there upward. */
export async function findSettings(start: string): Promise<FoundSettings> {
  const file = settingsFileUpward(start);
  if (file === null) return { languages, settings: defaultSettings, folder: null, problems: [] };
  const folder = path.dirname(file);
  const loaded = loadText(file);
  if (loaded.problem !== undefined)
    return { languages, settings: defaultSettings, folder, problems: [`${file}: ${loaded.problem}`] };
  // Its own door, entered only here: a folder without settings does not pay for the schema.
  const { readSettings } = await import('@debrief/core/workspace');
  const { settings, messages } = readSettings(loaded.text);
  const words = withTemplateWords(settings, folder, readSettings);
  const own = ownLanguage(words);
  const problems = [
    ...messages.map(({ line, message }) => `${file}:${line}: ${message}`),
    ...own.unknown.map(
      ({ part, name, nearest }) => `${file}: “${name}” is not one of the ${part}; did you mean “${nearest}”?`,
    ),
  ];
  return {
    languages: Object.keys(words).length === 0 ? languages : [own.language, ...languages],
    settings,
    folder,
    problems,
  };
}

/** The vocabulary of the settings with the words that the team's own templates give to their headings. */
function withTemplateWords(
  { vocabulary, templates }: Settings,
  folder: string,
  readSettings: (text: string) => { readonly settings: Settings },
): Settings['vocabulary'] {
  const sections: Record<string, readonly string[]> = { ...vocabulary['sections'] };
  for (const file of markdownIn(path.join(folder, templates))) {
    const loaded = loadText(file);
    const front = loaded.problem === undefined ? FRONT_MATTER.exec(loaded.text)?.[1] : undefined;
    if (front?.includes('sections:') !== true) continue;
    const own = readSettings(`vocabulary:\n${front.replaceAll(/^/gm, '  ')}`).settings.vocabulary['sections'] ?? {};
    for (const [name, phrases] of Object.entries(own)) sections[name] = [...(sections[name] ?? []), ...phrases];
  }
  return Object.keys(sections).length === 0 ? vocabulary : { ...vocabulary, sections };
}

const FRONT_MATTER = /^---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*\r?\n/;

/** The Markdown files of a folder, in order; none where it is not there. */
export function markdownIn(folder: string): readonly string[] {
  try {
    return fs
      .readdirSync(folder)
      .filter((name) => name.toLowerCase().endsWith('.md'))
      .toSorted()
      .map((name) => path.join(folder, name));
  } catch {
    return [];
  }
}

/** The `debrief.yaml` in a folder, the folder of a file, or the nearest folder above. */
export function settingsFileUpward(start: string): string | null {
  for (let folder = isFolder(start) ? start : path.dirname(start); ; folder = path.dirname(folder)) {
    const file = path.join(folder, 'debrief.yaml');
    if (fs.existsSync(file)) return file;
    if (path.dirname(folder) === folder) return null;
  }
}

function isFolder(target: string): boolean {
  try {
    return fs.statSync(target).isDirectory();
  } catch {
    return false;
  }
}
