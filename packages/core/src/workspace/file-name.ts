const MOST_BYTES = 120;
const ENDING = '.md';
const FALLBACK = 'incident';

/** Names that Windows keeps for devices, whatever their ending. */
const DEVICES = /^(?:con|prn|aux|nul|conin\$?|conout\$?|clock\$?|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;

/**
 * The name of a file for an incident id: letters and digits of any script, `.`, `_` and single dashes, with `.md` at the
 * end; no folder, no leading dot or dash, no device of Windows, at most 120 bytes of UTF-8. Different ids can get the same
 * name, so a new file has to be made without overwriting.
 *
 * @example fileNameOf('INC-2026-05-01-007') // 'INC-2026-05-01-007.md'
 * @example fileNameOf('../con') // 'incident-con.md'
 */
export function fileNameOf(id: string): string {
  const plain = id
    .slice(0, 400)
    .normalize('NFC')
    .replace(/\.md$/i, '')
    .replace(/[^\p{L}\p{M}\p{N}._]/gu, '-')
    .replace(/([-.])[-.]+/g, '$1');
  const trimmed = withoutEdges(cut(withoutEdges(plain)));
  const name = trimmed === '' ? FALLBACK : trimmed;
  return `${DEVICES.test(name) ? withoutEdges(cut(`${FALLBACK}-${name}`)) : name}${ENDING}`;
}

/** A leading mark would join the character before it, which in a listing is a stranger's. */
function withoutEdges(name: string): string {
  return name.replace(/^[-.\p{M}]+/u, '').replace(/(?<![-.])[-.]+$/, '');
}

function cut(name: string): string {
  let bytes = ENDING.length;
  let kept = '';
  for (const letter of name) {
    const code = letter.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (bytes > MOST_BYTES) break;
    kept += letter;
  }
  return kept;
}
