/** Why a request is taken for one that another site made a browser send. */
export type CrossSiteReason = 'another site' | 'another origin' | 'no origin' | 'a form';

export interface AskedFrom {
  readonly method: string;
  readonly path: string;
  /** Headers, as they were sent. */
  readonly site: string | null;
  readonly origin: string | null;
  readonly host: string | null;
  readonly contentType: string | null;
  readonly hasBody: boolean;
  readonly hasCookie: boolean;
  /** Where browsers reach the server; null where the header `Host` says it. */
  readonly publicUrl: string | null;
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);
/** What a form of another site can send without asking first. Files come in forms, and have their origin checked. */
const FORMS = /^(?:application\/x-www-form-urlencoded|text\/plain)\b/i;

/**
 * Whether a request that changes something comes from our own pages. A browser says where it comes from; one that does
 * not say and holds a cookie is refused. Not asked for tokens, which no browser sends by itself.
 *
 * @returns null for one of ours
 */
export function crossSiteReason(asked: AskedFrom): CrossSiteReason | null {
  const { method, path, site, origin, contentType, hasBody, hasCookie } = asked;
  if (SAFE.has(method)) return null;
  if (site !== null && site !== 'same-origin') return 'another site';
  if (site === null && origin !== null && !isOwn(origin, asked)) return 'another origin';
  if (site === null && origin === null && hasCookie) return 'no origin';
  // The API takes JSON and files; of these a form of another site can send none unasked.
  if (path.startsWith('/api/') && hasBody && (contentType === null || FORMS.test(contentType.trim()))) return 'a form';
  return null;
}

function isOwn(origin: string, { publicUrl, host }: AskedFrom): boolean {
  const from = URL.parse(origin);
  if (from === null || from.origin === 'null') return false;
  if (publicUrl !== null) return from.origin === URL.parse(publicUrl)?.origin;
  return host !== null && from.host === host.toLowerCase();
}
