import { parseArgs } from 'node:util';
import { configFlags } from '../config.ts';

export interface CommandArguments {
  readonly paths: readonly string[];
  readonly flags: ReadonlySet<string>;
  /** The settings, as they were given. */
  readonly settings: readonly string[];
}

/**
 * Sorts the arguments of a command into its paths, its own flags, and settings of the server.
 *
 * @param own flags of this command, which take no value
 * @throws TypeError for a flag that nobody knows
 */
export function commandArguments(args: readonly string[], own: readonly string[]): CommandArguments {
  const { positionals, tokens } = parseArgs({
    args: [...args],
    options: { ...configFlags(), ...Object.fromEntries(own.map((name) => [name, { type: 'boolean' }])) },
    allowPositionals: true,
    tokens: true,
  });
  const options = tokens.filter((token) => token.kind === 'option');
  return {
    paths: positionals,
    flags: new Set(options.map(({ name }) => name).filter((name) => own.includes(name))),
    settings: options
      .filter(({ name }) => !own.includes(name))
      .map(({ name, value }) => (value === undefined ? `--${name}` : `--${name}=${value}`)),
  };
}
