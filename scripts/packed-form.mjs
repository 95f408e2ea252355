// Gives the package in the current folder its packed form (npm's `prepack`: make) and takes it back (`postpack`: undo).
//
// A checkout runs from TypeScript, but Node strips no types under node_modules, so a packed package holds JavaScript and
// declarations in dist/ and its package.json points there. While it does, package.json.source holds the original:
// whatever interrupted a packing, the next `make` or `undo` starts by putting that back.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..');
const manifest = 'package.json';
const original = 'package.json.source';
const license = 'LICENSE';
const project = 'tsconfig.build.json';

const [action] = process.argv.slice(2);
if (action === 'make') make();
else if (action === 'undo') undo();
else throw new Error('usage: node packed-form.mjs make|undo, in the folder of a package');

function make() {
  undo();
  if (fs.existsSync(project)) build();
  fs.copyFileSync(path.join(root, license), license);
  replaceFile(original, fs.readFileSync(manifest, 'utf8'));
  replaceFile(manifest, `${JSON.stringify(packedManifest(), undefined, 2)}\n`);
}

function undo() {
  fs.rmSync(license, { force: true });
  if (fs.existsSync(original)) fs.renameSync(original, manifest);
}

function build() {
  fs.rmSync('dist', { recursive: true, force: true });
  const tsc = path.join(root, 'node_modules/typescript/bin/tsc');
  // What npm prints on standard output belongs to whoever asked npm to pack.
  const { status } = spawnSync(process.execPath, [tsc, '--build', '--force', project], { stdio: ['ignore', 2, 2] });
  if (status !== 0) throw new Error(`${project} does not build`);
}

function packedManifest() {
  const source = JSON.parse(fs.readFileSync(manifest, 'utf8'));
  if (source.exports === undefined) return source;
  const exports = Object.entries(source.exports).map(([door, file]) => [door, builtFile(file)]);
  return { ...source, exports: Object.fromEntries(exports) };
}

/** @param {string} file */
function builtFile(file) {
  if (!file.startsWith('./src/')) return file;
  const built = file.replace(/^\.\/src\//, './dist/').replace(/\.ts$/, '');
  return { types: `${built}.d.ts`, default: `${built}.js` };
}

/**
 * A file is whole or not there, whenever this stops.
 *
 * @param {string} file
 * @param {string} content
 */
function replaceFile(file, content) {
  const written = `${file}.new`;
  fs.writeFileSync(written, content);
  fs.renameSync(written, file);
}
