import type { Client } from '@debrief/api';
import type { Terminal } from './terminal.ts';
import { WrongUse } from './wrong-use.ts';

/** The options of every command that can ask a server. */
export const serverOptions = { server: { type: 'string' }, token: { type: 'string' } } as const;

export interface ServerAccess {
  readonly url: string;
  readonly token: string | undefined;
  /** Whether the command line names it, and not the environment. */
  readonly isNamed: boolean;
}

/** The server that is meant: `--server` and `--token`, else DEBRIEF_SERVER and DEBRIEF_TOKEN; null where none is. */
export function serverAccess(
  values: { readonly server?: string | undefined; readonly token?: string | undefined },
  { env }: Pick<Terminal, 'env'>,
): ServerAccess | null {
  const url = values.server ?? env['DEBRIEF_SERVER'] ?? '';
  if (url === '') return null;
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw new WrongUse(`“${url}” is no address of a server. Write it as https://debrief.example.com`);
  const token = values.token ?? env['DEBRIEF_TOKEN'];
  return { url, token: token === '' ? undefined : token, isNamed: values.server !== undefined };
}

/** The server that is meant, for a command that does nothing without one. */
export function neededServer(
  values: Parameters<typeof serverAccess>[0],
  terminal: Pick<Terminal, 'env'>,
): ServerAccess {
  const access = serverAccess(values, terminal);
  if (access === null) throw new WrongUse('name the server with --server URL, or in DEBRIEF_SERVER.');
  return access;
}

/**
 * Does something with a server. What it refuses is wrong use, with its own words.
 *
 * @throws WrongUse
 */
export async function withServer<Result>(
  { url, token }: ServerAccess,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  const { ApiProblem, createClient } = await import('@debrief/api');
  try {
    return await work(createClient({ url, ...(token !== undefined && { token }) }));
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    const hint = error.code === 'not-signed-in' ? ' Give a token with --token, or in DEBRIEF_TOKEN.' : '';
    throw new WrongUse(`${error.message}${hint}`);
  }
}
