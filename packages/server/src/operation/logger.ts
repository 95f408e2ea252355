import { type DestinationStream, type Logger, pino, type SerializedError } from 'pino';

const LONGEST_MESSAGE = 300;

/**
 * A log of JSON lines. What an error quotes is left out of it, since that may be a text or a secret; so is every other
 * property of an error but its code.
 *
 * @param destination standard error where none is given
 */
export function logTo(level: string, destination: DestinationStream = pino.destination({ fd: 2, sync: true })): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: told } }, destination);
}

function told(error: unknown): Partial<SerializedError> | { readonly type: string } {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code } = error as NodeJS.ErrnoException;
  return {
    type: error.name,
    message: withoutQuotes(error.message),
    stack: (error.stack ?? '')
      .split('\n')
      .filter((line) => line.startsWith('    at '))
      .join('\n'),
    ...(typeof code === 'string' && { code }),
  };
}

/** @example withoutQuotes('Unexpected token "x" in "a text"') // 'Unexpected token "…" in "…"' */
function withoutQuotes(message: string): string {
  const [first = ''] = message.split('\n', 1);
  const parts = first.slice(0, LONGEST_MESSAGE).split(/["'`“”]/);
  return parts.map((part, index) => (index % 2 === 0 ? part : '"…"')).join('');
}
