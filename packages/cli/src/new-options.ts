import fs from 'node:fs';
import { parsedArguments } from './parsed-arguments.ts';
import { serverOptions } from './server-access.ts';
import { WrongUse } from './wrong-use.ts';

/** What `debrief new` was asked for. */
export interface NewOptions {
  readonly template: string | null;
  readonly from: string | null;
  readonly title: string | null;
  readonly incidentId: string | null;
  readonly severity: string | null;
  readonly services: readonly string[];
  readonly started: string | null;
  readonly summary: string | null;
  readonly author: string | null;
  /** Where to write: a file, or a folder in which the file gets the name of the id; neither is standard output. */
  readonly file: string | null;
  readonly folder: string | null;
  readonly force: boolean;
  readonly quiet: boolean;
  readonly server: string | undefined;
  readonly token: string | undefined;
}

const FLAGS = {
  ...serverOptions,
  template: { type: 'string' },
  from: { type: 'string' },
  title: { type: 'string' },
  severity: { type: 'string' },
  service: { type: 'string', multiple: true },
  started: { type: 'string' },
  summary: { type: 'string' },
  author: { type: 'string' },
  output: { type: 'string', short: 'o' },
  force: { type: 'boolean' },
  quiet: { type: 'boolean' },
  // The names that an older generator of such documents has for the same.
  'incident-id': { type: 'string' },
  description: { type: 'string' },
  'start-time': { type: 'string' },
  components: { type: 'string' },
  'output-dir': { type: 'string' },
} as const;

/** Reads the flags; two names for one thing, or a word too much, is wrong use. */
export function newOptions(args: readonly string[]): NewOptions {
  const values = parsed(args);
  const once = (a: keyof typeof FLAGS, b: keyof typeof FLAGS): string | null => {
    const [first, second] = [values[a], values[b]];
    if (first !== undefined && second !== undefined) throw new WrongUse(`--${a} and --${b} say the same; give one.`);
    const value = first ?? second;
    return typeof value === 'string' ? value : null;
  };
  const output = values.output ?? null;
  const isFolder =
    output !== null &&
    (/[/\\]$/.test(output) || fs.statSync(output, { throwIfNoEntry: false })?.isDirectory() === true);
  if (output !== null && values['output-dir'] !== undefined)
    throw new WrongUse('--output and --output-dir say the same; give one.');
  if (output === '') throw new WrongUse('the name of the file is empty.');
  // An older generator took the name of the alert here; a name without a number is no id.
  const given = values['incident-id'] ?? null;
  const isName = given !== null && !/\d/.test(given);
  return {
    template: values.template ?? null,
    from: values.from ?? null,
    title: values.title ?? (isName ? given : null),
    incidentId: isName ? null : given,
    severity: values.severity ?? null,
    services: [...(values.service ?? []), values.components ?? '']
      .flatMap((list) => list.split(','))
      .map((name) => name.trim())
      .filter(Boolean),
    started: once('started', 'start-time'),
    summary: once('summary', 'description'),
    author: values.author ?? null,
    file: isFolder ? null : output,
    folder: values['output-dir'] ?? (isFolder ? output : null),
    force: values.force ?? false,
    quiet: values.quiet ?? false,
    server: values.server,
    token: values.token,
  };
}

function parsed(args: readonly string[]) {
  const { values, positionals } = parsedArguments(args, FLAGS);
  const [word] = positionals;
  if (word !== undefined)
    throw new WrongUse(`“${word}” belongs to no option. Put a title in quotes: --title "Checkout down".`);
  return values;
}
