import fs from 'node:fs';
import path from 'node:path';

/** Editors write in several steps; changes this close together are one. */
const SETTLING_MILLISECONDS = 40;
const POLLING_MILLISECONDS = 1_000;

/**
 * Waits for changes below some folders, without end. Each time it tells the paths that changed; an empty list says that
 * something did, and that nobody knows what. Where the system gives no notice, as on some network disks, it is an empty
 * list each second.
 */
export async function* watchFolders(folders: readonly string[]): AsyncGenerator<readonly string[]> {
  let changed = new Set<string>();
  let isUnclear = false;
  let wake: (() => void) | null = null;
  const notice = (file: string | null): void => {
    if (file === null) isUnclear = true;
    else changed.add(file);
    wake?.();
  };
  for (const folder of folders) watchOne(folder, notice);
  for (;;) {
    if (changed.size === 0 && !isUnclear) await new Promise<void>((resolve) => (wake = resolve));
    wake = null;
    await new Promise((resolve) => setTimeout(resolve, SETTLING_MILLISECONDS));
    const ready = isUnclear ? [] : [...changed];
    changed = new Set();
    isUnclear = false;
    yield ready;
  }
}

function watchOne(folder: string, notice: (file: string | null) => void): void {
  let isPolling = false;
  const poll = (): void => {
    if (isPolling) return;
    isPolling = true;
    setInterval(() => notice(null), POLLING_MILLISECONDS);
  };
  try {
    const watcher = fs.watch(folder, { recursive: true }, (_event, name) => {
      if (name === null) notice(null);
      else if (!IGNORED.test(name)) notice(path.join(folder, name));
    });
    watcher.on('error', () => {
      watcher.close();
      poll();
    });
  } catch {
    poll();
  }
}

const IGNORED = /(?:^|[/\\])(?:node_modules|\.git|\.hg|\.svn)(?:[/\\]|$)/;
