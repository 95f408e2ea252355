// Draws the README's picture from what the command really prints: `npm run picture`.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..');
const args = ['read', 'docs/examples/parcel-labels.md'];
const printed = spawnSync(process.execPath, ['bin/debrief.js', ...args], { cwd: root, encoding: 'utf8' }).stdout;
const lines = [`$ debrief ${args.join(' ')}`, '', ...printed.trimEnd().split('\n')];

const size = { font: 13, line: 19, margin: 20, column: 7.83 };
const width = Math.ceil(Math.max(...lines.map((line) => line.length)) * size.column + 2 * size.margin);
const height = lines.length * size.line + 2 * size.margin;

const rows = lines.map((line, index) => {
  const y = size.margin + (index + 0.75) * size.line;
  return `<text x="${size.margin}" y="${y}" class="${styleOf(line, index)}" xml:space="preserve">${escaped(line)}</text>`;
});

const picture = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="What debrief read prints of one post-mortem: header, instants, timeline, causes, actions, and what is unknown">
<style>
  .page { fill: #fbfaf7; stroke: #dedbd2 }
  text { font: ${size.font}px ui-monospace, "JetBrains Mono", Menlo, Consolas, monospace; fill: #2b2a27 }
  .soft { fill: #6d6a62 } .title { font-weight: 700 } .unknown { fill: #8a5a00 }
  @media (prefers-color-scheme: dark) {
    .page { fill: #1b1b1a; stroke: #3a3936 } text { fill: #e6e3da } .soft { fill: #a09c90 } .unknown { fill: #e0a73c }
  }
</style>
<rect class="page" x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="6"/>
${rows.join('\n')}
</svg>
`;
fs.writeFileSync(path.join(root, 'docs', 'reading.svg'), picture);
process.stdout.write(`docs/reading.svg: ${lines.length} lines\n`);

/**
 * @param {string} line
 * @param {number} index
 */
function styleOf(line, index) {
  const unknownFrom = lines.indexOf('Unknown');
  if (index === 0 || index === 3) return 'soft';
  if (index > unknownFrom) return 'unknown';
  return /^\S/.test(line) ? 'title' : 'plain';
}

/** @param {string} text */
function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
