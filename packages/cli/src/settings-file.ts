import fs from 'node:fs';
import path from 'node:path';
import { type Language, languages, ownLanguage, readSettings } from '@debrief/core';
import { loadText } from './load-text.ts';

export interface FoundSettings {
  readonly languages: readonly Language[];
  /** Complaints, each with path and line. */
  readonly problems: readonly string[];
}

/** The vocabulary with a team's own words: `debrief.yaml` is looked for from a path upward. */
export function findSettings(start: string): FoundSettings {
  const file = fileUpward(start);
  if (file === null) return { languages, problems: [] };
  const loaded = loadText(file);
  if (loaded.problem !== undefined) return { languages, problems: [`${file}: ${loaded.problem}`] };
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
    problems,
  };
}

function fileUpward(start: string): string | null {
  for (let folder = isFolder(start) ? start : path.dirname(start); ; folder = path.dirname(folder)) {
    const file = path.join(folder, 'debrief.yaml');
    if (fs.existsSync(file)) return file;
    if (path.dirname(folder) === folder) return null;
  }
}

function isFolder(target: string): boolean {
  return fs.statSync(target, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
