import path from 'node:path/posix';

const LONGEST_LINK = 1_000;
/** No document links to more files; what comes after goes with the nearest document. */
const MOST_LINKS = 3_000;
/** Where the target of a link begins: behind `](`, behind `[name]:` at the start of a line, and in `src="…"`. */
const STARTS = /\]\([ \t]{0,3}|^ {0,3}\[[^\]\n]{1,200}\]:[ \t]{0,10}|\b(?:src|href)=["']/gm;

/**
 * The paths that a document links to, as they lie in the folder that it was taken from. A target within code is found
 * too; it does no harm.
 *
 * @example linkedPaths('![Graph](img/load.png)', '2026/kite.md') // Set { '2026/img/load.png' }
 */
export function linkedPaths(text: string, file: string): ReadonlySet<string> {
  const found = new Set<string>();
  let count = 0;
  for (const match of text.matchAll(STARTS)) {
    count += 1;
    if (count > MOST_LINKS) break;
    const start = match.index + match[0].length;
    for (const target of targetsOf(text.slice(start, start + LONGEST_LINK))) {
      const linked = path.normalize(path.join(path.dirname(file), target));
      if (!linked.startsWith('../') && linked !== '..' && linked !== '.') found.add(linked);
    }
  }
  return found;
}

/** A target as it is written, and as it reads where it is escaped. */
function targetsOf(rest: string): readonly string[] {
  const end = rest.startsWith('<') ? /[>\n]/ : /[\s)"'>]/;
  const [written = ''] = rest.slice(rest.startsWith('<') ? 1 : 0).split(end, 1);
  const [bare = ''] = written.split(/[?#]/, 1);
  if (bare === '' || bare.startsWith('/') || /^[a-z][a-z0-9+.-]{0,30}:/i.test(bare)) return [];
  try {
    return [bare, decodeURIComponent(bare)];
  } catch {
    return [bare];
  }
}
