import path from 'node:path';
import { instantOf } from './instant-of.ts';
import { actionsOfFiles } from './actions-of-files.ts';
import { actionsCsv, actionsText, type ListedAction } from './actions-text.ts';
import { findFiles } from './find-files.ts';
import { parsedArguments } from './parsed-arguments.ts';
import { neededServer, type ServerAccess, serverAccess, serverOptions, withServer } from './server-access.ts';
import { findSettings } from './settings-file.ts';
import type { Terminal } from './terminal.ts';
import { WrongUse } from './wrong-use.ts';

const formats = ['text', 'json', 'csv'] as const;
const states = ['open', 'done', 'cancelled', 'all'] as const;

interface Options {
  readonly paths: readonly string[];
  readonly format: (typeof formats)[number];
  readonly state: (typeof states)[number];
  readonly isOverdue: boolean;
  readonly owner: string | undefined;
  /** `YYYY-MM-DD` */
  readonly today: string;
  readonly access: ServerAccess | null;
}

/** `debrief actions PATH…`: the action items of files or of a server, the earliest due first. */
export async function actionsCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const options = optionsOf(args, terminal);
  const { actions, problems } =
    options.access === null ? await fromFiles(options, terminal) : await fromServer(options.access, options);
  const shown = {
    text: () => actionsText(actions),
    json: () => `${JSON.stringify(actions, null, 2)}\n`,
    csv: () => actionsCsv(actions),
  };
  terminal.stdout.write(await shown[options.format]());
  return problems > 0 ? 2 : 0;
}

interface Listed {
  readonly actions: readonly ListedAction[];
  readonly problems: number;
}

async function fromFiles({ paths, today, state, owner, isOverdue }: Options, terminal: Terminal): Promise<Listed> {
  const { cwd, stderr } = terminal;
  const settings = await findSettings(path.resolve(cwd(), paths[0] === '-' ? '.' : (paths[0] ?? '.')));
  const found = findFiles(paths, cwd());
  const read = actionsOfFiles(found.files, { languages: settings.languages, today });
  const complaints = [...found.problems, ...read.problems];
  for (const { name, message } of complaints) stderr.write(`debrief: ${name}: ${message}\n`);
  for (const problem of settings.problems) stderr.write(`debrief: ${problem}\n`);
  const wanted = owner?.toLowerCase();
  const actions = read.actions.filter(
    (action) =>
      STATES[state].includes(action.state) &&
      (!isOverdue || action.isOverdue) &&
      (wanted === undefined || action.owners.some((each) => each.toLowerCase() === wanted)),
  );
  return { actions: actions.toSorted(byDueDay), problems: complaints.length + settings.problems.length };
}

const STATES: Readonly<Record<(typeof states)[number], readonly string[]>> = {
  open: ['open', 'unknown'],
  done: ['done'],
  cancelled: ['cancelled'],
  all: ['open', 'unknown', 'done', 'cancelled'],
};

/** What has no day comes last; otherwise the order of the files stays. */
function byDueDay(one: ListedAction, other: ListedAction): number {
  const [first, second] = [one.dueDay ?? '9999-99-99', other.dueDay ?? '9999-99-99'];
  return first < second ? -1 : first > second ? 1 : 0;
}

async function fromServer(access: ServerAccess, { state, owner, isOverdue }: Options): Promise<Listed> {
  const actions: ListedAction[] = [];
  await withServer(access, async (client) => {
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof client.listActions>> = await client.listActions({
        query: {
          state,
          limit: 200,
          ...(owner !== undefined && { owner }),
          ...(isOverdue && { due: 'overdue' as const }),
          ...(cursor !== null && { cursor }),
        },
      });
      for (const { postmortem, ...action } of page.items)
        actions.push({ ...action, document: postmortem.title, file: postmortem.id });
      cursor = page.next;
    } while (cursor !== null);
  });
  // The day of the server decides what is overdue.
  return { actions: isOverdue ? actions.filter((action) => action.isOverdue) : actions, problems: 0 };
}

function optionsOf(args: readonly string[], terminal: Terminal): Options {
  const { values, positionals } = parsedArguments(args, {
    ...serverOptions,
    overdue: { type: 'boolean' },
    owner: { type: 'string' },
    state: { type: 'string' },
    format: { type: 'string' },
    now: { type: 'string' },
  });
  const { format = 'text', state = 'open' } = values;
  const clock = new Date().toISOString();
  const now = values.now === undefined ? clock : instantOf(values.now, clock);
  if (now === null) throw new WrongUse(`--now takes a time such as 2026-03-01T12:00Z, not “${values.now}”.`);
  if (positionals.length > 0 && values.server !== undefined)
    throw new WrongUse('name files, or a server with --server, not both.');
  return {
    paths: positionals,
    format: formats.find((each) => each === format) ?? refuse('format', format, formats),
    state: states.find((each) => each === state) ?? refuse('state', state, states),
    isOverdue: values.overdue === true,
    owner: values.owner,
    today: now.slice(0, 10),
    access: positionals.length > 0 ? null : accessOf(values, terminal),
  };
}

function accessOf(values: Parameters<typeof serverAccess>[0], terminal: Terminal): ServerAccess {
  if (serverAccess(values, terminal) === null)
    throw new WrongUse('name files or folders, such as docs/postmortems, or a server with --server URL.');
  return neededServer(values, terminal);
}

function refuse(option: string, given: string, names: readonly string[]): never {
  throw new WrongUse(`--${option} takes one of ${names.join(', ')}, not “${given}”.`);
}
