import os from 'node:os';
import path from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The folder of Debrief in the user's cache folder, where this system keeps such things; null where there is no home.
 *
 * @example cacheFolder({ XDG_CACHE_HOME: '/var/cache/ana' }) // '/var/cache/ana/debrief'
 */
export function cacheFolder(env: Environment, platform = process.platform): string | null {
  const named = env['XDG_CACHE_HOME'];
  if (named !== undefined && path.isAbsolute(named)) return path.join(named, 'debrief');
  const home = env['HOME'] ?? env['USERPROFILE'] ?? os.homedir();
  if (home === '' || !path.isAbsolute(home)) return null;
  if (platform === 'darwin') return path.join(home, 'Library', 'Caches', 'debrief');
  if (platform !== 'win32') return path.join(home, '.cache', 'debrief');
  const local = env['LOCALAPPDATA'];
  return path.join(
    local !== undefined && path.isAbsolute(local) ? local : path.join(home, 'AppData', 'Local'),
    'debrief',
  );
}
