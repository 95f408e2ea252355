/** What a command knows of the process it runs in. */
export interface Terminal {
  readonly stdout: { readonly write: (text: string) => unknown };
  readonly stderr: { readonly write: (text: string) => unknown };
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: () => string;
}

/** What a command needs besides that runs until it is told to stop. */
export interface StandingTerminal extends Terminal {
  readonly once: (signal: 'SIGINT' | 'SIGTERM', listener: () => void) => unknown;
  readonly exit: (status: number) => unknown;
}
