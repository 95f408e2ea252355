import fs from 'node:fs';
import path from 'node:path';
import { defaultSettings, type OwnWords, type Settings } from '@debrief/core/policy';
import { loadText } from './load-text.ts';

/** What a team has settled for the documents in a folder. */
export interface House {
  readonly settings: Settings;
  /** The folder in which `debrief.yaml` stands, null where there is none. */
  readonly folder: string | null;
  readonly file: string | null;
  /** The team's own words, those of its templates included. */
  readonly words: OwnWords;
  /** Complaints, each with path and line. */
  readonly problems: readonly string[];
}

/** The settings for a path: `debrief.yaml` is looked for from there upward. */
export async function findHouse(start: string): Promise<House> {
  const file = settingsFileUpward(start);
  const house = { settings: defaultSettings, folder: file === null ? null : path.dirname(file), file, words: {} };
  if (file === null) return { ...house, problems: [] };
  const loaded = loadText(file);
  if (loaded.problem !== undefined) return { ...house, problems: [`${file}: ${loaded.problem}`] };
  // Its own door, entered only here: a folder without settings does not pay for the schema.
  const { readSettings } = await import('@debrief/core/workspace');
  const { settings, messages } = readSettings(loaded.text);
  return {
    ...house,
    settings,
    words: withTemplateWords(settings, path.dirname(file), readSettings),
    problems: messages.map(({ line, message }) => `${file}:${line}: ${message}`),
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
