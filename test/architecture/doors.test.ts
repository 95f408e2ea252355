import path from 'node:path';
import { expect, test } from 'vitest';
import { readText } from '../repository.ts';
import { readImports } from './arrows.ts';

const COMMANDS = ['read', 'edit', 'convert', 'new', 'init', 'templates', 'actions', 'pull', 'push', 'list'];

/** An import of shapes alone is gone before anything is loaded. */
function loadedBy(file: string): readonly string[] {
  return readImports(readText(file).replaceAll(/^(?:import|export) type [^;]*;/gm, ''));
}

/** The specifiers from which a file, and the files of its package that it leads to, load something. */
function reached(file: string, seen = new Set<string>()): ReadonlySet<string> {
  const found = new Set<string>();
  if (seen.has(file)) return found;
  seen.add(file);
  for (const specifier of loadedBy(file)) {
    if (!specifier.startsWith('.')) found.add(specifier);
    else for (const next of reached(path.posix.join(path.posix.dirname(file), specifier), seen)) found.add(next);
  }
  return found;
}

test.each(COMMANDS)('debrief %s loads neither measuring nor learning', (command) => {
  const doors = [...reached(`packages/cli/src/${command}-command.ts`)].filter((each) => each.startsWith('@debrief/'));
  expect(doors).not.toEqual([]);
  expect(doors).not.toContain('@debrief/core');
});

test('what the integrations load is not the main door either', () => {
  expect([...reached('packages/integrations/src/index.ts')]).not.toContain('@debrief/core');
});
