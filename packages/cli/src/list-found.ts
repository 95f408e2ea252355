import { type FoundPostmortem, foundLine } from './found-line.ts';
import type { parsedArguments } from './parsed-arguments.ts';
import { neededServer, serverOptions, withServer } from './server-access.ts';
import type { Terminal } from './terminal.ts';
import { WrongUse } from './wrong-use.ts';

const states = ['draft', 'review', 'approved', 'published', 'archived', 'dismissed', 'merged'] as const;

/** Prints what a server keeps or finds; without words all of it, the newest first. */
export async function listFound(
  text: string,
  values: ReturnType<typeof parsedArguments<typeof listOptions>>['values'],
  terminal: Terminal,
): Promise<number> {
  const { format = 'text', limit = '50', state = [], severity = [], service = [] } = values;
  if (format !== 'text' && format !== 'json') throw new WrongUse(`--format takes text or json, not “${format}”.`);
  if (!/^[1-9]\d{0,5}$/.test(limit)) throw new WrongUse(`--limit takes a number from 1, not “${limit}”.`);
  const named = state.map((each) => states.find((one) => one === each) ?? refuse(each));
  const most = Number(limit);
  const query = {
    text,
    state: named,
    severity,
    service,
    ...(values.open === true && { openActions: 'true' as const }),
  };
  const found: FoundPostmortem[] = [];
  const isAll = await withServer(neededServer(values, terminal), async (client) => {
    let cursor: string | null = null;
    do {
      const page: { items: FoundPostmortem[]; next: string | null } = await client.searchPostmortems({
        query: { ...query, limit: Math.min(100, most - found.length), ...(cursor !== null && { cursor }) },
      });
      found.push(...page.items);
      cursor = page.next;
    } while (cursor !== null && found.length < most);
    return cursor === null;
  });
  const { stdout, stderr } = terminal;
  stdout.write(format === 'json' ? `${JSON.stringify(found, null, 2)}\n` : found.map(foundLine).join(''));
  if (found.length === 0 && format === 'text') stderr.write('Nothing was found.\n');
  if (!isAll) stderr.write(`There are more; ask for them with --limit ${most * 2}\n`);
  return 0;
}

function refuse(state: string): never {
  throw new WrongUse(`--state takes one of ${states.join(', ')}, not “${state}”.`);
}

export const listOptions = {
  ...serverOptions,
  state: { type: 'string', multiple: true },
  severity: { type: 'string', multiple: true },
  service: { type: 'string', multiple: true },
  open: { type: 'boolean' },
  limit: { type: 'string' },
  format: { type: 'string' },
} as const;
