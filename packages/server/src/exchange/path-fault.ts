const LONGEST_PATH = 400;
const LONGEST_NAME = 200;
const DEEPEST = 20;
/** What Windows takes for a device, whatever follows the first dot. */
const DEVICES = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?: {0,200})(?:\.|$)/i;
/** Control characters, and those that turn the direction of what is read. */
// oxlint-disable-next-line no-control-regex
const UNSEEN = /[\u0000-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069]/;

/**
 * Why a path is not taken; null where it is good: relative, with slashes, inside of its folder, and a path on every
 * system that people use.
 *
 * @example pathFault('2026/kite.md') // null
 * @example pathFault('../kite.md') // 'its path leaves the folder'
 */
export function pathFault(path: string): string | null {
  if (path === '' || path.length > LONGEST_PATH) return `its path is empty or longer than ${LONGEST_PATH} characters`;
  if (UNSEEN.test(path) || !path.isWellFormed()) return 'its path holds characters that cannot be seen';
  if (path.includes('\\')) return 'its path holds a backslash';
  if (path.startsWith('/') || /^[A-Za-z]:/.test(path)) return 'its path is absolute';
  const names = path.split('/');
  if (names.length > DEEPEST) return `it lies more than ${DEEPEST} folders deep`;
  for (const name of names) {
    if (name === '..') return 'its path leaves the folder';
    if (name === '' || name === '.') return 'its path has an empty part';
    if (name.length > LONGEST_NAME) return `a name in its path is longer than ${LONGEST_NAME} characters`;
    if (DEVICES.test(name) || /[. ]$/.test(name)) return 'its name is kept for something else on Windows';
  }
  return null;
}

/** Paths that are one file on some systems are one here: without case, and with accents composed. */
export function foldedPath(path: string): string {
  return path.normalize('NFC').toLowerCase();
}
