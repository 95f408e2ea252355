import type { Terminal } from './terminal.ts';

export interface Progress {
  readonly step: (done: number) => void;
  readonly clear: () => void;
  readonly end: () => void;
}

const PATIENCE_MILLISECONDS = 1_000;
const BAR = 24;

/** A bar on standard error once work takes longer than a second; nothing where standard error is no terminal. */
export function progressOn(stderr: Terminal['stderr'], total: number): Progress | null {
  if (!stderr.isTTY) return null;
  const start = performance.now();
  let shown = -1;
  const clear = (): void => {
    if (shown >= 0) stderr.write('\r\u001B[K');
    shown = -1;
  };
  const step = (done: number): void => {
    const percent = Math.floor((done / total) * 100);
    if (performance.now() - start < PATIENCE_MILLISECONDS || percent === shown) return;
    shown = percent;
    const filled = Math.round((done / total) * BAR);
    stderr.write(`\r${'█'.repeat(filled)}${'░'.repeat(BAR - filled)} ${done} of ${total} read`);
  };
  return { step, clear, end: clear };
}
