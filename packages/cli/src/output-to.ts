import type { Form } from './render.ts';
import type { Terminal } from './terminal.ts';

/** Writes items in their form, waiting where the reader at the other end is slower than we are. */
export function outputTo(stdout: Terminal['stdout'], form: Form) {
  let first = true;
  const write = async (text: string): Promise<void> => {
    if (!stdout.write(text)) await new Promise((resolve) => stdout.once('drain', resolve));
  };
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
