import { parseArgs, type ParseArgsConfig } from 'node:util';
import { WrongUse } from './wrong-use.ts';

/** What a command was given, by its options; whatever is none of them is wrong use. */
export function parsedArguments<const Options extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: Options,
) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new WrongUse(error instanceof Error ? error.message : String(error));
  }
}
