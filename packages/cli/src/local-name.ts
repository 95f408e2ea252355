/** Names that Windows keeps for itself, whatever their ending. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
const LONGEST = 120;

/**
 * The name of a file for a document of a server, without a folder: its own where that is harmless, else made from its id.
 * Names that differ in capitals or accents alone are told apart by the id.
 *
 * @param taken the names in use, as {@link sameName} writes them
 * @example localName({ id: 'p1aaaaaa', fileName: '../kite.md' }, new Set()) // 'kite.md'
 */
export function localName(
  { id, fileName }: { readonly id: string; readonly fileName: string },
  taken: ReadonlySet<string>,
): string {
  const last = fileName.split(/[/\\]/).at(-1) ?? '';
  const clean = last
    .replaceAll(/[\p{C}<>:"|?*]/gu, '')
    .replace(/^[.\s-]+/, '')
    .replace(/(?<![.\s])[.\s]+$/, '');
  const base = clean.replace(/\.(?:md|markdown)$/i, '').slice(0, LONGEST);
  const own = base === '' || RESERVED.test(base) ? `post-mortem-${id}` : base;
  const name = `${own}.md`;
  return taken.has(sameName(name)) ? `${own}-${id}.md` : name;
}

/** Two names that some file system takes for one are the same. */
export function sameName(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
