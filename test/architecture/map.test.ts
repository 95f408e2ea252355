import { describe, expect, test } from 'vitest';
import { find, readText } from '../repository.ts';

/** The folders a drawn tree names, as paths: each line is `├── name/ …`, four columns deeper for each level. */
function foldersInTree(markdown: string): readonly string[] {
  const open: string[] = [];
  const folders: string[] = [];
  for (const [, branch = '', name = ''] of markdown.matchAll(/^((?:[│ ] {3})*)[├└]── ([\w.-]+)\//gm)) {
    const depth = branch.length / 4;
    open.splice(depth, open.length, name);
    folders.push(open.join('/'));
  }
  return folders;
}

describe('the tree in ARCHITECTURE.md', () => {
  const named = foldersInTree(readText('ARCHITECTURE.md'));

  test('names only folders that exist', () => {
    expect(named).not.toEqual([]);
    expect(named.filter((folder) => find(folder).length === 0)).toEqual([]);
  });

  test('names every room', () => {
    const rooms = find(['bin', 'packages/*', 'packages/core/src/*/', 'docs', 'bench']);
    expect(rooms.filter((room) => !named.includes(room))).toEqual([]);
  });
});

test('a drawn tree is read as paths', () => {
  const tree = [
    '├── bin/      the command',
    '├── packages/',
    '│   ├── core/',
    '│   │   └── src/',
    '│   └── cli/',
    '└── docs/',
  ];
  expect(foldersInTree(tree.join('\n'))).toEqual([
    'bin',
    'packages',
    'packages/core',
    'packages/core/src',
    'packages/cli',
    'docs',
  ]);
});
