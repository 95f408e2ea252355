/** A file that is offered, before anything of it is read. */
export interface ImportFile {
  /** Relative, with slashes, checked. */
  readonly path: string;
  /** Bytes, as they are promised; `read` holds them to it. */
  readonly size: number;
  /** @throws Problem where the bytes are not what they were said to be */
  readonly read: () => Promise<Uint8Array>;
}

export interface ImportLine {
  readonly path: string;
  /** `created`, `same` as one that is there, `attached` to post-mortems, taken as `settings`, or `refused`. */
  readonly outcome: 'created' | 'same' | 'attached' | 'settings' | 'refused';
  /** The post-mortem; for a file the first that it is attached to. */
  readonly id: string | null;
  /** Why it was refused, or what else there is to know. */
  readonly reason: string | null;
}

export interface ImportSource {
  /** In the order of their paths. */
  readonly files: readonly ImportFile[];
  /** What is not even offered, with the reasons. */
  readonly refused: readonly ImportLine[];
  readonly close: () => Promise<void>;
}

export interface ImportLimits {
  readonly entries: number;
  /** Bytes of all files together, unpacked. */
  readonly totalBytes: number;
  /** Bytes of one file, unpacked. */
  readonly fileBytes: number;
  /** How many times larger than packed an archive may be. */
  readonly ratio: number;
}

export const importLimits: ImportLimits = {
  entries: 50_000,
  totalBytes: 4_000_000_000,
  fileBytes: 25_000_000,
  ratio: 100,
};

export function refusal(path: string, reason: string): ImportLine {
  return { path, outcome: 'refused', id: null, reason };
}
