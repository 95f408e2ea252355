// Draws the README's two figures from what the command really finds in the example year: `npm run insight-pictures`.
// With --check it writes nothing and fails where a picture is not in step.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { figurePicture } from '../packages/publish/src/index.ts';

const root = path.join(import.meta.dirname, '..');
const args = ['insights', 'docs/example-year', '--now', '2026-11-20', '--format', 'json', '--no-cache', '--quiet'];
const { stdout, stderr, status } = spawnSync(process.execPath, ['bin/debrief.js', ...args], {
  cwd: root,
  encoding: 'utf8',
});
if (status !== 0) throw new Error(`debrief ${args.join(' ')} ended with ${status}: ${stderr}`);
const insights = JSON.parse(stdout);

const pictures = [
  { id: 'duration/time-to-resolve', name: 'insights-time-to-resolve' },
  { id: 'survival/actions', name: 'insights-action-items' },
];
const schemes = /** @type {const} */ (['light', 'dark']);

const stale = pictures.flatMap(({ id, name }) =>
  schemes.filter((scheme) => isStale(id, `docs/${name}-${scheme}.svg`, scheme)),
);
if (stale.length > 0 && process.argv.includes('--check')) process.exitCode = 1;

/**
 * Whether a picture was not what it is now; unless it is only a check, it is afterwards.
 *
 * @param {string} id
 * @param {string} file
 * @param {'light' | 'dark'} scheme
 */
function isStale(id, file, scheme) {
  const drawn = figurePicture(insights, id, { scheme, width: 720 });
  if (drawn === null) throw new Error(`there is nothing to draw for ${id}`);
  const target = path.join(root, file);
  const isSame = fs.existsSync(target) && fs.readFileSync(target, 'utf8') === `${drawn}\n`;
  if (!isSame && !process.argv.includes('--check')) fs.writeFileSync(target, `${drawn}\n`);
  process.stdout.write(`${file}: ${isSame ? 'in step' : 'not in step'}, ${Buffer.byteLength(drawn)} bytes\n`);
  return !isSame;
}
