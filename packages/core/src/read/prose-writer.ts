/** Text taken from a document unit by unit, with where each unit stood. */
export interface ProseWriter {
  readonly parts: string[];
  readonly offsets: number[];
  /** Whether the last unit is a space; so at the start, where none is wanted. */
  endsInSpace: boolean;
}

export interface MappedText {
  readonly text: string;
  readonly offsets: readonly number[];
}

export function startProse(): ProseWriter {
  return { parts: [], offsets: [], endsInSpace: true };
}

/** Takes `flat.slice(from, to)` over as it stands; any white space becomes one space. */
export function copy(writer: ProseWriter, flat: string, from: number, to: number): void {
  let start = from;
  for (let at = from; at < to; at += 1) {
    const code = flat.charCodeAt(at);
    if (code !== 32 && (code < 9 || code > 13)) {
      writer.offsets.push(at);
      continue;
    }
    take(writer, flat, start, at);
    start = at + 1;
    space(writer, at);
  }
  take(writer, flat, start, to);
}

function take(writer: ProseWriter, flat: string, from: number, to: number): void {
  if (to <= from) return;
  writer.parts.push(flat.slice(from, to));
  writer.endsInSpace = false;
}

/** One space for what is left out at `at`, unless one stands there already. */
export function space(writer: ProseWriter, at: number): void {
  if (writer.endsInSpace) return;
  writer.parts.push(' ');
  writer.offsets.push(at);
  writer.endsInSpace = true;
}
