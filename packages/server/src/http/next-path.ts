const LONGEST = 2_000;
/** What a path of ours is made of: no backslash, no space, no control sign, nothing beyond ASCII. */
const SIGNS = /^[\w\-.~!$&'()*+,;=:@%/?#[\]]*$/;

/**
 * Where to go on after signing in: the path that was asked for if it is one of this server, else the first page. What a
 * browser, or a proxy that decodes, could take for another host is not followed.
 *
 * @example nextPath('/postmortems/p1?revision=2') // '/postmortems/p1?revision=2'
 * @example nextPath('//evil.example') // '/'
 */
export function nextPath(asked: string | null | undefined): string {
  if (asked === null || asked === undefined || asked.length > LONGEST) return '/';
  if (!asked.startsWith('/') || !SIGNS.test(asked)) return '/';
  const path = asked.split(/[?#]/, 1)[0] ?? '';
  const segments = path.slice(1).split('/');
  if (segments.some((segment, index) => isStrange(segment, index === segments.length - 1))) return '/';
  return asked;
}

/** Empty ones, dots, and signs written as `%2f` and the like, once or several times. */
function isStrange(segment: string, isLast: boolean): boolean {
  if (segment === '' && !isLast) return true;
  if (segment === '.' || segment === '..') return true;
  return /%(?:25|2f|5c|2e|0|1|7f)/i.test(segment);
}
