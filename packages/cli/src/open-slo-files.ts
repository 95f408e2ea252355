import fs from 'node:fs';
import path from 'node:path';
import { withOpenSlo } from '@debrief/core/policy';
import type { House } from './house-file.ts';
import { loadText } from './load-text.ts';

/** More files than any team has; a pattern that matches more has gone astray. */
const MOST_FILES = 1_000;

/** The house with the objectives of the OpenSLO files that its settings name. Only measuring needs them. */
export async function withOpenSloFiles<Found extends House>(house: Found): Promise<Found> {
  const { folder, file, settings } = house;
  if (folder === null || settings.openslo.length === 0) return house;
  // The door with the schema, which was entered for debrief.yaml already.
  const { readOpenSlo } = await import('@debrief/core/workspace');
  const problems: string[] = [];
  const say = (problem: string): void => void problems.push(problem);
  let { services } = settings;
  for (const target of filesOf(folder, settings.openslo, (problem) => say(`${file}: ${problem}`))) {
    const loaded = loadText(target);
    if (loaded.problem !== undefined) {
      say(`${target}: ${loaded.problem}`);
      continue;
    }
    const read = readOpenSlo(loaded.text);
    const merged = withOpenSlo(services, read.services);
    for (const { line, message } of [...read.messages, ...merged.messages]) say(`${target}:${line}: ${message}`);
    services = merged.services;
  }
  return { ...house, settings: { ...settings, services }, problems: [...house.problems, ...problems] };
}

function filesOf(folder: string, patterns: readonly string[], complain: (problem: string) => void): readonly string[] {
  const files = new Set<string>();
  for (const pattern of patterns) {
    const isPattern = /[*?[{]/.test(pattern);
    const found = isPattern ? fs.globSync(pattern, { cwd: folder }).toSorted() : [pattern];
    const inside = found.map((name) => path.resolve(folder, name)).filter((target) => !isPattern || isFile(target));
    if (inside.length === 0) complain(`no file matches “${pattern}” of “openslo”; check the pattern`);
    for (const target of inside) files.add(target);
  }
  if (files.size > MOST_FILES) complain(`“openslo” names ${files.size} files; the first ${MOST_FILES} are read`);
  return [...files].slice(0, MOST_FILES);
}

function isFile(target: string): boolean {
  return fs.statSync(target, { throwIfNoEntry: false })?.isFile() === true;
}
