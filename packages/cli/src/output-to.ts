import type { Form } from './render.ts';
import type { Terminal } from './terminal.ts';

/** Writes items in their form, waiting where the reader at the other end is slower than we are. */
export function outputTo(stdout: Terminal['stdout'], form: Form) {
  let first = true;
  const write = patiently(stdout);
  return {
    start: async () => (form === 'json' ? write('[') : undefined),
    item: async (text: string) => {
      const before = first ? '' : form === 'line' ? '' : form === 'json' ? ',' : '\n';
      first = false;
      await write(`${before}${form === 'json' ? '\n' : ''}${text}`);
    },
    end: async () => (form === 'json' ? write('\n]\n') : undefined),
  };
}

/** Collects small pieces and writes them together, waiting as {@link outputTo} does. */
export function piecewise(stdout: Terminal['stdout']) {
  const send = patiently(stdout);
  let piece = '';
  const flush = async (): Promise<void> => {
    const ready = piece;
    piece = '';
    if (ready !== '') await send(ready);
  };
  return {
    write: async (text: string): Promise<void> => {
      piece += text;
      if (piece.length >= PIECE) await flush();
    },
    flush,
  };
}

const PIECE = 64_000;

function patiently(stdout: Terminal['stdout']): (text: string) => Promise<void> {
  return async (text) => {
    if (!stdout.write(text)) await new Promise((resolve) => stdout.once('drain', resolve));
  };
}
