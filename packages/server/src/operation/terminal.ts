/** What a command knows of the process it runs in. */
export interface Terminal {
  readonly stdout: { readonly write: (text: string) => unknown };
  readonly stderr: { readonly write: (text: string) => unknown };
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: () => string;
  readonly once: (signal: 'SIGINT' | 'SIGTERM', listener: () => void) => unknown;
  readonly exit: (status: number) => unknown;
}
