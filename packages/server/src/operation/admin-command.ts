import { changePerson } from '../accounts/change-person.ts';
import { listPeople } from '../accounts/list-people.ts';
import { resetLink } from '../accounts/reset-link.ts';
import type { Context } from '../context.ts';
import type { PersonRole } from '../store/tables.ts';
import { withCommandStore } from './command-store.ts';
import { surroundingsOf } from './start-server.ts';
import type { Terminal } from './terminal.ts';

const USAGE = `Usage: debrief admin WHAT [--data FOLDER | --database-url URL]

  people                 everybody with an account
  reset-link EMAIL       a link with which this person sets a new password, once and within a day
  deactivate EMAIL       who leaves: sessions, tokens and open links end at once
  reactivate EMAIL       who is back
  role EMAIL ROLE        admin, editor or viewer

Works on the database, so that it also helps when nobody can sign in. The server may run meanwhile.
`;

type Task = (context: Context, email: string, role: string) => Promise<string>;

const ROLES: readonly string[] = ['admin', 'editor', 'viewer'] satisfies readonly PersonRole[];

/** What stands behind `admin`: how many words it takes, and what it does with them. */
const TASKS: Readonly<Record<string, { readonly words: number; readonly run: Task }>> = {
  people: {
    words: 0,
    run: async (context) =>
      (await listPeople(context))
        .map(({ name, email, role, deactivatedAt }) =>
          [role.padEnd(6), email ?? '', name, ...(deactivatedAt === null ? [] : ['(deactivated)'])].join('  '),
        )
        .join('\n'),
  },
  'reset-link': {
    words: 1,
    run: async (context, email) => {
      const { path, expiresAt } = await resetLink(context, { email });
      return `Open this path at the address of the server, before ${expiresAt}: ${path}`;
    },
  },
  deactivate: { words: 1, run: (context, email) => changed(context, email, { isActive: false }) },
  reactivate: { words: 1, run: (context, email) => changed(context, email, { isActive: true }) },
  role: { words: 2, run: (context, email, role) => changed(context, email, { role: role as PersonRole }) },
};

/** `debrief admin`. Answers with its exit status: 0 done, 2 wrong use or not possible. */
export async function adminCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const at = args.findIndex((each) => each.startsWith('-'));
  const [name = '', email = '', role = '', ...more] = at < 0 ? args : args.slice(0, at);
  const task = Object.hasOwn(TASKS, name) ? TASKS[name] : undefined;
  const words = [email, role, ...more].filter((each) => each !== '').length;
  const isRole = name !== 'role' || ROLES.includes(role);
  if (task === undefined || words !== task.words || !isRole) {
    const isAsked = args.includes('--help') || args.includes('-h');
    (isAsked ? terminal.stdout : terminal.stderr).write(USAGE);
    return isAsked ? 0 : 2;
  }
  return withCommandStore('admin', at < 0 ? [] : args.slice(at), terminal, async (store) => {
    const context: Context = { ...surroundingsOf(store), actor: { kind: 'machine', id: 'command' } };
    terminal.stdout.write(`${await task.run(context, email, role)}\n`);
    return 0;
  });
}

async function changed(context: Context, email: string, change: Parameters<typeof changePerson>[2]): Promise<string> {
  const { name, role, deactivatedAt } = await changePerson(context, { email }, change);
  return `${name} is ${deactivatedAt === null ? `active, as ${role}` : 'deactivated'}.`;
}
