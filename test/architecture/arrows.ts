/** One source file and what it imports, as written. Paths are relative to the root of the repository, with `/`. */
export interface Module {
  readonly path: string;
  readonly imports: readonly string[];
}

/** The packages of the house, by folder name, and the packages each may import. */
const packageArrows: Record<string, readonly string[]> = {
  core: [],
  publish: ['core'],
  integrations: ['core'],
  api: ['core'],
  server: ['core', 'publish', 'integrations', 'api'],
  cli: ['core', 'publish', 'integrations', 'api'],
  web: ['core', 'publish', 'api'],
};

/** The rooms inside core and the rooms each stands on directly; it may import those and whatever they stand on. */
const coreArrows: Record<string, readonly string[]> = {
  model: [],
  vocabulary: ['model'],
  read: ['vocabulary'],
  write: ['read'],
  measure: ['model'],
  check: ['measure'],
  learn: ['measure'],
  workspace: ['model'],
  house: ['read', 'check', 'learn', 'workspace'],
};

/** Doors beside the main one, for what most who enter a package do not need; docs/decisions has a record of each. */
const sideDoors: readonly string[] = ['draft', 'policy', 'read', 'workspace', 'write'].map(
  (door) => `@debrief/core/${door}`,
);

const coreDoor = 'packages/core/src/index.ts';

/**
 * Says what is wrong with the imports of a set of modules, one sentence for each fault; an empty list means all is well.
 * `dependencies` are those that each package declares, by the folder name of the package.
 */
export function findArrowFaults(
  modules: readonly Module[],
  dependencies: Readonly<Record<string, readonly string[]>>,
): readonly string[] {
  if (modules.length === 0) return ['no module was read, so nothing was checked'];
  return modules.flatMap((module) => [
    ...placeFaults(module),
    ...module.imports.flatMap((specifier) =>
      importFaults(module, specifier, dependencies).map((fault) => `${module.path} imports ${specifier}: ${fault}`),
    ),
  ]);
}

function placeFaults({ path }: Module): readonly string[] {
  const from = packageOf(path);
  if (!(from in packageArrows)) return [`${path}: ${from} is no package of the house`];
  if (from !== 'core' || path === coreDoor) return [];
  return coreRoomOf(path) in coreArrows ? [] : [`${path} stands in no room of core`];
}

function importFaults(
  { path }: Module,
  specifier: string,
  dependencies: Readonly<Record<string, readonly string[]>>,
): readonly string[] {
  const from = packageOf(path);
  if (specifier.startsWith('.')) return relativeFaults(path, resolve(path, specifier));
  if (specifier.startsWith('node:')) return from === 'core' ? ['core knows no Node'] : [];

  const name = packageNameOf(specifier);
  if (name.startsWith('@debrief/')) {
    const to = name.slice('@debrief/'.length);
    if (!(packageArrows[from] ?? []).includes(to)) return [`no arrow leads from ${from} to ${to}`];
    if (specifier !== name && !sideDoors.includes(specifier)) return ['a package is entered by its door'];
  }
  return dependencies[from]?.includes(name) ? [] : [`${from} does not declare ${name}`];
}

function relativeFaults(path: string, target: string): readonly string[] {
  if (!target.startsWith(`packages/${packageOf(path)}/src/`)) return ['a relative import stays within its package'];
  if (packageOf(path) !== 'core' || path === coreDoor) return [];
  if (target === coreDoor) return ['the rooms of core do not import its door'];
  const from = coreRoomOf(path);
  const to = coreRoomOf(target);
  return from === to || standsOn(from, to) ? [] : [`no arrow leads from ${from} to ${to}`];
}

function standsOn(room: string, base: string): boolean {
  return (coreArrows[room] ?? []).some((next) => next === base || standsOn(next, base));
}

function packageOf(path: string): string {
  return path.split('/')[1] ?? '';
}

function coreRoomOf(path: string): string {
  return path.split('/')[3] ?? '';
}

function packageNameOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

function resolve(from: string, specifier: string): string {
  return new URL(specifier, `file:///${from}`).pathname.slice(1);
}

// `import … from`, `export … from` and `import '…'` begin a line in formatted code. That they are looked for only there
// keeps comments and strings out.
const staticImport = /^\s*(?:import|export)\s+(?:[\w$*{][\w$\s,*{}]*?\s)?from\s*['"]([^'"]+)['"]/gm;
const bareImport = /^\s*import\s*['"]([^'"]+)['"]/gm;
const dynamicImport = /\b(?:import|require)\(\s*(?:['"]([^'"]+)['"])?/g;

/** The specifiers a TypeScript source imports, type imports included; a computed one is given as `(computed)`. */
export function readImports(source: string): readonly string[] {
  return [staticImport, bareImport, dynamicImport].flatMap((pattern) =>
    Array.from(source.matchAll(pattern), ([, specifier]) => specifier ?? '(computed)'),
  );
}
