/** How far a chain was known to go, to be kept elsewhere: whoever cuts the chain cannot make it fit again. */
export interface Checkpoint {
  readonly sequence: number;
  readonly hash: string;
}

const FORM = /^(\d{1,15}):([0-9a-f]{64})$/;

/** @example checkpointText({ sequence: 12, hash: 'ab…' }) // '12:ab…' */
export function checkpointText({ sequence, hash }: Checkpoint): string {
  return `${sequence}:${hash}`;
}

/** Null where it is not the text of a checkpoint. */
export function parseCheckpoint(text: string): Checkpoint | null {
  const [, sequence, hash] = FORM.exec(text.trim()) ?? [];
  return sequence === undefined || hash === undefined ? null : { sequence: Number(sequence), hash };
}
