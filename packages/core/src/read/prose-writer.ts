import type { ProseRun } from '../model/index.ts';

/** Text taken from a document stretch by stretch, with where each stood. */
export interface ProseWriter {
  text: string;
  readonly runs: ProseRun[];
  /** Where the next unit would stand if the last run went on. */
  next: number;
  /** Whether the last unit is a space; so at the start, where none is wanted. */
  endsInSpace: boolean;
}

export interface MappedText {
  readonly text: string;
  readonly runs: readonly ProseRun[];
}

export function startProse(): ProseWriter {
  return { text: '', runs: [], next: -1, endsInSpace: true };
}

/** Takes `flat.slice(from, to)` over as it stands; any white space becomes one space. */
export function copy(writer: ProseWriter, flat: string, from: number, to: number): void {
  let start = from;
  for (let at = from; at < to; at += 1) {
    const code = flat.charCodeAt(at);
    if (code !== 32 && (code < 9 || code > 13)) writer.endsInSpace = false;
    else if (code === 32 && !writer.endsInSpace) writer.endsInSpace = true;
    else {
      take(writer, flat.slice(start, at), start);
      start = at + 1;
      space(writer, at);
    }
  }
  take(writer, flat.slice(start, to), start);
}

/** One space for what is left out at `at`, unless one stands there already. */
export function space(writer: ProseWriter, at: number): void {
  if (writer.endsInSpace) return;
  take(writer, ' ', at);
  writer.endsInSpace = true;
}

function take(writer: ProseWriter, words: string, from: number): void {
  if (words === '') return;
  if (writer.next !== from) writer.runs.push({ at: writer.text.length, from });
  writer.text += words;
  writer.next = from + words.length;
}
