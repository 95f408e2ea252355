import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { find, readManifest, readText } from '../repository.ts';
import { findArrowFaults, readImports } from './arrows.ts';

const declared = {
  core: ['yaml'],
  cli: ['@debrief/core'],
  server: ['@debrief/core', '@debrief/cli'],
};

function faultsOf(file: string, ...imports: string[]): readonly string[] {
  return findArrowFaults([{ path: file, imports }], declared);
}

describe('the repository', () => {
  const modules = find('packages/*/src/**/*.{ts,tsx}').map((file) => ({
    path: file,
    imports: readImports(readText(file)),
  }));
  const dependencies = Object.fromEntries(
    find('packages/*/package.json').map((file) => {
      const { dependencies: own, peerDependencies: peers } = readManifest(file);
      return [path.basename(path.dirname(file)), Object.keys({ ...own, ...peers })];
    }),
  );

  test('imports one way', () => {
    expect(findArrowFaults(modules, dependencies)).toEqual([]);
  });

  test('has modules to check in every package', () => {
    const withModules = new Set(modules.map((module) => module.path.split('/')[1]));
    expect([...withModules]).toEqual(Object.keys(dependencies));
  });

  test('has no room for what belongs nowhere', () => {
    const cellars = find(
      ['bin', 'packages', 'scripts', 'test'].map((folder) => `${folder}/**/{utils,helpers,common,shared,types}`),
    );
    expect(cellars).toEqual([]);
  });
});

describe('the check of the arrows', () => {
  test('fails when there is nothing to check', () => {
    expect(findArrowFaults([], declared)).toHaveLength(1);
  });

  test.each([
    ['packages/core/src/model/place.ts', []],
    ['packages/core/src/read/header.ts', ['./row.ts', '../vocabulary/en.ts', '../model/place.ts', 'yaml']],
    ['packages/core/src/write/splice.ts', ['../read/index.ts', '../model/place.ts']],
    ['packages/core/src/check/rule.ts', ['../measure/duration.ts', '../model/place.ts']],
    ['packages/core/src/index.ts', ['./model/index.ts', './learn/index.ts', './workspace/settings.ts']],
    ['packages/cli/src/read.ts', ['node:fs', './usage.ts', '@debrief/core']],
    ['packages/cli/src/read.ts', ['@debrief/core/workspace']],
  ])('lets %s import %j', (file, imports) => {
    expect(faultsOf(file, ...imports)).toEqual([]);
  });

  test.each([
    ['packages/core/src/model/place.ts', '../read/index.ts', 'no arrow leads from model to read'],
    ['packages/core/src/vocabulary/en.ts', '../read/index.ts', 'no arrow leads from vocabulary to read'],
    ['packages/core/src/read/header.ts', '../write/splice.ts', 'no arrow leads from read to write'],
    ['packages/core/src/learn/trend.ts', '../check/rule.ts', 'no arrow leads from learn to check'],
    ['packages/core/src/workspace/settings.ts', '../read/index.ts', 'no arrow leads from workspace to read'],
    ['packages/core/src/read/header.ts', '../index.ts', 'the rooms of core do not import its door'],
    ['packages/core/src/read/header.ts', 'node:fs', 'core knows no Node'],
    ['packages/core/src/read/header.ts', 'fs', 'core does not declare fs'],
    ['packages/core/src/read/header.ts', 'markdown-it', 'core does not declare markdown-it'],
    ['packages/core/src/read/header.ts', '(computed)', 'core does not declare (computed)'],
    ['packages/core/src/read/header.ts', '@debrief/cli', 'no arrow leads from core to cli'],
    ['packages/server/src/start.ts', '@debrief/cli', 'no arrow leads from server to cli'],
    ['packages/cli/src/read.ts', '@debrief/core/src/read/index.ts', 'a package is entered by its door'],
    ['packages/cli/src/read.ts', '@debrief/core/measure', 'a package is entered by its door'],
    ['packages/cli/src/read.ts', '../../core/src/index.ts', 'a relative import stays within its package'],
    ['packages/cli/src/read.ts', '../package.json', 'a relative import stays within its package'],
  ])('stops %s from importing %s', (file, specifier, fault) => {
    expect(faultsOf(file, specifier)).toEqual([`${file} imports ${specifier}: ${fault}`]);
  });

  test.each([
    ['packages/core/src/reader.ts', 'packages/core/src/reader.ts stands in no room of core'],
    ['packages/core/src/render/html.ts', 'packages/core/src/render/html.ts stands in no room of core'],
    ['packages/desktop/src/index.ts', 'packages/desktop/src/index.ts: desktop is no package of the house'],
  ])('knows no room for %s', (file, fault) => {
    expect(faultsOf(file)).toEqual([fault]);
  });
});

describe('the reading of imports', () => {
  test.each([
    [`import { a } from './a.ts';`, ['./a.ts']],
    [`import type { A } from "./a.ts";`, ['./a.ts']],
    [`import a, * as all from './a.ts';`, ['./a.ts']],
    [`import {\n  a,\n  type B as C,\n} from './a.ts';`, ['./a.ts']],
    [`export * from './a.ts';\nexport { b } from './b.ts';`, ['./a.ts', './b.ts']],
    [`import 'a';`, ['a']],
    [`const a = await import('a');\nlet b: import('b').B;`, ['a', 'b']],
    [`const a = await import(name);`, ['(computed)']],
    [`const a = require('a');`, ['a']],
  ])('sees %j', (source, imports) => {
    expect(readImports(source)).toEqual(imports);
  });

  test.each([
    [`/**\n * import { a } from './a.ts';\n */`],
    [`// import { a } from './a.ts';`],
    [`export const from = 'a';`],
    [`export function a() {\n  return pick('b from', 'c');\n}`],
  ])('is not taken in by %j', (source) => {
    expect(readImports(source)).toEqual([]);
  });
});
