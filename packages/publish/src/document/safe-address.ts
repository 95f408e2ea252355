/** Where a link or a picture of a document leads. */
export type Address =
  | { readonly kind: 'web'; readonly href: string }
  | { readonly kind: 'fragment'; readonly name: string }
  /** A file beside the document. */
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'refused' };

const WEB = /^(?:https?:\/\/[^\s/\\]|mailto:[^\s])/i;
/** What a browser would take for a scheme, a host, or a way out of the folder. */
const SCHEME = /^[^/?#]*:/;

/**
 * Tells an address of a document: `http`, `https` and `mailto` lead elsewhere, `#…` within the document, a relative path to
 * a file beside it. Everything else is refused, also what browsers read otherwise than people: `//host`, back strokes,
 * signs that nobody sees.
 *
 * @example addressOf('pool.png') // { kind: 'file', path: 'pool.png' }
 * @example addressOf('java\tscript:alert(1)') // { kind: 'refused' }
 */
export function addressOf(written: string): Address {
  if (written.length > 4_000 || /[\p{Cc}\p{Cf}\\]/u.test(decoded(written) ?? '\0')) return { kind: 'refused' };
  if (WEB.test(written)) return { kind: 'web', href: written };
  if (written.startsWith('#')) return { kind: 'fragment', name: decoded(written.slice(1)) ?? '' };
  const path = decoded(written.split(/[?#]/, 1)[0] ?? '') ?? '';
  if (path === '' || path.startsWith('/') || SCHEME.test(path)) return { kind: 'refused' };
  return { kind: 'file', path: path.replace(/^(?:\.\/)+/, '') };
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
