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
  const own = ownLanguage(settings.vocabulary);
  const problems = [
    ...messages.map(({ line, message }) => `${file}:${line}: ${message}`),
    ...own.unknown.map(
      ({ part, name, nearest }) => `${file}: “${name}” is not one of the ${part}; did you mean “${nearest}”?`,
    ),
  ];
  return {
    languages: Object.keys(settings.vocabulary).length === 0 ? languages : [own.language, ...languages],
    settings,
    folder,
    problems,
  };
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
