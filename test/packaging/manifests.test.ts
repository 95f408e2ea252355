import { describe, expect, test } from 'vitest';
import { find, readManifest, readText } from '../repository.ts';
import { publishedPackages } from './checkout-copy.ts';

interface LockedPackage {
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const manifests = find(['package.json', 'bench/package.json', 'bin/package.json', 'packages/*/package.json']);

describe('the lockfile', () => {
  const { packages } = JSON.parse(readText('package-lock.json')) as { packages: Record<string, LockedPackage> };

  test('names no registry', () => {
    const resolved = Object.values(packages).flatMap((entry) => entry.resolved ?? []);
    expect(resolved.filter((address) => address.includes(':'))).toEqual([]);
    expect(readText('package-lock.json')).not.toMatch(/registry\./);
  });

  test('names every optional package', () => {
    // `npm ci` refuses a lockfile that does not; `npm run lockfile` adds them.
    const optional = Object.values(packages).flatMap((entry) => Object.keys(entry.optionalDependencies ?? {}));
    expect(optional.filter((name) => !(`node_modules/${name}` in packages))).toEqual([]);
  });
});

describe.each(manifests)('%s', (file) => {
  const manifest = readManifest(file);

  test('pins every dependency to one version', () => {
    const { dependencies, devDependencies, optionalDependencies, peerDependencies } = manifest;
    const versions = Object.entries({
      ...dependencies,
      ...devDependencies,
      ...optionalDependencies,
      ...peerDependencies,
    });
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))).toEqual([]);
  });

  test('is in its source form', () => {
    // Fails after an interrupted packing: `npm run postpack` in that folder puts the original back.
    expect(find(`${file}.source`)).toEqual([]);
    for (const door of Object.values(manifest.exports ?? {}))
      expect(door).toMatch(/^\.\/src\/.+\.ts$|^\.\/templates\/\*$/);
  });
});

test('all packages have one version', () => {
  const versions = new Set(manifests.map((file) => readManifest(file).version));
  expect(versions.size).toBe(1);
});

test('every package is packed and tried', () => {
  const folders = manifests.map((file) => file.replace(/\/?package\.json$/, ''));
  const unpublished = ['', 'bench'];
  expect(Object.values(publishedPackages).toSorted()).toEqual(
    folders.filter((folder) => !unpublished.includes(folder)),
  );
});
