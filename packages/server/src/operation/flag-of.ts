/**
 * A flag that only this command has, and what is left for the settings.
 *
 * @example flagOf('expect', ['--expect', '3:ab', '--data', 'x']) // { value: '3:ab', others: ['--data', 'x'] }
 */
export function flagOf(
  name: string,
  args: readonly string[],
): { readonly value: string | null; readonly others: readonly string[] } {
  const at = args.findIndex((arg) => arg === `--${name}` || arg.startsWith(`--${name}=`));
  const arg = args[at];
  if (arg === undefined) return { value: null, others: args };
  const isJoined = arg.includes('=');
  return {
    value: isJoined ? arg.slice(arg.indexOf('=') + 1) : (args[at + 1] ?? ''),
    others: [...args.slice(0, at), ...args.slice(at + (isJoined ? 1 : 2))],
  };
}
