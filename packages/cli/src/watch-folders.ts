import fs from 'node:fs';
import path from 'node:path';

/** A save is told of more than once; what is told this close together is one. */
const SETTLING_MILLISECONDS = 3;
const POLLING_MILLISECONDS = 1_000;

export interface FolderWatch {
  /**
   * What changed, without end: each time the paths that did. An empty list says that something did, and that nobody knows
   * what; where the system gives no notice, as on some network disks, that comes each second.
   */
  readonly changes: () => AsyncGenerator<readonly string[]>;
  /** Takes in folders that are new, and lets go of those that are gone. */
  readonly follow: (folders: readonly string[]) => void;
}

/** Watches what stands right in some folders. Each has a watcher of its own: a file that replaces another is seen so. */
export function watchFolders(): FolderWatch {
  const watchers = new Map<string, fs.FSWatcher | null>();
  let changed = new Set<string>();
  let isUnclear = false;
  let isPolling = false;
  let wake: (() => void) | null = null;
  const notice = (file: string | null): void => {
    if (file === null) isUnclear = true;
    else changed.add(file);
    wake?.();
  };
  const poll = (): void => {
    if (isPolling) return;
    isPolling = true;
    setInterval(() => notice(null), POLLING_MILLISECONDS);
  };
  return {
    changes: async function* changes() {
      for (;;) {
        if (changed.size === 0 && !isUnclear) await new Promise<void>((resolve) => (wake = resolve));
        wake = null;
        await new Promise((resolve) => setTimeout(resolve, SETTLING_MILLISECONDS));
        const ready = isUnclear ? [] : [...changed];
        changed = new Set();
        isUnclear = false;
        yield ready;
      }
    },
    follow: (folders) => {
      const wanted = new Set(folders);
      for (const [folder, watcher] of watchers) {
        if (wanted.has(folder)) continue;
        watcher?.close();
        watchers.delete(folder);
      }
      for (const folder of wanted) if (!watchers.has(folder)) watchers.set(folder, watchOne(folder, notice, poll));
    },
  };
}

function watchOne(folder: string, notice: (file: string | null) => void, poll: () => void): fs.FSWatcher | null {
  try {
    const watcher = fs.watch(folder, (_event, name) => notice(name === null ? null : path.join(folder, name)));
    watcher.on('error', () => {
      watcher.close();
      poll();
    });
    return watcher;
  } catch {
    poll();
    return null;
  }
}
