// Makes sure that `npm run` finds the Node that npm brought (npm's `prepare`, after each install in a checkout).
//
// npm 10 tries all the Node packages, takes back those for other systems, and takes back node_modules/.bin/node with
// them, although it belongs to the one that stays. npm 11 does not. Windows has shims instead of links: there a Node
// older than 22.18 needs npm 11.
import fs from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..');
const { optionalDependencies } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
const link = path.join(root, 'node_modules/.bin/node');
const brought = Object.keys(optionalDependencies).find((name) => fs.existsSync(nodeOf(name)));

if (brought !== undefined && process.platform !== 'win32' && !fs.existsSync(link)) {
  fs.rmSync(link, { force: true });
  fs.symlinkSync(path.relative(path.dirname(link), nodeOf(brought)), link);
}

/** @param {string} name */
function nodeOf(name) {
  return path.join(root, 'node_modules', name, 'bin/node');
}
