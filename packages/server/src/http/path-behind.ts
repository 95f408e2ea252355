import { getPath } from 'hono/utils/url';

/**
 * The path of a request as routes know it. A proxy may have taken the base path away already or not; both are found.
 *
 * @example pathBehind('/debrief')(new Request('https://example.com/debrief/healthz')) // '/healthz'
 */
export function pathBehind(basePath: string): (request: Request) => string {
  if (basePath === '') return getPath;
  return (request) => {
    const path = getPath(request);
    if (path === basePath) return '/';
    return path.startsWith(`${basePath}/`) ? path.slice(basePath.length) : path;
  };
}
