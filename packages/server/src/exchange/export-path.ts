import path from 'node:path/posix';
import { pathFault } from './path-fault.ts';

const LONGEST = 120;

/**
 * A path that every system can write and an import takes back. A good one stays as it is; of any other, the names that
 * can be kept are.
 *
 * @param extension what the file ends with; Markdown where it is left out
 * @example exportPath('../../etc/passwd') // 'etc/passwd.md'
 */
export function exportPath(fileName: string, extension = '.md'): string {
  const isDocument = extension === '.md';
  const ended = !isDocument || /\.(?:md|markdown)$/i.test(fileName) ? fileName : `${fileName}.md`;
  if (pathFault(ended) === null && !ended.split('/').some((name) => isSkipped(name))) return ended;
  const names = ended
    .toWellFormed()
    .split(/[/\\]/)
    .map((name) => safeName(name))
    .filter((name) => name !== '')
    .slice(-10);
  const last = names.pop() ?? '';
  const base = path.basename(last, path.extname(last)) || 'post-mortem';
  const safe = [...names, `${base}${extension}`].join('/');
  return pathFault(safe) === null ? safe : `post-mortem${extension}`;
}

/** Import leaves hidden files out. */
function isSkipped(name: string): boolean {
  return name.startsWith('.') || name === '__MACOSX' || name === 'node_modules';
}

function safeName(name: string): string {
  const plain = name
    .replaceAll(/\p{Cc}|\p{Cf}|\u{FFFD}/gu, '')
    .replaceAll(/[:*?"<>|]/g, '-')
    .replace(/^[. ]{1,400}/, '')
    .replace(/[. ]{1,400}$/, '')
    .slice(0, LONGEST);
  return isSkipped(plain) || pathFault(plain) !== null ? (plain === '' ? '' : `_${plain.replaceAll('.', '_')}`) : plain;
}
